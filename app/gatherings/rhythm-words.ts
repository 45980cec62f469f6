import { capital, hourOf, listed, longDay, monthName, once } from "~/i18n/dates";
import type { Language, Say, TextKey } from "~/i18n/text";
import { type Rhythm, rhythmOf } from "./recurrence";

const weekdays = once((locale) => new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }));
const numbers = once((locale) => new Intl.NumberFormat(locale));
const ordinals = once((locale) => new Intl.PluralRules(locale, { type: "ordinal" }));

/** "dinsdag". @param weekday 1 (Monday) to 7 (Sunday) */
export function weekdayName(weekday: number, language: Language): string {
  // 1 January 2024 was a Monday.
  return weekdays(language).format(new Date(Date.UTC(2024, 0, weekday)));
}

const englishEndings: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };

/** "15de", "1ste"; "15th", "1st". */
export function ordinal(number: number, language: Language): string {
  if (language === "en") return `${number}${englishEndings[ordinals(language).select(number)]}`;
  return `${number}${number === 1 || number === 8 || number >= 20 ? "ste" : "de"}`;
}

export const nthWords: Record<"1" | "2" | "3" | "4" | "-1", TextKey> = {
  "1": "gatherings.nth1",
  "2": "gatherings.nth2",
  "3": "gatherings.nth3",
  "4": "gatherings.nth4",
  "-1": "gatherings.nthLast",
};

/** "2 uur", "1,5 uur", "45 minuten". */
export function longInWords(minutes: number, language: Language, t: Say): string {
  if (minutes % 30 !== 0 || minutes < 60) return t("gatherings.longMinutes", { count: minutes });
  const hours = minutes / 60;
  return t("gatherings.longHours", { count: hours, hours: numbers(language).format(hours) });
}

/** What a sentence about a series is made of. */
export interface SeriesInWords {
  /** RRULE text that ruleOf wrote. */
  rule: string;
  /** Wall-clock time. */
  firstLocal: string;
  minutes: number;
  place: string;
  /** Last day, or null. */
  endsOn: string | null;
}

/** "Elke eerste dinsdag van de maand om 19.30 uur". @throws RangeError for a rule that is none of ours */
export function rhythmInWords({ rule, firstLocal }: Pick<SeriesInWords, "rule" | "firstLocal">, language: Language, t: Say): string {
  const rhythm = rhythmOf(rule);
  if (!rhythm) throw new RangeError(`no rule of a series: ${rule}`);
  return t("gatherings.rhythmAt", { rhythm: bare(rhythm, firstLocal, language, t), hour: hourOf(firstLocal, language) });
}

/** The whole of a series in one to three sentences: when, how long, where; not in which months; until when. */
export function seriesInWords(series: SeriesInWords, language: Language, t: Say): string[] {
  const rhythm = rhythmOf(series.rule);
  const { minutes, place, endsOn } = series;
  const sentences = [
    t("gatherings.rhythmWhole", { rhythm: rhythmInWords(series, language, t), long: longInWords(minutes, language, t), place }),
  ];
  if (rhythm && "notIn" in rhythm && rhythm.notIn) {
    const months = rhythm.notIn.map((month) => monthName(month, language));
    sentences.push(t("gatherings.rhythmNotIn", { months: listed(months, language) }));
  }
  if (endsOn) sentences.push(t("gatherings.rhythmUntil", { day: longDay(endsOn, language) }));
  return sentences;
}

function bare(rhythm: Rhythm, firstLocal: string, language: Language, t: Say): string {
  if (rhythm.kind === "once") return t("gatherings.rhythmOnce", { day: longDay(firstLocal, language) });
  const count = rhythm.every;
  if (rhythm.kind === "month-day") return capital(t("gatherings.rhythmDate", { count, date: ordinal(rhythm.day, language) }));
  const weekday = weekdayName(rhythm.weekday, language);
  if (rhythm.kind === "weeks") return capital(t("gatherings.rhythmWeeks", { count, weekday }));
  return capital(t("gatherings.rhythmMonths", { count, weekday, nth: t(nthWords[`${rhythm.nth}`]) }));
}
