import { RRule } from "rrule";
import { afterEach, describe, expect, it, vi } from "vitest";
import { firstFit, type Rhythm, rhythmOf, ruleOf, slots } from "./recurrence";

const firstTuesday: Rhythm = { kind: "months", every: 1, nth: 1, weekday: 2 };
const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const onlyIn = (month: number) => everyMonth.filter((other) => other !== month);
afterEach(() => vi.mocked(RRule.prototype.all).mockRestore?.());

describe("a rhythm as the text of a rule", () => {
  const written: [Rhythm, string, string][] = [
    [{ kind: "once" }, "2026-12-01T19:30", "FREQ=DAILY;COUNT=1"],
    [{ kind: "weeks", every: 1, weekday: 2 }, "2026-12-01T19:30", "FREQ=WEEKLY;BYDAY=TU"],
    [{ kind: "weeks", every: 2, weekday: 7 }, "2026-12-06T10:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"],
    [firstTuesday, "2026-12-01T19:30", "FREQ=MONTHLY;BYDAY=1TU"],
    [{ kind: "months", every: 3, nth: -1, weekday: 5 }, "2026-11-27T19:30", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"],
    [{ ...firstTuesday, notIn: [8, 7] }, "2026-12-01T19:30", "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=1,2,3,4,5,6,9,10,11,12"],
    [{ kind: "month-day", every: 1, day: 31 }, "2026-12-31T19:30", "FREQ=MONTHLY;BYMONTHDAY=31"],
  ];
  it.each(written)("writes %j from %s as %s", (rhythm, first, rule) => expect(ruleOf(rhythm, first)).toBe(rule));

  it("ends on a day of the wall clock, or for a calendar file at an instant in UTC", () => {
    expect(ruleOf(firstTuesday, "2026-12-01T19:30", "2027-06-30")).toBe("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270630T235959");
    expect(ruleOf(firstTuesday, "2026-12-01T19:30", "2027-06-01T17:30:00.000Z")).toBe("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270601T173000Z");
    expect(rhythmOf("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270601T173000Z")).toEqual(firstTuesday);
    expect(() => slots("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270601T173000Z", "2026-12-01T19:30", { limit: 1 })).toThrow(RangeError);
  });

  it("never puts an end beside the count of a single gathering", () => {
    expect(ruleOf({ kind: "once" }, "2026-12-01T19:30", "2027-06-30")).toBe("FREQ=DAILY;COUNT=1");
  });

  it("refuses a first start on which the rhythm does not fall", () => {
    expect(() => ruleOf(firstTuesday, "2026-12-02T19:30")).toThrow(RangeError);
    expect(() => ruleOf({ ...firstTuesday, notIn: [12] }, "2026-12-01T19:30")).toThrow(RangeError);
  });

  const nonsense = [
    { kind: "weeks", every: 53, weekday: 1 },
    { kind: "weeks", every: 1, weekday: 0 },
    { kind: "weeks", every: 1.5, weekday: 1 },
    { kind: "months", every: 1, nth: 5, weekday: 1 },
    { kind: "months", every: 13, nth: 1, weekday: 1 },
    { kind: "month-day", every: 1, day: 32 },
    { kind: "weeks", every: 1, weekday: 1, notIn: everyMonth },
    { kind: "weeks", every: 1, weekday: 1, notIn: [13] },
  ] as Rhythm[];
  it.each(nonsense)("refuses %j", (rhythm) => expect(() => firstFit(rhythm, "2026-11-23", "19:30")).toThrow(RangeError));

  it.each([
    "",
    "RRULE:FREQ=WEEKLY;BYDAY=TU",
    "FREQ=YEARLY;BYMONTHDAY=1",
    "FREQ=WEEKLY;BYDAY=TU;COUNT=5",
    "FREQ=WEEKLY;BYDAY=TU,TH",
    "FREQ=WEEKLY;BYDAY=1TU",
    "FREQ=WEEKLY;BYMONTHDAY=3",
    "FREQ=MONTHLY;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=5TU",
    "FREQ=MONTHLY;BYDAY=1XX",
    "FREQ=MONTHLY;INTERVAL=0;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTH=0,13",
  ])("does not take %j for a rule of its own", (rule) => {
    expect(rhythmOf(rule)).toBeNull();
    expect(() => slots(rule, "2026-12-01T19:30", { limit: 1 })).toThrow(RangeError);
  });
});

describe("the dates of a series", () => {
  it("keeps half past seven on every first Tuesday, from winter into summer", () => {
    const dates = slots("FREQ=MONTHLY;BYDAY=1TU", "2026-12-01T19:30", { limit: 5 });
    expect(dates).toEqual(["2026-12-01T19:30", "2027-01-05T19:30", "2027-02-02T19:30", "2027-03-02T19:30", "2027-04-06T19:30"]);
  });

  it("has no date in a month without the 31st, and on 29 February only in a leap year", () => {
    const thirtyFirst = slots("FREQ=MONTHLY;BYMONTHDAY=31", "2027-01-31T14:00", { to: "2027-08-31", limit: 10 });
    expect(thirtyFirst.map((slot) => slot.slice(5, 10))).toEqual(["01-31", "03-31", "05-31", "07-31", "08-31"]);
    const leapDay = slots("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29", "2024-02-29T14:00", { limit: 3 });
    expect(leapDay).toEqual(["2024-02-29T14:00", "2028-02-29T14:00", "2032-02-29T14:00"]);
  });

  it("includes the days it is asked from and to, and an hour only when it is not past", () => {
    const weekly = (from: string, to: string) => slots("FREQ=WEEKLY;BYDAY=TU", "2026-12-01T19:30", { from, to, limit: 10 });
    expect(weekly("2026-12-08", "2026-12-15")).toEqual(["2026-12-08T19:30", "2026-12-15T19:30"]);
    expect(weekly("2026-12-08T19:30", "2026-12-15T19:29")).toEqual(["2026-12-08T19:30"]);
    expect(weekly("2026-12-08T19:31", "2026-12-15T19:30")).toEqual(["2026-12-15T19:30"]);
    expect(weekly("2026-12-08", "2026-12-07")).toEqual([]);
  });

  it("stops on the day the series ends, late evening included", () => {
    const rule = ruleOf({ kind: "weeks", every: 1, weekday: 2 }, "2026-12-01T23:45", "2026-12-15");
    expect(slots(rule, "2026-12-01T23:45", { limit: 10 })).toEqual(["2026-12-01T23:45", "2026-12-08T23:45", "2026-12-15T23:45"]);
    expect(slots(rule, "2026-12-01T23:45", { limit: 10, to: "2026-12-14" })).toHaveLength(2);
  });

  it("meets once if that is what was asked", () => {
    expect(slots("FREQ=DAILY;COUNT=1", "2026-12-01T19:30", { limit: 10 })).toEqual(["2026-12-01T19:30"]);
    expect(slots("FREQ=DAILY;COUNT=1", "2026-12-01T19:30", { from: "2026-12-02", limit: 10 })).toEqual([]);
  });

  it("begins counting near today, however long ago the series began, and keeps its turn", () => {
    const all = vi.spyOn(RRule.prototype, "all");
    const dates = slots("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "2009-01-06T19:30", { from: "2026-11-23", limit: 2 });
    expect(dates).toEqual(["2026-11-24T19:30", "2026-12-15T19:30"]); // 933 and 936 weeks after the first: 3 times 311 and 312
    slots("FREQ=MONTHLY;INTERVAL=5;BYDAY=1TU", "2009-01-06T19:30", { from: "2026-11-23", limit: 2 });
    for (const rule of all.mock.contexts as RRule[]) expect(rule.options.dtstart.toISOString() > "2026-06").toBe(true);
    expect(all).toHaveBeenCalledTimes(2);
  });

  it("gives nothing for what never happens, without asking rrule, which would walk to the year 9999", () => {
    const all = vi.spyOn(RRule.prototype, "all");
    expect(slots("FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2", "2026-02-01T19:30", { limit: 1000 })).toEqual([]);
    expect(slots("FREQ=MONTHLY;INTERVAL=12;BYDAY=1TU;BYMONTH=2", "2026-07-07T19:30", { limit: 1000 })).toEqual([]);
    expect(slots("FREQ=MONTHLY;INTERVAL=8;BYMONTHDAY=29;BYMONTH=2", "2025-02-01T19:30", { limit: 1000 })).toEqual([]);
    expect(all).not.toHaveBeenCalled();
  });

  it("never gives more than a thousand dates, nor any after 2100", () => {
    expect(slots("FREQ=WEEKLY;BYDAY=TU", "2026-12-01T19:30", { limit: 5000 })).toHaveLength(1000);
    expect(slots("FREQ=WEEKLY;BYDAY=TU", "2100-12-01T19:30", { limit: 5000 }).at(-1)).toBe("2100-12-28T19:30");
    expect(slots("FREQ=WEEKLY;BYDAY=TU", "2026-12-01T19:30", { limit: 0 })).toEqual([]);
  });

  it.each([
    "2026-02-30T19:30",
    "2026-12-01",
    "2026-12-01T24:00",
    "2026-12-01T19:30:00",
    "2026-12-01T19:30Z",
    "1899-12-31T19:30",
    "2101-01-01T00:00",
    "soon",
  ])("refuses %j as a first start", (text) => expect(() => slots("FREQ=WEEKLY;BYDAY=TU", text, { limit: 1 })).toThrow(RangeError));
  it("refuses a number of dates that is none", () => {
    for (const limit of [Number.NaN, -1]) expect(() => slots("FREQ=WEEKLY;BYDAY=TU", "2026-12-01T19:30", { limit })).toThrow(RangeError);
  });
});

describe("the first date that fits", () => {
  it.each<[Rhythm, string, string | null]>([
    [{ kind: "once" }, "2026-11-23", "2026-11-23T19:30"],
    [{ kind: "weeks", every: 4, weekday: 1 }, "2026-11-23", "2026-11-23T19:30"],
    [{ kind: "weeks", every: 4, weekday: 7 }, "2026-11-23", "2026-11-29T19:30"],
    [firstTuesday, "2026-11-23", "2026-12-01T19:30"],
    [{ ...firstTuesday, notIn: [12, 1] }, "2026-11-23", "2027-02-02T19:30"],
    [{ kind: "months", every: 1, nth: -1, weekday: 1 }, "2026-11-24", "2026-11-30T19:30"],
    [{ kind: "month-day", every: 1, day: 29, notIn: onlyIn(2) }, "2026-11-23", "2028-02-29T19:30"],
    [{ kind: "month-day", every: 1, day: 29, notIn: onlyIn(2) }, "1900-01-01", "1904-02-29T19:30"],
    [{ kind: "month-day", every: 1, day: 30, notIn: onlyIn(2) }, "2026-11-23", null],
    [{ kind: "month-day", every: 1, day: 29, notIn: onlyIn(2) }, "2096-03-01", null],
  ])("for %j from %s is %s", (rhythm, day, fit) => expect(firstFit(rhythm, day, "19:30")).toBe(fit));

  it("is refused for a day or a time that does not exist", () => {
    expect(() => firstFit(firstTuesday, "2026-02-30", "19:30")).toThrow(RangeError);
    expect(() => firstFit(firstTuesday, "2026-11-23", "24:00")).toThrow(RangeError);
  });
});
