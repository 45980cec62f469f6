import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer } from "~/accounts/asking.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  return { frame: frameOf(viewer), name: viewer.name };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.frame.name }];

export default function Home() {
  const { frame, name } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <GroupPage frame={frame} at="home">
      <PageHead title={t("home.hello", { name })} />
    </GroupPage>
  );
}
