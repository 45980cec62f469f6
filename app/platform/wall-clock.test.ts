import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMinutes,
  addMonths,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  isSetOn,
  isShownOnce,
  isTime,
  isZone,
  localOf,
} from "./wall-clock";

const brussels = "Europe/Brussels";
const minute = 60_000;

/** What Intl, the second opinion of these tests, has the clock in a zone show: the same digits, as a number of milliseconds in UTC. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function shown(at: number, zone: string): number {
  const options = {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  } as const;
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat("en", options);
  clocks.set(zone, clock);
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute);
}
const text = (digits: number) => new Date(digits).toISOString().slice(0, 16);
const offset = (at: number, zone: string) => shown(at, zone) - at;

/** The instants at which a zone's clock is set, to the minute, each with the offsets before and after in minutes. */
function changes(zone: string, from: number, to: number): { at: number; before: number; after: number }[] {
  const found = [];
  for (let day = Date.UTC(from, 0, 1); day < Date.UTC(to + 1, 0, 1); day += 1440 * minute) {
    const [before, after] = [offset(day, zone), offset(day + 1440 * minute, zone)];
    if (before === after) continue;
    let [low, high] = [0, 1440];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(day + middle * minute, zone) === before) low = middle;
      else high = middle;
    }
    found.push({ at: day + high * minute, before: before / minute, after: after / minute });
  }
  return found;
}

/** What RFC 5545 asks, said with two offsets: the first instant that shows the time; in a gap the offset from before it goes on. */
function asked(digits: number, { before, after }: { before: number; after: number }, zone: string): number {
  const candidates = [before, after].map((minutes) => digits - minutes * minute).filter((at) => shown(at, zone) === digits);
  return candidates.length > 0 ? Math.min(...candidates) : digits - before * minute;
}

describe("the clock in a zone", () => {
  it("shows half past seven all year, an hour apart in UTC", () => {
    expect(instantOf("2026-12-01T19:30", brussels)).toBe("2026-12-01T18:30:00.000Z");
    expect(instantOf("2026-07-07T19:30", brussels)).toBe("2026-07-07T17:30:00.000Z");
    expect(localOf("2026-07-07T17:30:59.999Z", brussels)).toBe("2026-07-07T19:30");
  });

  it("moves what falls in the hour of 29 March 2026 forward, and takes the first of the two hours of 25 October", () => {
    expect(instantOf("2026-03-29T02:30", brussels)).toBe("2026-03-29T01:30:00.000Z"); // 03:30+02:00
    expect(localOf("2026-03-29T01:30:00.000Z", brussels)).toBe("2026-03-29T03:30");
    expect(instantOf("2026-10-25T02:30", brussels)).toBe("2026-10-25T00:30:00.000Z"); // 02:30+02:00
    expect(localOf("2026-10-25T01:30:00.000Z", brussels)).toBe("2026-10-25T02:30");
  });

  it.each([brussels, "America/New_York", "Australia/Lord_Howe"])("agrees with Intl around every change in %s from 2020 to 2040", (zone) => {
    const all = changes(zone, 2020, 2040);
    expect(all).toHaveLength(42);
    for (const change of all) {
      for (let from = -180; from <= 180; from += 5) {
        const at = change.at + from * minute;
        expect(localOf(new Date(at).toISOString(), zone)).toBe(text(shown(at, zone)));
        const digits = change.at + (change.before + from) * minute;
        expect(instantOf(text(digits), zone)).toBe(new Date(asked(digits, change, zone)).toISOString());
      }
    }
  });

  it.each([brussels, "Africa/Cairo", "Pacific/Easter", "Australia/Lord_Howe"])(
    "shows each time once in %s, but for those around a change, which is before midnight in some zones",
    (zone) => {
      for (const { at, before, after } of changes(zone, 2024, 2028)) {
        for (let from = -180; from <= 180; from += 15) {
          const digits = at + (before + from) * minute;
          const times = new Set([before, after].filter((offset) => shown(digits - offset * minute, zone) === digits));
          expect([text(digits), isShownOnce(text(digits), zone)]).toEqual([text(digits), times.size === 1]);
        }
      }
      const [first] = changes(zone, 2026, 2026);
      const day = text((first?.at ?? 0) + (first?.before ?? 0) * minute - minute).slice(0, 10);
      expect([isSetOn(day, zone), isSetOn(addDays(day, 7), zone), isSetOn(addDays(day, -7), zone)]).toEqual([true, false, false]);
    },
  );

  it("never shows the day that Samoa skipped", () => {
    expect(isShownOnce("2011-12-30T12:00", "Pacific/Apia")).toBe(false);
    expect(isShownOnce("2011-12-29T12:00", "Pacific/Apia")).toBe(true);
    expect(() => isShownOnce("2026-03-29T24:30", brussels)).toThrow(RangeError);
    expect(isSetOn("2027-01-01", brussels)).toBe(false);
  });

  it("is never set in Kinshasa", () => {
    expect(changes("Africa/Kinshasa", 2020, 2040)).toEqual([]);
    for (let month = 0; month < 252; month += 1) {
      const day = addMonths("2020-01-15", month);
      expect(instantOf(`${day}T19:30`, "Africa/Kinshasa")).toBe(`${day}T18:30:00.000Z`);
    }
  });

  it("is already on tomorrow's day late in the evening, seen from UTC", () => {
    expect(dayOf("2026-11-23T22:59:59.999Z", brussels)).toBe("2026-11-23");
    expect(dayOf("2026-11-23T23:00:00.000Z", brussels)).toBe("2026-11-24");
  });

  it("keeps apart the days of more minutes than it remembers", () => {
    const start = Date.UTC(2026, 0, 1);
    for (let turn = 0; turn < 2; turn += 1)
      for (let hour = 0; hour < 6_000; hour += 1) {
        const instant = new Date(start + hour * 60 * minute).toISOString();
        expect(dayOf(instant, "UTC")).toBe(instant.slice(0, 10));
      }
  });

  it("shows the time it was asked for, unless spring skips it", () => {
    const skips = changes(brussels, 2020, 2040).filter(({ before, after }) => after > before);
    const start = Date.UTC(2020, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 21 * 525_600 }), (minutes) => {
        const digits = start + minutes * minute;
        const skipped = skips.some(({ at, before, after }) => digits >= at + before * minute && digits < at + after * minute);
        expect(localOf(instantOf(text(digits), brussels), brussels)).toBe(text(digits + (skipped ? 60 * minute : 0)));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    "2026-02-29T10:00",
    "2026-12-01",
    "2026-12-01T24:00",
    "2026-12-01T19:30:00",
    "2026-12-01T19:30Z",
    "1899-12-31T10:00",
    "",
    " 2026-12-01T19:30",
  ])("does not know the time %j", (local) => {
    const unknown = new RangeError(`no wall-clock time: ${local}`);
    expect(() => instantOf(local, brussels)).toThrow(unknown);
    expect(() => addMinutes(local, 1)).toThrow(unknown);
  });
  it.each(["2026-12-01T18:30", "2026-12-01T18:30:00.000+01:00", "soon", ""])("does not know the instant %j", (instant) => {
    const unknown = new RangeError(`no instant in UTC: ${instant}`);
    expect(() => localOf(instant, brussels)).toThrow(unknown);
    expect(() => dayOf(instant, brussels)).toThrow(unknown);
  });
  it.each(["2026-13-01T18:30:00.000Z", "1850-01-01T00:00:00.000Z"])("does not know the instant %j", (instant) =>
    expect(() => localOf(instant, brussels)).toThrow(RangeError),
  );
  it.each(["Mars/Base", "", "+02:00", "/Europe/Brussels", "Europe/Brussels ", "Europe/", "Europe"])("does not know the zone %j", (zone) => {
    expect(isZone(zone)).toBe(false);
    const unknown = /^[A-Z]/.test(zone) && !/\W$/.test(zone) ? RangeError : new RangeError(`no zone: ${zone}`);
    expect(() => instantOf("2026-12-01T19:30", zone)).toThrow(unknown);
    expect(() => localOf("2026-12-01T18:30:00.000Z", zone)).toThrow(unknown);
  });

  it("knows every zone that Intl knows", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) expect(isZone(zone)).toBe(true);
  });
});

