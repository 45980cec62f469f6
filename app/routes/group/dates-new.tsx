import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { MeetingFields } from "~/gatherings/components/meeting-fields";
import { SeekingFields } from "~/gatherings/polls/components/seeking-fields";
import { usualHour } from "~/gatherings/polls/free-evenings";
import { offeredMoments } from "~/gatherings/polls/free-evenings.server";
import { ownRows, pollForm } from "~/gatherings/polls/schema";
import { seekDate } from "~/gatherings/polls/seeking-a-date.server";
import { InUndated, meetingOf } from "~/gatherings/undated/components/in-undated";
import { undatedOf } from "~/gatherings/undated/undated.server";
import { birthdaysNow } from "~/groups/birthdays.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "gathering.plan");
  const seriesId = new URL(asked.request.url).searchParams.get("series");
  const series = seriesId ? undatedOf(viewer, seriesId) : null;
  const around = series?.next.kind === "turn" ? { around: series.next.around } : {};
  const moments = offeredMoments(viewer, series ? { ...around, notIn: series.notIn } : {});
  return { frame: frameOf(viewer), title: sayTo(asked)("polls.seek"), moments, series, birthdays: birthdaysNow(viewer) };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, pollForm, (form, formKey) => seekDate(viewer, form, formKey), "dateSought");
}

export const meta = pageTitle();

/** Moments to choose from, and what the gathering is besides. */
export default function DatesNew() {
  const { frame, title, moments, series, birthdays } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const hour = moments[0]?.slice(11) ?? usualHour;
  const hours = Object.fromEntries(ownRows.map((row) => [`hour${row}`, hour]));
  const fields = useFields(returned, { ...hours, minutes: "120", ...(series && meetingOf(series)) });
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={t("polls.seekLead")} back={{ href: `/g/${frame.groupId}/gatherings`, label: t("app.gatherings") }} />
      <KringForm returned={returned}>
        {series && <InUndated series={series} />}
        <SeekingFields fields={fields} offered={moments} birthdays={birthdays} today={frame.today} />
        <MeetingFields fields={fields} />
        <p>{t("polls.seekMail")}</p>
        <Buttons>
          <Button>{t("polls.seekSave")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
