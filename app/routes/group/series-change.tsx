import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Asked, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { sayFirst } from "~/forms/saying-first.server";
import type { Returned } from "~/forms/submitting.server";
import { fieldsIn } from "~/forms/turned-away";
import type { Change } from "~/gatherings/changing-series/change.server";
import { changeSeries } from "~/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "~/gatherings/changing-series/standing-from.server";
import { ChangeAhead } from "~/gatherings/components/change-ahead";
import { SeriesFields } from "~/gatherings/components/series-fields";
import { rhythmOf } from "~/gatherings/recurrence";
import { fieldsOf, fieldsOfUsual, seriesForm, seriesToBegin } from "~/gatherings/schema";
import { birthdaysNow } from "~/groups/birthdays.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { notFound } from "~/platform/refusal";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

function found(asked: Asked) {
  const viewer = memberViewer(asked);
  offered(viewer, "gathering.plan");
  const series = seriesToChange(viewer, asked.params.gatheringId ?? "");
  if (!series) throw notFound();
  return { viewer, series };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, series } = found(asked);
  const { rule, firstLocal, endsOn, slotLocal } = series;
  const rhythm = rhythmOf(rule);
  const now = {
    ...{ ...seriesToBegin, ...(rhythm && fieldsOf(rhythm)) },
    ...{ from: slotLocal.slice(0, 10), hour: firstLocal.slice(11), endsOn: endsOn ?? "", ...fieldsOfUsual(series) },
  };
  return {
    frame: frameOf(viewer),
    title: sayTo(asked)("gatherings.seriesChangeTitle"),
    here: `/g/${viewer.groupId}/gatherings/${asked.params.gatheringId}`,
    now,
    birthdays: birthdaysNow(viewer),
  };
}

/** With what it would change a form comes back. */
interface What {
  ahead: Change;
  again: [name: string, value: string][];
}

/** Says what would change, and saves nothing, until that very change is pressed. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, series } = found(asked);
  const { gatheringId = "" } = asked.params;
  return sayFirst(
    asked.request,
    seriesForm,
    {
      ahead: (form, typed): What => ({
        ahead: changeAhead(viewer, series, form),
        again: fieldsIn(typed).filter(([name]) => name !== "formKey"),
      }),
      act: (form, sure, formKey) => changeSeries(viewer, gatheringId, form, sure, formKey),
    },
    "changed",
  );
}

export const meta = pageTitle();

/** Another rhythm, hour, length, place or end, from a day on: first what that does, then yes. */
export default function SeriesChange() {
  const { frame, title, here, now, birthdays } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>() as Returned | (Returned & What) | undefined;
  const said = returned && "ahead" in returned ? returned : null;
  const fields = useFields(returned, now);
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={t("gatherings.seriesChangeLead")} back={{ href: here, label: t("app.back") }} />
      {said && (
        <ChangeAhead
          {...said}
          {...{ birthdays, page: `${here}/series` }}
          mail={t("gatherings.seriesAheadMail")}
          yes={t("gatherings.seriesChangeSave")}
        />
      )}
      <KringForm returned={returned} action={`${here}/series`}>
        <SeriesFields fields={fields} />
        <Buttons>
          <Button kind={said ? "quiet" : "main"}>{t("gatherings.seriesChangeSee")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
