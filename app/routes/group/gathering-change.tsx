import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { leadOn, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { type Returned, submit, typedIn } from "~/forms/submitting.server";
import { changeGathering } from "~/gatherings/changing-a-gathering.server";
import { DaysShown } from "~/gatherings/components/days-shown";
import { MeetingFields } from "~/gatherings/components/meeting-fields";
import { meetingInWords } from "~/gatherings/components/meeting-in-words";
import { MeetingMore } from "~/gatherings/components/meeting-more";
import { gatheringTyped } from "~/gatherings/days-typed";
import { gatheringOf } from "~/gatherings/gathering.server";
import { fieldsOfGathering, gatheringChange } from "~/gatherings/schema";
import { birthdaysNow } from "~/groups/birthdays.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { longMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import type { TextKey } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { DateField, TimeField } from "~/ui/date-field";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const gathering = gatheringOf(viewer, asked.params.gatheringId ?? "");
  const { id, startLocal, version, series, can } = gathering;
  offered(viewer, "gathering.plan");
  const t = sayTo(asked);
  const title = t("gatherings.changeTitle", { day: longMoment(startLocal, asked.context.language, t, viewer.today) });
  const here = `/g/${viewer.groupId}/gatherings/${id}`;
  if (!can.change) leadOn(asked, here);
  const { now, today, zone } = viewer;
  return {
    ...{ frame: frameOf(viewer), title, here, version, moment: { now, today, zone } },
    ...{ stands: fieldsOfGathering(gathering), ofSeries: series !== null, birthdays: birthdaysNow(viewer) },
  };
}

/** Changes the gathering; or, when its day is asked for, shows the page again with everything typed, and saves nothing. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const typed = await typedIn(asked.request.clone());
  if (typed.show) return data<Returned>({ typed, errors: gatheringTyped(typed, viewer).wrong, overtaken: null });
  return submit(
    asked.request,
    gatheringChange,
    (form, formKey) => changeGathering(viewer, asked.params.gatheringId ?? "", form, formKey),
    "changed",
  );
}

export const meta = pageTitle();

const labels: Record<string, TextKey> = {
  day: "gatherings.oneDay",
  hour: "gatherings.hour",
  minutes: "gatherings.long",
  place: "gatherings.place",
  about: "gatherings.aboutField",
  online: "gatherings.onlineField",
  answerDays: "gatherings.answerDays",
};

/** Another day or hour, another place, longer or shorter: this one gathering. */
export default function GatheringChange() {
  const { frame, title, here, version, moment, stands, ofSeries, birthdays } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, stands);
  const t = useText();
  const language = useLanguage();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={t("gatherings.changeLead")} back={{ href: here, label: t("app.back") }} />
      {ofSeries && <p>{t("gatherings.changeSeries")}</p>}
      <KringForm returned={returned} version={version} labels={labels} inWords={(name, value) => meetingInWords(name, value, language, t)}>
        <DateField {...fields.field("day")} label={t("gatherings.oneDay")} required />
        <TimeField {...fields.field("hour")} label={t("gatherings.hour")} required />
        <DaysShown
          {...gatheringTyped(returned?.typed ?? stands, moment)}
          birthdays={birthdays}
          title={t("gatherings.oneDayIs")}
          show={t("gatherings.oneDayShow")}
        />
        <MeetingFields fields={fields} />
        <MeetingMore fields={fields} />
        <Buttons>
          <Button>{t("gatherings.changeSave")}</Button>
        </Buttons>
      </KringForm>
      <script type="module" src="/days-shown.js" />
    </GroupPage>
  );
}
