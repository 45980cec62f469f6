import { addDays, daysBetween, weekdayOf } from "~/platform/wall-clock";

const fixed = {
  "01-01": "newYear",
  "05-01": "labourDay",
  "07-21": "nationalDay",
  "08-15": "assumption",
  "11-01": "allSaints",
  "11-11": "armistice",
  "12-25": "christmas",
} as const;
/** By how many days they come after Easter. */
const moving = { 1: "easterMonday", 39: "ascension", 50: "whitMonday" } as const;

/** One of the ten of Belgium: Law of 4 January 1974, Royal Decree of 18 April 1974, article 1. Flanders adds none. */
export type PublicHoliday = (typeof fixed)[keyof typeof fixed] | (typeof moving)[keyof typeof moving];

/** Which public holiday a day is in Belgium, or null. Where two meet (1 May 2008), the fixed one. @param day ISO day, 1900 to 2100 */
export function publicHolidayOn(day: string): PublicHoliday | null {
  const byDate: Record<string, PublicHoliday> = fixed;
  const byEaster: Record<number, PublicHoliday> = moving;
  return byDate[day.slice(5)] ?? byEaster[daysBetween(easterOf(Number(day.slice(0, 4))), day)] ?? null;
}

/**
 * Easter Sunday of a year, 1900 to 2100: the first Sunday after the full moon that the Gregorian calendar reckons with, on 21
 * March or later. The moon is Gauss's, with his two exceptions (as in 1954 and 1981); its 24 holds from 1900 to 2199.
 */
export function easterOf(year: number): string {
  const moon = (19 * (year % 19) + 24) % 30;
  const fullMoon = addDays(`${year}-03-21`, moon > 27 ? moon - 1 : moon);
  return addDays(fullMoon, 7 - (weekdayOf(fullMoon) % 7));
}
