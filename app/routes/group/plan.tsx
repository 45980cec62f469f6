import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer, sayTo } from "~/accounts/asking.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { planOverview } from "~/plan/overview.server";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const t = sayTo(asked);
  return { frame: frameOf(viewer), title: t("plan.title", { name: viewer.central.name }), ...planOverview(viewer) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Plan() {
  const { frame, dreams, can } = useLoaderData<typeof loader>();
  const t = useText();
  const add = can.writeDream && <LinkButton href={`/g/${frame.groupId}/plan/dreams/new`}>{t("plan.dreamAdd")}</LinkButton>;
  return (
    <GroupPage frame={frame} at="plan">
      <PageHead title={frame.own ? t("plan.titleOwn") : t("plan.title", { name: frame.name })} actions={dreams.length > 0 && add} />
      {dreams.length === 0 && (
        <Empty title={t("plan.none")} action={add}>
          {t("plan.noneLead")}
        </Empty>
      )}
      {dreams.map((dream) => (
        <h2 key={dream.id} id={dream.id}>
          {dream.text}
        </h2>
      ))}
    </GroupPage>
  );
}
