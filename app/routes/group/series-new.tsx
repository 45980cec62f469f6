import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { type Returned, submit, typedIn } from "~/forms/submitting.server";
import { DaysShown } from "~/gatherings/components/days-shown";
import { MeetingFields } from "~/gatherings/components/meeting-fields";
import { MeetingMore } from "~/gatherings/components/meeting-more";
import { RhythmField } from "~/gatherings/components/rhythm-field";
import { SkipMonths } from "~/gatherings/components/skip-months";
import { seriesTyped } from "~/gatherings/days-typed";
import { planSeries } from "~/gatherings/planning-a-series.server";
import { seriesForm, seriesToBegin } from "~/gatherings/schema";
import { planUndated } from "~/gatherings/undated/planning-an-undated-series.server";
import { undatedForm, withoutDate } from "~/gatherings/undated/schema";
import { birthdaysNow } from "~/groups/birthdays.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { addDays } from "~/platform/wall-clock";
import { Button, Buttons } from "~/ui/button";
import { DateField, TimeField } from "~/ui/date-field";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "gathering.plan");
  const { now, today, zone } = viewer;
  return {
    frame: frameOf(viewer),
    title: sayTo(asked)("gatherings.seriesTitle"),
    moment: { now, today, zone },
    birthdays: birthdaysNow(viewer),
  };
}

/** Plans the series; or, when the days are asked for, shows the page again with everything typed, and saves nothing. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const typed = await typedIn(asked.request.clone());
  if (typed.kind === withoutDate && typed.show) return data<Returned>({ typed, errors: [], overtaken: null });
  if (typed.kind === withoutDate) return submit(asked.request, undatedForm, (form, formKey) => planUndated(viewer, form, formKey));
  if (typed.show) return data<Returned>({ typed, errors: seriesTyped(typed, viewer).wrong, overtaken: null });
  return submit(asked.request, seriesForm, (form, formKey) => planSeries(viewer, form, formKey), "planned");
}

export const meta = pageTitle();

export default function SeriesNew() {
  const { frame, title, moment, birthdays } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const begin = { ...seriesToBegin, from: addDays(moment.today, 1) };
  const fields = useFields(returned, begin);
  const typed = returned?.typed ?? begin;
  const noDays = { days: [], wrong: [{ field: null, words: { key: "undated.noDays" as const } }] };
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead
        title={title}
        lead={t("gatherings.seriesLead")}
        back={{ href: `/g/${frame.groupId}/gatherings`, label: t("app.gatherings") }}
      />
      <KringForm returned={returned} action={`/g/${frame.groupId}/gatherings/series/new`}>
        <RhythmField fields={fields} undated />
        <SkipMonths fields={fields} />
        <DateField {...fields.field("from")} label={t("gatherings.from")} min={frame.today} required />
        <div className="dated">
          <TimeField {...fields.field("hour")} label={t("gatherings.hour")} required />
        </div>
        <DateField
          {...fields.field("endsOn")}
          label={t("gatherings.ends")}
          hint={t("gatherings.endsHint")}
          optionalWord={t("app.optional")}
        />
        <div className="dated">
          <DaysShown
            {...(typed.kind === withoutDate ? noDays : seriesTyped(typed, moment))}
            birthdays={birthdays}
            title={t("gatherings.days")}
            show={t("gatherings.daysShow")}
          />
        </div>
        <MeetingFields fields={fields} />
        <div className="dated">
          <MeetingMore fields={fields} />
        </div>
        <Buttons>
          <Button>{t("gatherings.seriesSave")}</Button>
        </Buttons>
      </KringForm>
      <script type="module" src="/days-shown.js" />
    </GroupPage>
  );
}
