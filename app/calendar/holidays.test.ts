import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, isDay } from "~/platform/wall-clock";
import { easterOf, publicHolidayOn } from "./public-holidays";
import { schoolHolidayOn, schoolHolidays, schoolHolidaysRunOut, schoolHolidaysUntil } from "./school-holidays";

/** Easter from 2001 on, as a day counted from the last of February: OEIS A060958, after the Physikalisch-Technische Bundesanstalt. */
const easters = [
  ...[46, 31, 51, 42, 27, 47, 39, 23, 43, 35, 55, 39, 31, 51, 36, 27, 47, 32, 52, 43, 35, 48, 40, 31, 51, 36, 28, 47, 32, 52, 44, 28, 48],
  ...[40, 25, 44, 36, 56, 41, 32, 52, 37, 29, 48, 40, 25, 45, 36, 49, 41, 33, 52, 37, 29, 49, 33, 53, 45, 30, 49, 41, 26, 46, 37, 29, 42],
];
const easterInTable = (year: number) => addDays(`${year}-03-01`, (easters[year - 2001] ?? Number.NaN) - 1);
const yearOf = (year: number) => {
  const first = `${year}-01-01`;
  return Array.from({ length: daysBetween(first, `${year}-12-31`) + 1 }, (_, place) => addDays(first, place));
};
const weekday = (day: string) => new Date(`${day}T00:00Z`).getUTCDay() || 7;

describe("Easter", () => {
  it("is on the day that the table says, 2001 to 2066", () => {
    expect(easters).toHaveLength(66);
    for (let year = 2001; year <= 2066; year += 1) expect(easterOf(year)).toBe(easterInTable(year));
  });

  it("is a Sunday from 22 March to 25 April, 1900 to 2100", () => {
    // Two exceptions to the rule of Gauss, the latest that Easter can be, and a year without a leap day.
    expect([easterOf(1954), easterOf(1981), easterOf(1943), easterOf(2100)]).toEqual([
      "1954-04-18",
      "1981-04-19",
      "1943-04-25",
      "2100-03-28",
    ]);
    for (let year = 1900; year <= 2100; year += 1) {
      const easter = easterOf(year);
      expect([weekday(easter), easter >= `${year}-03-22`, easter <= `${year}-04-25`]).toEqual([7, true, true]);
    }
  });
});

describe("The public holidays", () => {
  const inYear = (year: number) => yearOf(year).flatMap((day) => (publicHolidayOn(day) ? [`${day.slice(5)} ${publicHolidayOn(day)}`] : []));

  it("are the ten of the law", () => {
    expect(inYear(2027)).toEqual([
      "01-01 newYear",
      "03-29 easterMonday",
      "05-01 labourDay",
      "05-06 ascension",
      "05-17 whitMonday",
      "07-21 nationalDay",
      "08-15 assumption",
      "11-01 allSaints",
      "11-11 armistice",
      "12-25 christmas",
    ]);
    expect(inYear(2026).filter((one) => /easter|asc|whit/.test(one))).toEqual([
      "04-06 easterMonday",
      "05-14 ascension",
      "05-25 whitMonday",
    ]);
    expect(inYear(2028).filter((one) => /easter|asc|whit/.test(one))).toEqual([
      "04-17 easterMonday",
      "05-25 ascension",
      "06-05 whitMonday",
    ]);
  });

  it("are ten each year but 2008, when Ascension was on the first of May", () => {
    for (let year = 1990; year <= 2060; year += 1) expect(inYear(year)).toHaveLength(year === 2008 ? 9 : 10);
  });
});

/** The Monday of the week in which a day falls. */
const mondayOf = (day: string) => addDays(day, 1 - weekday(day));
const weeks = (from: string, count: number) => ({ from, until: addDays(from, 7 * count - 1) });

/** The school year that begins in September, by article 7 of the Decision of 31 August 2001, word for word. */
function byTheRules(year: number) {
  const next = year + 1;
  const easter = easterInTable(next);
  const mondayBeforeEaster = (nth: number) => addDays(easter, 1 - 7 * nth);
  const autumn = weekday(`${year}-11-01`) === 7 ? `${year}-11-02` : mondayOf(`${year}-11-01`);
  const christmas = weekday(`${year}-12-25`) >= 6 ? addDays(mondayOf(`${year}-12-25`), 7) : mondayOf(`${year}-12-25`);
  const firstOfApril = `${next}-04-01`;
  const firstMondayOfApril = addDays(mondayOf(firstOfApril), weekday(firstOfApril) === 1 ? 0 : 7);
  const spring = easter < firstOfApril ? addDays(easter, 1) : easter > `${next}-04-15` ? mondayBeforeEaster(2) : firstMondayOfApril;
  return [
    { name: "autumn", ...weeks(autumn, 1) },
    { name: "christmas", ...weeks(christmas, 2) },
    { name: "carnival", ...weeks(mondayBeforeEaster(7), 1) },
    { name: "easter", ...weeks(spring, 2) },
    { name: "ascension", from: addDays(easter, 40), until: addDays(easter, 40) },
    { name: "summer", from: `${next}-07-01`, until: `${next}-08-31` },
  ];
}

describe("The school holidays", () => {
  it("are those that the rules of the Flemish Government give", () => {
    const years = Array.from({ length: Number(schoolHolidaysUntil.slice(0, 4)) - 2025 }, (_, place) => 2025 + place);
    expect(schoolHolidays).toEqual(years.flatMap(byTheRules).slice(1));
    // The rules themselves, held against a calendar that schools have printed: 2024-2025, with Easter after 15 April.
    expect(byTheRules(2024).map(({ from, until }) => `${from} ${until}`)).toEqual([
      "2024-10-28 2024-11-03",
      "2024-12-23 2025-01-05",
      "2025-03-03 2025-03-09",
      "2025-04-07 2025-04-20",
      "2025-05-30 2025-05-30",
      "2025-07-01 2025-08-31",
    ]);
  });

  it("stand in order, apart from each other, and whole to the last day that is known", () => {
    for (const [place, { from, until }] of schoolHolidays.entries()) {
      expect([isDay(from), isDay(until), from <= until]).toEqual([true, true, true]);
      const before = schoolHolidays[place - 1];
      if (before) expect(before.until < from).toBe(true);
    }
    expect(schoolHolidays.at(-1)).toMatchObject({ name: "summer", until: schoolHolidaysUntil });
  });

  it("begin and end on their first and last day", () => {
    const days = ["2026-11-01", "2026-11-02", "2026-11-08", "2026-11-09", schoolHolidaysUntil, addDays(schoolHolidaysUntil, 1)];
    expect(days.map(schoolHolidayOn)).toEqual([null, "autumn", "autumn", null, "summer", null]);
  });

  it("run out for who plans a year ahead, a year before the last day that is known", () => {
    const last = addMonths(schoolHolidaysUntil, -12);
    expect([addDays(last, -1), last, addDays(last, 1), schoolHolidaysUntil].map(schoolHolidaysRunOut)).toEqual([false, false, true, true]);
  });
});
