import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstFit, type Rhythm, rhythmOf, ruleOf, slots } from "./recurrence";

interface Day {
  text: string;
  year: number;
  month: number;
  date: number;
  weekday: number;
  length: number;
}

/** Every day from 1900 to 2100, counted off on the fingers: no Date, no rrule, nothing shared with recurrence.ts. */
const calendar: Day[] = [];
for (let year = 1900, weekday = 1; year <= 2100; year += 1) {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0; // and 1 January 1900 was a Monday
  [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, index) => {
    for (let date = 1; date <= length; date += 1, weekday = (weekday % 7) + 1) {
      const text = [year, index + 1, date].map((part) => String(part).padStart(2, "0")).join("-");
      calendar.push({ text, year, month: index + 1, date, weekday, length });
    }
  });
}
const placeOf = new Map(calendar.map((day, place) => [day.text, place]));

/** The same dates found the slow way: every day is looked at. From and to are days, included. */
function dayByDay(rhythm: Rhythm, firstLocal: string, from: string, to: string): string[] {
  const [firstDay = "", time = ""] = firstLocal.split("T");
  const [first, start, end] = [firstDay, from, to].map((day) => placeOf.get(day) ?? calendar.length - 1) as [number, number, number];
  const days = calendar.slice(Math.max(first, start), end + 1);
  return days.filter((day) => meets(rhythm, day, calendar[first] as Day)).map((day) => `${day.text}T${time}`);
}

function meets(rhythm: Rhythm, day: Day, first: Day): boolean {
  if (rhythm.kind === "once") return day === first;
  if (rhythm.notIn?.includes(day.month)) return false;
  if (rhythm.kind !== "month-day" && day.weekday !== rhythm.weekday) return false;
  if (rhythm.kind === "weeks") {
    const weeks = Math.floor(placeOf.get(day.text)! / 7) - Math.floor(placeOf.get(first.text)! / 7);
    return weeks % rhythm.every === 0;
  }
  if (((day.year - first.year) * 12 + day.month - first.month) % rhythm.every !== 0) return false;
  if (rhythm.kind === "month-day") return day.date === rhythm.day;
  const same = [];
  for (let date = 1; date <= day.length; date += 1) if ((date - day.date) % 7 === 0) same.push(date);
  return same.at(rhythm.nth === -1 ? -1 : rhythm.nth - 1) === day.date;
}

const notIn = fc.option(
  fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 11 }).map((months) => months.sort((a, b) => a - b)),
  {
    nil: undefined,
  },
);
const weekday = fc.integer({ min: 1, max: 7 });
const months = fc.integer({ min: 1, max: 12 });
const rhythms: fc.Arbitrary<Rhythm> = fc
  .oneof(
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("once" as const) }) },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant("weeks" as const), every: fc.integer({ min: 1, max: 52 }), weekday, notIn }) },
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant("months" as const), every: months, nth: fc.constantFrom(1, 2, 3, 4, -1), weekday, notIn }),
    },
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant("month-day" as const), every: months, day: fc.integer({ min: 1, max: 31 }), notIn }),
    },
  )
  .map((rhythm) => {
    if ("notIn" in rhythm && !rhythm.notIn) delete rhythm.notIn;
    return rhythm as Rhythm;
  });
const dayFrom = (start: string, span: number) =>
  fc.integer({ min: 0, max: span }).map((n) => new Date(Date.parse(start) + n * 86_400_000).toISOString().slice(0, 10));
const times = fc.integer({ min: 0, max: 1439 }).map((n) => new Date(n * 60_000).toISOString().slice(11, 16));
const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** A first date may lie anywhere from 1960 to 2060; what is asked begins up to thirty years later, or a little earlier, and lasts up to six years. */
const asked = fc.record({
  rhythm: rhythms,
  day: dayFrom("1960-01-01", 36_524),
  time: times,
  wait: fc.oneof(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 10_950 })),
  span: fc.integer({ min: 0, max: 2_200 }),
});

describe("any rhythm", () => {
  it("falls on the dates that looking at every day finds", () => {
    let met = 0;
    fc.assert(
      fc.property(asked, ({ rhythm, day, time, wait, span }) => {
        const first = firstFit(rhythm, day, time);
        if (!first) return;
        const [from, to] = [later(first.slice(0, 10), wait), later(first.slice(0, 10), wait + span)];
        const expected = dayByDay(rhythm, first, from, to);
        met += expected.length;
        expect(slots(ruleOf(rhythm, first), first, { from, to, limit: 1000 })).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    expect(met).toBeGreaterThan(10_000);
  });

  it("counts from its first start even where that start is no date of it", () => {
    fc.assert(
      fc.property(asked, ({ rhythm, day, time, wait, span }) => {
        const fit = firstFit(rhythm, "2026-01-01", "19:30");
        if (!fit || rhythm.kind === "once") return;
        const [from, to] = [later(day, wait), later(day, wait + span)];
        expect(slots(ruleOf(rhythm, fit), `${day}T${time}`, { from, to, limit: 1000 })).toEqual(
          dayByDay(rhythm, `${day}T${time}`, from, to),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("begins on the first day that fits, and no day before it would have done", () => {
    fc.assert(
      fc.property(asked, ({ rhythm, day, time }) => {
        const anyTurn = rhythm.kind === "once" ? rhythm : { ...rhythm, every: 1 };
        expect(firstFit(rhythm, day, time)).toBe(dayByDay(anyTurn, `${day}T${time}`, day, later(day, 3000))[0] ?? null);
      }),
      { numRuns: 500 },
    );
  });

  it("is read back from its rule, with an end or without", () => {
    fc.assert(
      fc.property(asked, fc.constantFrom(undefined, "2070-06-30", "2070-06-30T21:59:59.000Z"), ({ rhythm, day, time }, endsOn) => {
        const first = firstFit(rhythm, day, time);
        if (first) expect(rhythmOf(ruleOf(rhythm, first, endsOn))).toEqual(rhythm);
      }),
    );
  });

  it("comes in pieces as it comes whole", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 7 }), ({ rhythm, day, time }, piece) => {
        const first = firstFit(rhythm, day, time);
        if (!first) return;
        const rule = ruleOf(rhythm, first);
        const whole = slots(rule, first, { limit: piece * 3 });
        const next = (from: string | undefined) => (from ? slots(rule, first, { from, limit: piece + 1 }) : []);
        const [one, two] = [next(first).slice(0, piece), next(next(first)[piece]).slice(0, piece)];
        expect([...one, ...two]).toEqual(whole.slice(0, piece * 2));
      }),
      { numRuns: 300 },
    );
  });
});
