import { describe, expect, it } from "vitest";
import { instantOf } from "~/platform/wall-clock";
import { type ComingGathering, whatMoves } from "./what-moves";

const now = "2026-12-01T12:00:00.000Z";
const comes = (startLocal: string, change: Partial<ComingGathering> = {}): ComingGathering => {
  const zone = change.zone ?? "Europe/Brussels";
  return {
    id: startLocal,
    seriesId: null,
    slotLocal: null,
    startLocal,
    zone,
    startsAt: instantOf(startLocal, zone),
    cancelled: false,
    ...change,
  };
};
const weekly = { id: "weekly", rule: "FREQ=WEEKLY;BYDAY=TU", firstLocal: "2026-11-03T19:30", zone: "Europe/Brussels", endsOn: null };
const moved = (zone: string, ...gatherings: ComingGathering[]) => whatMoves({ gatherings, series: [], moments: [] }, zone, now);
const going = (zone: string, change: Partial<typeof weekly> | { endsOn: string } = {}) =>
  whatMoves({ gatherings: [], series: [{ ...weekly, ...change }], moments: [] }, zone, now).series.map(({ from }) => from);

describe("What is to come, on another clock", () => {
  it("keeps its hour on the wall, in winter and in summer", () => {
    const { moving, staying } = moved("Europe/Lisbon", comes("2026-12-08T19:30"), comes("2027-07-06T19:30", { cancelled: true }));
    expect(moving.map(({ startLocal, wasAt, startsAt }) => [startLocal, wasAt, startsAt])).toEqual([
      ["2026-12-08T19:30", "2026-12-08T18:30:00.000Z", "2026-12-08T19:30:00.000Z"],
      ["2027-07-06T19:30", "2027-07-06T17:30:00.000Z", "2027-07-06T18:30:00.000Z"],
    ]);
    expect(staying).toEqual([]);
  });

  it("moves forward out of an hour that spring skips there, and is the first of one that autumn gives twice", () => {
    const { moving } = moved("America/New_York", comes("2027-03-14T02:30"), comes("2027-11-07T01:30"));
    expect(moving.map(({ startsAt }) => startsAt)).toEqual(["2027-03-14T07:30:00.000Z", "2027-11-07T05:30:00.000Z"]);
  });

  it("stays as it was where its hour is past on that clock, and where it is on that clock already", () => {
    const tonight = comes("2026-12-01T19:30");
    const { moving, staying } = moved("Pacific/Auckland", tonight, comes("2026-12-03T19:30", { zone: "Pacific/Auckland" }));
    expect([moving, staying]).toEqual([[], [tonight]]);
    expect(moved("America/New_York", tonight).moving.map(({ startsAt }) => startsAt)).toEqual(["2026-12-02T00:30:00.000Z"]);
  });

  it("of a poll keeps its hour too, also where it is past there", () => {
    const moments = [{ id: "tonight", pollId: "poll", startLocal: "2026-12-01T19:30", zone: "Europe/Brussels" }];
    const { moments: found } = whatMoves({ gatherings: [], series: [], moments }, "Pacific/Auckland", now);
    expect(found.map(({ startLocal, startsAt }) => [startLocal, startsAt])).toEqual([["2026-12-01T19:30", "2026-12-01T06:30:00.000Z"]]);
  });
});

describe("A series, on another clock", () => {
  it("goes on from its first time that is to come on both", () => {
    expect(going("Europe/Lisbon")).toEqual(["2026-12-01T19:30"]);
    expect(going("Pacific/Auckland")).toEqual(["2026-12-08T19:30"]);
    expect(going("America/New_York", { firstLocal: "2026-11-03T12:30" })).toEqual(["2026-12-08T12:30"]);
  });

  it("goes on also when it meets again only in some years", () => {
    expect(going("Europe/Lisbon", { rule: "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29", firstLocal: "2024-02-29T19:30" })).toEqual([
      "2028-02-29T19:30",
    ]);
  });

  it("is left alone when it is over, or is on that clock already", () => {
    expect(going("Europe/Lisbon", { endsOn: "2026-11-30" })).toEqual([]);
    expect(going("Pacific/Auckland", { endsOn: "2026-12-01" })).toEqual([]);
    expect(going("Europe/Brussels")).toEqual([]);
  });
});
