import { addMonths } from "~/platform/wall-clock";

export type SchoolHoliday = "autumn" | "christmas" | "carnival" | "easter" | "ascension" | "summer";

/** From a day until a day, both included. */
interface Period {
  name: SchoolHoliday;
  from: string;
  until: string;
}

/**
 * The school holidays of the Flemish Community, by school year. Source: Onderwijs Vlaanderen, schoolvakanties, which follow the
 * Decisions of the Flemish Government of 17 April 1991 (primary schools) and 31 August 2001, article 7 (secondary schools).
 * A school year is added here when it is known; holidays.test.ts works each out by those rules.
 */
export const schoolHolidays: readonly Period[] = [
  // 2025-2026, from Christmas on
  { name: "christmas", from: "2025-12-22", until: "2026-01-04" },
  { name: "carnival", from: "2026-02-16", until: "2026-02-22" },
  { name: "easter", from: "2026-04-06", until: "2026-04-19" },
  { name: "ascension", from: "2026-05-15", until: "2026-05-15" },
  { name: "summer", from: "2026-07-01", until: "2026-08-31" },
  // 2026-2027
  { name: "autumn", from: "2026-11-02", until: "2026-11-08" },
  { name: "christmas", from: "2026-12-21", until: "2027-01-03" },
  { name: "carnival", from: "2027-02-08", until: "2027-02-14" },
  { name: "easter", from: "2027-03-29", until: "2027-04-11" },
  { name: "ascension", from: "2027-05-07", until: "2027-05-07" },
  { name: "summer", from: "2027-07-01", until: "2027-08-31" },
  // 2027-2028
  { name: "autumn", from: "2027-11-01", until: "2027-11-07" },
  { name: "christmas", from: "2027-12-27", until: "2028-01-09" },
  { name: "carnival", from: "2028-02-28", until: "2028-03-05" },
  { name: "easter", from: "2028-04-03", until: "2028-04-16" },
  { name: "ascension", from: "2028-05-26", until: "2028-05-26" },
  { name: "summer", from: "2028-07-01", until: "2028-08-31" },
];

/** The last day of which it is known whether it is one of a school holiday. */
export const schoolHolidaysUntil = "2028-08-31";

/** In which Flemish school holiday a day falls, or null: also when it isn't known yet. @param day ISO day */
export function schoolHolidayOn(day: string): SchoolHoliday | null {
  return schoolHolidays.find(({ from, until }) => from <= day && day <= until)?.name ?? null;
}

/** Whether somebody who plans a year ahead on this day comes past what is known. @param today ISO day */
export function schoolHolidaysRunOut(today: string): boolean {
  return addMonths(today, 12) > schoolHolidaysUntil;
}
