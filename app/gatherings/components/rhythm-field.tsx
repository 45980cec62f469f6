import type { ReactNode } from "react";
import type { useFields } from "~/forms/form";
import type { Language, Say } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { Choices } from "~/ui/choices";
import { fieldId, Hint } from "~/ui/field";
import { InSelect, SentenceForm } from "~/ui/sentence-form";
import { nthWords, ordinal, weekdayName } from "../rhythm-words";
import type { Kind } from "../schema";
import { withoutDate } from "../undated/schema";
import { timesAYear } from "../undated/turn";

const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1);
const weeks = [...upTo(8), 10, 12, 13, 26, 52];
const months = [1, 2, 3, 4, 6, 12];

interface RhythmFieldProps {
  fields: ReturnType<typeof useFields>;
  /** Offers to choose a day each time as well. */
  undated?: boolean;
}

/** How often: sentences of which the chosen one is said out. Without script as well, for the style sheet hides the others. */
export function RhythmField({ fields, undated = false }: RhythmFieldProps) {
  const t = useText();
  const language = useLanguage();
  const { field, error } = fields;
  const kind = field("kind");
  const lists = listsIn(language, t);
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <InSelect name={name} label={label} options={options} value={field(name).value} error={error(name) !== undefined} />
  );
  const option = (value: Kind | typeof withoutDate, place: number, label: string, names: string[], sentence: ReactNode, hint?: string) => (
    <div className="rhythm">
      <label className="choice">
        <input
          type="radio"
          id={place === 0 ? fieldId("kind") : `${fieldId("kind")}-${place}`}
          name="kind"
          value={value}
          defaultChecked={kind.value === value}
          aria-describedby={hint && `${fieldId("kind")}-${value}-hint`}
        />
        <span className="choice-words">
          <span className="choice-label">{label}</span>
          {hint && <Hint id={`${fieldId("kind")}-${value}`}>{hint}</Hint>}
        </span>
      </label>
      <SentenceForm error={names.map(error).find((one) => one !== undefined)} id={`${fieldId("kind")}-${value}`}>
        {sentence}
      </SentenceForm>
    </div>
  );
  return (
    <Choices id={fieldId("kind")} legend={t("gatherings.howOften")} error={kind.error} single className="choices plain">
      {option(
        "weeks",
        0,
        t("gatherings.kindWeeks"),
        ["weeksEvery", "weeksDay"],
        <>
          {select("weeksEvery", t("gatherings.sayEveryWeeks"), lists.weeks)} {t("gatherings.on")}{" "}
          {select("weeksDay", t("gatherings.sayWeekday"), lists.weekdays)}
        </>,
      )}
      {option(
        "months",
        1,
        t("gatherings.kindMonths"),
        ["monthsEvery", "monthsNth", "monthsDay"],
        <>
          {select("monthsEvery", t("gatherings.sayEveryMonths"), lists.months)} {t("gatherings.onThe")}{" "}
          {select("monthsNth", t("gatherings.sayNth"), lists.nths)} {select("monthsDay", t("gatherings.sayWeekday"), lists.weekdays)}
        </>,
      )}
      {option(
        "month-day",
        2,
        t("gatherings.kindMonthDay"),
        ["dateEvery", "dateDay"],
        <>
          {select("dateEvery", t("gatherings.sayEveryMonths"), lists.months)} {t("gatherings.onThe")}{" "}
          {select("dateDay", t("gatherings.sayDate"), lists.dates)}
        </>,
      )}
      {undated &&
        option(
          withoutDate,
          3,
          t("undated.kind"),
          ["timesAYear"],
          select("timesAYear", t("undated.sayTimes"), lists.times),
          t("undated.kindLead"),
        )}
    </Choices>
  );
}

function listsIn(language: Language, t: Say) {
  const listed = (values: number[], label: (value: number) => string) =>
    values.map((value) => ({ value: String(value), label: label(value) }));
  return {
    weeks: listed(weeks, (count) => t("gatherings.everyWeeks", { count })),
    months: listed(months, (count) => t("gatherings.everyMonths", { count })),
    weekdays: listed(upTo(7), (weekday) => weekdayName(weekday, language)),
    times: timesAYear.map((times) => ({
      value: String(times),
      label: t("undated.timesAYear", { number: t(`undated.number${times}`) }),
    })),
    dates: listed(upTo(31), (date) => ordinal(date, language)),
    nths: (["1", "2", "3", "4", "-1"] as const).map((nth) => ({ value: nth, label: t(nthWords[nth]) })),
  };
}
