import { describe, expect, it } from "vitest";
import { gatheringTyped, seriesTyped } from "./days-typed";
import { gatheringForm, rhythmForm, seriesForm, seriesToBegin } from "./schema";

const moment = { now: "2026-11-24T20:00:00.000Z", today: "2026-11-24", zone: "Europe/Brussels" };
const typed = { ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" };
const wrong = (change: Record<string, string | string[]>) => {
  const { days, wrong } = seriesTyped({ ...typed, ...change }, moment);
  expect(days).toEqual([]);
  return wrong.map(({ field, words }) => [field, words.key]);
};

describe("What was typed of a series so far", () => {
  it("shows the next six days, on the clock of the wall from winter into summer", () => {
    expect(seriesTyped(typed, moment)).toEqual({
      days: ["2026-12-01T19:30", "2027-01-05T19:30", "2027-02-02T19:30", "2027-03-02T19:30", "2027-04-06T19:30", "2027-05-04T19:30"],
      wrong: [],
    });
  });

  it("shows fewer when the series ends sooner, its last day included", () => {
    expect(seriesTyped({ ...typed, endsOn: "2027-01-05" }, moment).days).toEqual(["2026-12-01T19:30", "2027-01-05T19:30"]);
  });

  it("listens to the sentence that was chosen, and not to the others", () => {
    expect(seriesTyped({ ...typed, kind: "weeks", weeksEvery: "2", weeksDay: "3" }, moment).days.slice(0, 2)).toEqual([
      "2026-11-25T19:30",
      "2026-12-09T19:30",
    ]);
    expect(seriesTyped({ ...typed, kind: "month-day", dateDay: "31", notIn: ["12", "1"] }, moment).days.slice(0, 2)).toEqual([
      "2027-03-31T19:30",
      "2027-05-31T19:30",
    ]);
  });

  it("says at its field what stands in the way", () => {
    expect(wrong({ from: "" })).toEqual([["from", "gatherings.startMissing"]]);
    expect(wrong({ from: "2027-02-29" })).toEqual([["from", "error.dayWrong"]]);
    expect(wrong({ from: "2026-11-23" })).toEqual([["from", "gatherings.startPast"]]);
    expect(wrong({ from: "2031-11-25" })).toEqual([["from", "gatherings.startFar"]]);
    expect(wrong({ hour: "" })).toEqual([["hour", "gatherings.hourMissing"]]);
    expect(wrong({ hour: "25:00" })).toEqual([["hour", "error.timeWrong"]]);
    expect(wrong({ kind: "weeks", weeksDay: "2", from: "2026-11-24" })).toEqual([["hour", "gatherings.startGone"]]);
    expect(wrong({ endsOn: "2026-11-30" })).toEqual([["endsOn", "gatherings.endsBefore"]]);
    expect(wrong({ endsOn: "2026-11-31" })).toEqual([["endsOn", "error.dayWrong"]]);
    const allBut = (month: number) =>
      Array.from({ length: 12 }, (_, place) => String(place + 1)).filter((other) => other !== String(month));
    expect(wrong({ kind: "month-day", dateDay: "30", notIn: allBut(2) })).toEqual([["kind", "gatherings.never"]]);
    expect(wrong({ notIn: allBut(13) })).toEqual([["notIn", "gatherings.never"]]);
  });

  it("refuses what no list offers", () => {
    const refused: Record<string, string | string[]>[] = [
      { kind: "yearly" },
      { weeksEvery: "0" },
      { weeksEvery: "53" },
      { monthsEvery: "1.5" },
      { monthsNth: "5" },
      { monthsDay: "8" },
      { dateDay: "32" },
      { dateDay: "x" },
      { notIn: "13" },
      { notIn: ["1", "juli"] },
      { weeksDay: ["1", "2"] },
    ];
    for (const change of refused) {
      const [field] = Object.keys(change);
      expect(wrong(change).map(([at]) => at)).toEqual([field]);
    }
    expect(rhythmForm.safeParse({}).success).toBe(false);
  });
});

describe("A gathering", () => {
  const one = { day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis" };

  it("shows its day as soon as there is one, or says at its field what stands in the way", () => {
    const seen = (change: Record<string, string>) => {
      const { days, wrong } = gatheringTyped({ hour: "19:30", ...change }, moment);
      return [...days, ...wrong.map(({ field, words }) => `${field}: ${words.key}`)];
    };
    expect(seen({ day: "2026-12-01" })).toEqual(["2026-12-01T19:30"]);
    expect(seen({ day: "2026-12-01", hour: "9u30" })).toEqual(["2026-12-01T09:30"]);
    expect(seen({})).toEqual(["day: gatherings.oneDayMissing"]);
    expect(seen({ day: "2027-02-29", hour: "" })).toEqual(["day: error.dayWrong", "hour: gatherings.hourMissing"]);
    expect(seen({ day: "2026-11-23" })).toEqual(["day: gatherings.startPast"]);
    expect(seen({ day: "2031-11-25" })).toEqual(["day: gatherings.startFar"]);
    expect(seen({ day: "2026-11-24" })).toEqual(["hour: gatherings.startGone"]);
  });

  it("lasts a quarter of an hour to twelve hours, somewhere", () => {
    expect(gatheringForm.parse(one)).toEqual({ ...one, series: null, minutes: 120, about: "", online: "", answerDays: null });
    for (const form of [gatheringForm, seriesForm])
      for (const minutes of ["", "14", "721", "1.5", "-60", "twee uur"]) {
        const found = form.safeParse({ ...typed, ...one, minutes }).error?.issues.map(({ path, message }) => [path[0], message]);
        expect(found).toEqual([["minutes", "gatherings.longWrong"]]);
      }
    expect(gatheringForm.safeParse({ ...one, place: " \u0000 " }).error?.issues[0]?.message).toBe("gatherings.placeMissing");
    expect(gatheringForm.safeParse({ ...one, place: "x".repeat(201) }).success).toBe(false);
  });

  it("asks for answers by a day that the form offers, or by none", () => {
    for (const [answerDays, kept] of [
      ["", null],
      ["2", 2],
      [" 14 ", 14],
    ] as const)
      expect(gatheringForm.parse({ ...one, answerDays }).answerDays).toBe(kept);
    for (const form of [gatheringForm, seriesForm])
      for (const answerDays of ["1", "-7", "7.5", "een week", "0"]) {
        const found = form.safeParse({ ...typed, ...one, answerDays }).error?.issues.map(({ path, message }) => [path[0], message]);
        expect(found).toEqual([["answerDays", "gatherings.answerDaysWrong"]]);
      }
  });
});
