import type { useFields } from "~/forms/form";
import type { Birthday } from "~/groups/birthdays.server";
import { capital, longMoment } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { DateField, TimeField } from "~/ui/date-field";
import { More } from "~/ui/more";
import { TicksField } from "~/ui/ticks-field";
import { besideDay } from "../../beside-day";
import { BesideDay } from "../../components/beside-day";
import { ownRows } from "../schema";

interface SeekingFieldsProps {
  fields: ReturnType<typeof useFields>;
  /** Wall-clock times to tick. */
  offered: readonly string[];
  birthdays: readonly Birthday[];
  today: string;
}

/** Moments to choose from: some that are offered, and rows for one's own. */
export function SeekingFields({ fields: { field, list, error }, offered, birthdays, today }: SeekingFieldsProps) {
  const t = useText();
  const language = useLanguage();
  const ticked = list("moments");
  // What was ticked stays there, also when it is offered no more.
  const moments = [...new Set([...offered, ...ticked])].sort();
  const written = ownRows.some((row) => field(`day${row}`).value || error(`day${row}`) || error(`hour${row}`));
  return (
    <>
      {moments.length > 0 && (
        <TicksField
          name="moments"
          legend={t("polls.offered")}
          hint={t("polls.offeredHint")}
          error={error("moments")}
          value={ticked}
          options={moments.map((local) => {
            const beside = besideDay(local, birthdays);
            return {
              ...{ value: local, label: capital(longMoment(local, language, t, today)) },
              hint: beside.length > 0 && <BesideDay words={beside} />,
            };
          })}
        />
      )}
      <More summary={t("polls.own")} icon="calendar-plus" open={written || moments.length === 0}>
        {ownRows.map((row) => (
          <div key={row} className="day-and-hour">
            <DateField {...field(`day${row}`)} label={t("polls.ownDay", { count: row })} min={today} />
            <TimeField {...field(`hour${row}`)} label={t("polls.ownHour", { count: row })} />
          </div>
        ))}
      </More>
      <DateField
        {...field("answerUntil")}
        label={t("polls.until")}
        hint={t("polls.untilHint")}
        min={today}
        optionalWord={t("app.optional")}
      />
    </>
  );
}
