import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { type Returned, submit, typedIn } from "~/forms/submitting.server";
import { DaysShown } from "~/gatherings/components/days-shown";
import { MeetingFields } from "~/gatherings/components/meeting-fields";
import { MeetingMore } from "~/gatherings/components/meeting-more";
import { gatheringTyped } from "~/gatherings/days-typed";
import { planGathering } from "~/gatherings/planning-a-gathering.server";
import { gatheringForm } from "~/gatherings/schema";
import { InUndated, meetingOf } from "~/gatherings/undated/components/in-undated";
import { undatedOf } from "~/gatherings/undated/undated.server";
import { birthdaysNow } from "~/groups/birthdays.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { DateField, TimeField } from "~/ui/date-field";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "gathering.plan");
  const { now, today, zone } = viewer;
  const seriesId = new URL(asked.request.url).searchParams.get("series");
  return {
    frame: frameOf(viewer),
    title: sayTo(asked)("gatherings.oneTitle"),
    moment: { now, today, zone },
    series: seriesId ? undatedOf(viewer, seriesId) : null,
    birthdays: birthdaysNow(viewer),
  };
}

/** Plans the gathering; or, when its day is asked for, shows the page again with everything typed, and saves nothing. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const typed = await typedIn(asked.request.clone());
  if (typed.show) return data<Returned>({ typed, errors: gatheringTyped(typed, viewer).wrong, overtaken: null });
  return submit(asked.request, gatheringForm, (form, formKey) => planGathering(viewer, form, formKey), "planned");
}

export const meta = pageTitle();

const begin = { hour: "19:30", minutes: "120" };

export default function GatheringNew() {
  const { frame, title, moment, series, birthdays } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, { ...begin, ...(series && meetingOf(series)) });
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead
        title={title}
        lead={t("gatherings.oneLead")}
        back={{ href: `/g/${frame.groupId}/gatherings`, label: t("app.gatherings") }}
      />
      <KringForm returned={returned}>
        {series && <InUndated series={series} />}
        <DateField {...fields.field("day")} label={t("gatherings.oneDay")} min={frame.today} required />
        <TimeField {...fields.field("hour")} label={t("gatherings.hour")} required />
        <DaysShown
          {...gatheringTyped(returned?.typed ?? begin, moment)}
          birthdays={birthdays}
          title={t("gatherings.oneDayIs")}
          show={t("gatherings.oneDayShow")}
        />
        <MeetingFields fields={fields} />
        <MeetingMore fields={fields} />
        <Buttons>
          <Button>{t("gatherings.oneSave")}</Button>
        </Buttons>
      </KringForm>
      <script type="module" src="/days-shown.js" />
    </GroupPage>
  );
}
