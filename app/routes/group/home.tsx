import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer, sayTo } from "~/accounts/asking.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { noteVisit } from "~/groups/visiting.server";
import { useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  noteVisit(viewer);
  return { frame: frameOf(viewer), name: viewer.name, title: sayTo(asked)("app.circleOf", { name: viewer.central.name }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Home() {
  const { frame, name } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <GroupPage frame={frame} at="home">
      <PageHead title={t("home.hello", { name })} lead={t("home.lead", { name: frame.name })} />
      <Buttons>
        <LinkButton kind="main" href={`/g/${frame.groupId}/circle`}>
          {t("home.toCircle")}
        </LinkButton>
        <LinkButton href={`/g/${frame.groupId}/plan`}>{t("home.toPlan")}</LinkButton>
      </Buttons>
    </GroupPage>
  );
}
