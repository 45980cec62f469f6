import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { leadOn, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { cancelGathering } from "~/gatherings/cancelling-a-gathering.server";
import { gatheringOf } from "~/gatherings/gathering.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { longMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { id, startLocal, place, series, can } = gatheringOf(viewer, asked.params.gatheringId ?? "");
  offered(viewer, "gathering.cancel");
  const t = sayTo(asked);
  const title = t("gatherings.cancelTitle", { day: longMoment(startLocal, asked.context.language, t, viewer.today) });
  const here = `/g/${viewer.groupId}/gatherings/${id}`;
  if (!can.cancel) leadOn(asked, here);
  return { frame: frameOf(viewer), title, place, ofSeries: series !== null, here };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, z.object({}), (_, formKey) => cancelGathering(viewer, asked.params.gatheringId ?? "", formKey), "cancelled");
}

export const meta = pageTitle();

export default function GatheringCancel() {
  const { frame, title, place, ofSeries, here } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={<bdi>{place}</bdi>} back={{ href: here, label: t("app.back") }} />
      <p>{t("gatherings.cancelLead")}</p>
      <p>{t("gatherings.cancelMail")}</p>
      {ofSeries && <p>{t("gatherings.cancelSeries")}</p>}
      <KringForm returned={returned}>
        <Buttons>
          <Button kind="lost">{t("gatherings.cancelPress")}</Button>
          <LinkButton href={here}>{t("gatherings.cancelKeep")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
