import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "~/platform/wall-clock";
import { type Known, type TimesAYear, timesAYear, turnOf } from "./turn";

const known: Known = {
  ...{ timesAYear: 4, notIn: [], since: "2027-01-15", endsOn: null, madeOn: "2026-11-27", lastOn: null, nothingOn: null, pauses: [] },
};
const turn = (change: Partial<Known> = {}, today = "2026-12-01") => turnOf({ ...known, ...change }, today);
const met = { lastOn: "2027-01-20" };

describe("The next time of a rhythm without a date", () => {
  it("is first around its beginning, and a day is sought six weeks before", () => {
    expect(turn()).toEqual({ around: "2027-01-15", seekFrom: "2026-12-04" });
  });

  it.each([
    [2, "2027-07-20"],
    [3, "2027-05-20"],
    [4, "2027-04-20"],
    [6, "2027-03-20"],
  ] as [TimesAYear, string][])("is, at %i times a year, so many months after the last", (times, around) => {
    expect(turn({ ...met, timesAYear: times })).toEqual({ around, seekFrom: addDays(around, -42) });
  });

  it("stays at the end of a month that is shorter", () => {
    expect(turn({ lastOn: "2026-11-30" })).toMatchObject({ around: "2027-02-28" });
  });

  it("is sought from the day on which it was planned, when the beginning is near", () => {
    expect(turn({ since: "2026-11-28" }, "2026-11-27")).toEqual({ around: "2026-12-11", seekFrom: "2026-11-27" });
  });

  it("that is late is two weeks ahead at the soonest; from when on it is sought does not move along", () => {
    expect(turn(met, "2027-05-10")).toEqual({ around: "2027-05-24", seekFrom: "2027-03-09" });
    expect(turn(met, "2027-05-11")).toEqual({ around: "2027-05-25", seekFrom: "2027-03-09" });
  });

  it("goes past months that are skipped, also at the turn of a year", () => {
    expect(turn({ ...met, notIn: [4, 5] })).toEqual({ around: "2027-06-01", seekFrom: "2027-04-20" });
    expect(turn({ lastOn: "2026-09-10", notIn: [12, 1, 2] })).toMatchObject({ around: "2027-03-01" });
  });

  it("goes past a pause, in which nobody is asked", () => {
    const pauses = [{ from: "2027-03-01", until: "2027-06-30" }];
    expect(turn({ ...met, pauses })).toEqual({ around: "2027-07-15", seekFrom: "2027-07-01" });
    // Known while it lasts and when it is over: the same.
    expect(turn({ ...met, pauses }, "2027-07-03")).toEqual({ around: "2027-07-17", seekFrom: "2027-07-01" });
  });

  it("is not known in a pause without an end", () => {
    expect(turn({ ...met, pauses: [{ from: "2027-03-01", until: null }] })).toBe("paused");
    expect(turn({ ...met, pauses: [{ from: "2027-08-01", until: null }] })).toMatchObject({ around: "2027-04-20" });
  });

  it("goes past a pause and then a month that is skipped", () => {
    expect(turn({ ...met, notIn: [7, 8], pauses: [{ from: "2027-04-01", until: "2027-06-30" }] })).toMatchObject({ around: "2027-09-01" });
  });

  it("rests for four weeks when it came to nothing", () => {
    expect(turn({ nothingOn: "2026-12-20" }, "2026-12-21")).toEqual({ around: "2027-01-31", seekFrom: "2027-01-17" });
  });

  it("is none when it has ended by then", () => {
    expect(turn({ ...met, endsOn: "2027-04-19" })).toBe("over");
    expect(turn({ ...met, endsOn: "2027-04-20" })).toMatchObject({ around: "2027-04-20" });
    expect(turn({ ...met, endsOn: "2027-05-01" }, "2027-04-25")).toBe("over");
    expect(turn({ ...met, endsOn: "2027-06-01", pauses: [{ from: "2027-03-01", until: null }] }, "2027-07-01")).toBe("over");
  });

  it("always lies ahead, in no skipped month and no pause, whatever is known", () => {
    for (const times of timesAYear)
      for (let month = 0; month < 24; month += 1)
        for (const notIn of [[], [7, 8], [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]]) {
          const [lastOn, today] = [addMonths("2026-01-31", month), addMonths("2026-03-15", month)];
          const pauses = [{ from: "2027-02-03", until: "2027-05-01" }];
          const found = turn({ timesAYear: times, lastOn, notIn, pauses, madeOn: "2025-01-01" }, today);
          if (typeof found === "string") throw new Error(found);
          expect(found.around > today && found.around > found.seekFrom).toBe(true);
          expect(notIn).not.toContain(Number(found.around.slice(5, 7)));
          expect(found.around < "2027-02-03" || found.around > "2027-05-01").toBe(true);
        }
  });
});
