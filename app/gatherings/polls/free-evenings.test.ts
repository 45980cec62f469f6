import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/wall-clock";
import { freeEvenings } from "./free-evenings";

/** A Tuesday. */
const today = "2026-11-24";
const nothing = { today, met: [], coming: [], pause: null };

describe("What is offered to who seeks a date", () => {
  it("is, in a circle without habits, Tuesday, Thursday and Saturday at half past seven, from a week on", () => {
    expect(freeEvenings(nothing)).toEqual([
      ...["2026-12-01T19:30", "2026-12-03T19:30", "2026-12-05T19:30", "2026-12-08T19:30", "2026-12-10T19:30", "2026-12-12T19:30"],
    ]);
  });

  it("is on the days and at the hour at which the circle met most", () => {
    const sundays = Array.from({ length: 8 }, (_, week) => `${addDays("2026-09-06", 7 * week)}T15:00`);
    const fridays = Array.from({ length: 3 }, (_, week) => `${addDays("2026-11-06", 7 * week)}T20:00`);
    expect(freeEvenings({ ...nothing, met: [...sundays, ...fridays] }).slice(0, 3)).toEqual([
      ...["2026-12-01T15:00", "2026-12-04T15:00", "2026-12-06T15:00"],
    ]);
  });

  it("is never on a day on which the circle meets already, nor in a pause", () => {
    const coming = ["2026-12-03T10:00"];
    const found = freeEvenings({ ...nothing, coming, pause: { from: "2026-12-05", until: "2026-12-12" } });
    expect(found.slice(0, 2)).toEqual(["2026-12-01T19:30", "2026-12-15T19:30"]);
    expect(found).toHaveLength(6);
  });

  it("is nothing where the circle pauses without an end; and little where it ends late", () => {
    expect(freeEvenings({ ...nothing, pause: { from: "2026-11-01", until: null } })).toEqual([]);
    expect(freeEvenings({ ...nothing, pause: { from: "2026-11-01", until: "2027-01-03" } })).toEqual(["2027-01-05T19:30"]);
  });

  it("is not on the eves and days of Christmas and New Year", () => {
    expect(freeEvenings({ ...nothing, today: "2026-12-16" })).toEqual([
      ...["2026-12-26T19:30", "2026-12-29T19:30", "2027-01-02T19:30", "2027-01-05T19:30", "2027-01-07T19:30", "2027-01-09T19:30"],
    ]);
  });

  it("is on the clock of the wall, also in the week in which that changes", () => {
    expect(freeEvenings({ ...nothing, today: "2026-10-17" })[0]).toBe("2026-10-24T19:30");
    expect(freeEvenings({ ...nothing, today: "2026-10-17" })[1]).toBe("2026-10-27T19:30");
  });
});
