import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberLooking, sayTo } from "~/accounts/asking.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { JustEnded } from "~/support/components/just-ended";
import { PastSupport } from "~/support/components/past-support";
import { SupportByDomain } from "~/support/components/support-by-domain";
import { supportOverview } from "~/support/overview.server";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberLooking(asked, "support");
  const t = sayTo(asked);
  const frame = frameOf(viewer);
  const asks = new URL(asked.request.url).searchParams;
  const before = asks.get("before");
  const title = frame.own ? t("support.titleOwn") : t("support.title", { name: frame.name });
  return { frame, title, paging: before !== null, ...supportOverview(viewer, { just: asks.get("just"), before }) };
}

export const meta = pageTitle("support.name");

export default function Support() {
  const { frame, title, paging, now, counts, past, older, just, can } = useLoaderData<typeof loader>();
  const t = useText();
  const none = now.length === 0;
  const add = can.note && (
    <LinkButton href={`/g/${frame.groupId}/support/new`} kind={none ? "main" : "quiet"} icon="plus">
      {t("support.add")}
    </LinkButton>
  );
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={!none && t("support.counts", counts)}
        back={{ href: `/g/${frame.groupId}/circle`, label: t("app.circle") }}
        actions={!none && add}
      />
      <JustEnded frame={frame} just={just} />
      {none ? (
        <Empty title={t("support.none")} action={add}>
          <p>{t("support.noneLead")}</p>
        </Empty>
      ) : (
        <SupportByDomain frame={frame} now={now} />
      )}
      <PastSupport frame={frame} past={past} older={older} open={paging} />
    </GroupPage>
  );
}
