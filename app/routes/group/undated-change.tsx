import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { MeetingFields } from "~/gatherings/components/meeting-fields";
import { SkipMonths } from "~/gatherings/components/skip-months";
import { changeUndated } from "~/gatherings/undated/changing-an-undated-series.server";
import { TimesField, undatedFieldInWords, undatedLabels } from "~/gatherings/undated/components/times-field";
import { fieldsOfUndated, keptMonths, monthsIn, undatedChange } from "~/gatherings/undated/schema";
import { undatedOf } from "~/gatherings/undated/undated.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "gathering.plan");
  const { version, notIn, ...series } = undatedOf(viewer, asked.params.seriesId ?? "");
  const stands = fieldsOfUndated({ ...series, notIn: keptMonths(notIn) });
  return { frame: frameOf(viewer), title: sayTo(asked)("undated.change"), seriesId: series.id, version, stands };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, undatedChange, (form, formKey) => changeUndated(viewer, asked.params.seriesId ?? "", form, formKey));
}

export const meta = pageTitle();

/** More or less often, other months, another place; or a last day. */
export default function UndatedChange() {
  const { frame, title, seriesId, version, stands } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const fields = useFields(returned, { ...stands, notIn: monthsIn(stands.notIn).map(String) });
  const t = useText();
  const language = useLanguage();
  const inWords = (name: string, value: string) => undatedFieldInWords(name, value, language, t);
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead
        title={title}
        lead={t("undated.changeLead")}
        back={{ href: `/g/${frame.groupId}/gatherings/series/${seriesId}`, label: t("app.back") }}
      />
      <KringForm returned={returned} version={version} labels={undatedLabels} inWords={inWords}>
        <TimesField field={fields.field("timesAYear")} />
        <p className="soft">{t("undated.changeDated")}</p>
        <SkipMonths fields={fields} />
        <DateField
          {...fields.field("endsOn")}
          label={t("gatherings.ends")}
          hint={t("undated.changeEnd")}
          optionalWord={t("app.optional")}
        />
        <MeetingFields fields={fields} />
        <Buttons>
          <Button>{t("undated.changeSave")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