describe("counting on the calendar", () => {
  it("goes on past midnight, the end of the month and the end of the year", () => {
    expect(addMinutes("2026-12-31T23:30", 90)).toBe("2027-01-01T01:00");
    expect(addMinutes("2026-03-01T00:30", -60)).toBe("2026-02-28T23:30");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  it("does not notice that the clock is set: the wall clock goes on by the minutes it is told", () => {
    expect(addMinutes("2026-03-29T01:30", 60)).toBe("2026-03-29T02:30");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  });

  it("takes the last day of a month that is too short", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2026-11-23", 14)).toBe("2028-01-23");
  });

  it("goes as many days back as it went on, and daysBetween says how many", () => {
    const days = fc
      .integer({ min: 0, max: 73_000 })
      .map((n) => new Date(Date.UTC(1900, 0, 1) + n * 1440 * minute).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, days, (one, other) => {
        const between = (Date.parse(other) - Date.parse(one)) / (1440 * minute);
        expect(daysBetween(one, other)).toBe(between);
        expect(addDays(one, between)).toBe(other);
        expect(addDays(other, -between)).toBe(one);
      }),
    );
  });

  it("refuses half a day, half a minute and whatever lies before 1900 or after 2100", () => {
    expect(() => addDays("2026-01-01", 0.5)).toThrow("no whole number: 0.5");
    expect(() => addMonths("2026-01-01", Number.NaN)).toThrow("no whole number: NaN");
    expect(() => addMinutes("2026-01-01T10:00", Number.POSITIVE_INFINITY)).toThrow("no whole number: Infinity");
    expect(() => addDays("2100-12-31", 1)).toThrow("no day from 1900 to 2100: 2101-01-01");
    expect(() => addMonths("1900-01-31", -1)).toThrow(RangeError);
    expect(() => addDays("2026-01-01", 1e12)).toThrow(RangeError);
    expect(() => daysBetween("2026-01-01", "2026-1-2")).toThrow("no day from 1900 to 2100: 2026-1-2");
  });

  it("knows a day, and a time of day, when it reads one", () => {
    for (const day of ["1900-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "2100-12-31"]) expect(isDay(day)).toBe(true);
    const no = "1899-12-31 1900-02-29 2100-02-29 2101-01-01 2026-00-10 2026-04-31 2026-13-01 2026-1-1 2026-01-01T00:00 x";
    for (const day of [...no.split(" "), ""]) expect(isDay(day)).toBe(false);
    for (const time of ["00:00", "09:05", "19:30", "23:59"]) expect(isTime(time)).toBe(true);
    for (const time of ["24:00", "9:05", "19:60", "19:30:00", "19.30", ""]) expect(isTime(time)).toBe(false);
  });
});
