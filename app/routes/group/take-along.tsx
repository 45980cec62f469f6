import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { WhatIsInside } from "~/taking-along/components/what-is-inside";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "group.takeAlong");
  return { frame: frameOf(viewer), title: sayTo(asked)("takeAlong.circleTitle") };
}

export const meta = pageTitle();

/** What is in the file of a whole circle, and the press that gets it. */
export default function TakeAlong() {
  const { frame, title } = useLoaderData<typeof loader>();
  const t = useText();
  const { groupId, name, own } = frame;
  const settings = `/g/${groupId}/settings`;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={own ? t("takeAlong.circleLead") : t("takeAlong.circleLeadFor", { name })}
        back={{ href: settings, label: own ? t("steering.name") : t("steering.nameFor", { name }) }}
      />
      <WhatIsInside zip={`${settings}/take-along/zip`} />
      <p className="soft">{own ? t("takeAlong.notedOwn") : t("takeAlong.noted", { name })}</p>
    </GroupPage>
  );
}
