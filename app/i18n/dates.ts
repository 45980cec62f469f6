import { isolated } from "./isolated";
import type { Language, Say } from "./text";

const locales = { nl: "nl-BE", en: "en-GB" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" });
    formats.set(key, known);
  }
  return known;
}

/** "dinsdag 1 december", with the year when it is not the year of `today`. @param day ISO day or wall-clock time */
export function longDay(day: string, language: Language, today?: string): string {
  const sameYear = today !== undefined && today.slice(0, 4) === day.slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long" };
  return format(language, sameYear ? options : { ...options, year: "numeric" }).format(dateOf(day));
}

/** "1 december 2026" */
export function plainDay(day: string, language: Language): string {
  return format(language, { day: "numeric", month: "long", year: "numeric" }).format(dateOf(day));
}

/** "december 2026" */
export function monthOf(day: string, language: Language): string {
  return format(language, { month: "long", year: "numeric" }).format(dateOf(day));
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
export function daysAway(days: number, language: Language): string {
  return new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" }).format(days, "day");
}

/** "Mia, Tom en Fatima" */
export function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(names.map(isolated));
}

function dateOf(day: string): Date {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`);
}

/** A capital at the start of a sentence: "Dinsdag 1 december". */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
