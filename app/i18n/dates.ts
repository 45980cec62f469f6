import { isolated } from "./isolated";
import type { Language, Say } from "./text";

const locales = { nl: "nl-BE", en: "en-GB" } as const;

/** To make one of Intl's formats costs a hundred times what it costs to use it, so each is made once. */
export function once<Format>(make: (locale: string) => Format): (language: Language) => Format {
  const made = new Map<Language, Format>();
  return (language) => {
    const format = made.get(language) ?? make(locales[language]);
    made.set(language, format);
    return format;
  };
}
const days = (options: Intl.DateTimeFormatOptions) => once((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));

const weekday = days({ weekday: "long", day: "numeric", month: "long" });
const weekdayAndYear = days({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const dayAndYear = days({ day: "numeric", month: "long", year: "numeric" });
const dayAndMonth = days({ day: "numeric", month: "long" });
const month = days({ month: "long" });
const weekdayAndDate = days({ weekday: "long", day: "numeric" });
const monthAndYear = days({ month: "long", year: "numeric" });
const away = once((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
const list = once((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

/** "dinsdag 1 december", with the year when it is not the year of `today`. @param day ISO day or wall-clock time */
export function longDay(day: string, language: Language, today?: string): string {
  const sameYear = today !== undefined && today.slice(0, 4) === day.slice(0, 4);
  return (sameYear ? weekday : weekdayAndYear)(language).format(dateOf(day));
}

/** "1 december 2026" */
export function plainDay(day: string, language: Language): string {
  return dayAndYear(language).format(dateOf(day));
}

/** "3 mei", of every year. @param yearly `MM-DD` */
export function yearlyDay(yearly: string, language: Language): string {
  return dayAndMonth(language).format(dateOf(`2000-${yearly}`));
}

/** "juli". @param number 1 to 12 */
export function monthName(number: number, language: Language): string {
  return month(language).format(new Date(Date.UTC(2000, number - 1)));
}

/** "dinsdag 1", under the name of its month. @param day ISO day or wall-clock time */
export function dayInMonth(day: string, language: Language): string {
  return weekdayAndDate(language).format(dateOf(day));
}

/** "december 2026" */
export function monthOf(day: string, language: Language): string {
  return monthAndYear(language).format(dateOf(day));
}

/** The hour as people read it: "19.30 uur" in Flemish, "19:30" in English. @param local wall-clock time */
export function hourOf(local: string, language: Language): string {
  const time = local.slice(11, 16);
  return language === "nl" ? `${time.replace(":", ".")} uur` : time;
}

/** "dinsdag 1 december om 19.30 uur" */
export function longMoment(local: string, language: Language, t: Say, today?: string): string {
  return t("app.dayAtHour", { day: longDay(local, language, today), hour: hourOf(local, language) });
}

/** "vandaag", "morgen", "over 8 dagen", "3 dagen geleden". Always shown beside the full date. */
export function daysAway(count: number, language: Language): string {
  return away(language).format(count, "day");
}

/** "Mia, Tom en Fatima" */
export function listed(names: readonly string[], language: Language): string {
  return list(language).format(names.map(isolated));
}

function dateOf(day: string): Date {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`);
}

/** A capital at the start of a sentence: "Dinsdag 1 december". */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
