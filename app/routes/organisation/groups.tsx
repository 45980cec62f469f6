import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffViewer } from "~/accounts/asking.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { GroupsTable } from "~/organisation/components/groups-table";
import { groupsOf } from "~/organisation/groups.server";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageHead } from "~/ui/headings";
import { Notice } from "~/ui/notice";
import { PlainPage } from "~/ui/plain-page";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = staffViewer(asked);
  return {
    id: viewer.organisationId,
    title: viewer.organisationName,
    today: viewer.now.slice(0, 10),
    groups: groupsOf(viewer),
    handedOver: new URL(asked.request.url).searchParams.has("handed-over"),
  };
}

export const meta = pageTitle();

export default function Groups() {
  const { id, title, today, groups, handedOver } = useLoaderData<typeof loader>();
  const t = useText();
  const start = (
    <LinkButton kind="main" href={`/o/${id}/groups/new`} icon="plus">
      {t("organisation.start")}
    </LinkButton>
  );
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")} actions={<a href="/me">{t("app.out")}</a>} wide>
      {handedOver && (
        <Notice kind="good" title={t("organisation.handedOver")} focus>
          <p>{t("organisation.handedOverLead")}</p>
        </Notice>
      )}
      <PageHead title={title} lead={t("organisation.lead")} actions={groups.length > 0 && start} />
      {groups.length > 0 ? (
        <GroupsTable groups={groups} today={today} />
      ) : (
        <Empty title={t("organisation.none")} action={start}>
          <p>{t("organisation.noneLead")}</p>
        </Empty>
      )}
    </PlainPage>
  );
}
