import type { Filled } from "~/forms/form";
import { capital, listed, monthName, plainDay } from "~/i18n/dates";
import type { Language, Say, TextKey } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { isDay } from "~/platform/wall-clock";
import { SelectField } from "~/ui/select-field";
import { meetingInWords } from "../../components/meeting-in-words";
import { monthsIn } from "../schema";
import { timesAYear } from "../turn";

/** How many times a year, where nothing else is to choose. */
export function TimesField({ field }: { field: Filled }) {
  const t = useText();
  const options = timesAYear.map((times) => ({ value: String(times), label: capital(timesWords(String(times), t)) }));
  return <SelectField {...field} label={t("gatherings.howOften")} options={options} />;
}

/** Where two versions of one stand beside each other: the label of each field, and its value in words. */
export const undatedLabels: Record<string, TextKey> = {
  ...{ timesAYear: "gatherings.howOften", notIn: "gatherings.notIn", endsOn: "gatherings.ends" },
  ...{ minutes: "gatherings.long", place: "gatherings.place", about: "gatherings.aboutField" },
};

export function undatedFieldInWords(field: string, value: string, language: Language, t: Say): string {
  if (field === "timesAYear") return timesWords(value, t);
  if (field === "endsOn" && isDay(value)) return plainDay(value, language);
  if (field === "notIn" && /^[\d,]+$/.test(value))
    return listed(
      monthsIn(value).map((month) => monthName(month, language)),
      language,
    );
  return meetingInWords(field, value, language, t);
}

function timesWords(value: string, t: Say): string {
  const times = timesAYear.find((one) => String(one) === value);
  return times ? t("undated.timesAYear", { number: t(`undated.number${times}`) }) : value;
}
