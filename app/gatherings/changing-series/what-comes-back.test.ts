import { describe, expect, it } from "vitest";
import { type StandsSince, type Stood, whatComesBack } from "./what-comes-back";

const before = { minutes: 120, place: "bij Jan thuis", about: "", online: "", answerDays: null };
const after = { ...before, minutes: 90, place: "in de zaal" };
/** As it stood on Tuesdays, and as it stands on Thursdays since. */
const stood = (day: string, change: Partial<Stood> = {}): Stood => ({
  ...{ id: day, ...before, slotLocal: `${day}T19:30`, startLocal: `${day}T19:30` },
  ...change,
});
const stands = (id: string, day: string, change: Partial<StandsSince> = {}): StandsSince => ({
  ...{ id, ...after, slotLocal: `${day}T20:00`, startLocal: `${day}T20:00` },
  ...{ cancelled: false, pauseId: null, touched: false, fell: null },
  ...change,
});
const tuesdays = ["2026-12-01", "2026-12-08", "2026-12-15"];
const thursdays = ["2026-12-03", "2026-12-10", "2026-12-17"];
const times = tuesdays.map((day) => `${day}T19:30`);
const back = (change: Partial<Parameters<typeof whatComesBack>[0]> = {}) =>
  whatComesBack({
    rows: tuesdays.map((id, place) => stands(id, thursdays[place] ?? "")),
    ...{ stood: tuesdays.map((day) => stood(day)), gone: [], before, after, times, nowLocal: "2026-11-25T10:00" },
    ...change,
  });

describe("When a change of a series is undone", () => {
  it("each goes back to where it stood, with what it had", () => {
    const { becoming, ...others } = back();
    expect(becoming).toMatchObject(tuesdays.map((day) => ({ id: day, startLocal: `${day}T19:30`, ...before, moves: true, asks: true })));
    expect(others).toEqual({ off: [], gone: [], anew: [], fresh: [], staying: [] });
  });

  it("what was chosen by hand since stays so, and what was before it is so again", () => {
    const rows = [
      stands("2026-12-01", "2026-12-03", { startLocal: "2026-12-04T18:00" }),
      stands("2026-12-08", "2026-12-10", { place: "in het park" }),
      // By hand where the series went later by itself.
      stands("2026-12-15", "2026-12-17"),
    ];
    const was = [stood("2026-12-01"), stood("2026-12-08"), stood("2026-12-15", { place: "in de zaal", startLocal: "2026-12-17T20:00" })];
    expect(back({ rows, stood: was }).becoming).toMatchObject([
      { slotLocal: "2026-12-01T19:30", startLocal: "2026-12-04T18:00", place: "bij Jan thuis", moves: false },
      { startLocal: "2026-12-08T19:30", place: "in het park", minutes: 120 },
      { slotLocal: "2026-12-15T19:30", startLocal: "2026-12-17T20:00", place: "in de zaal", minutes: 120, moves: false },
    ]);
  });

  it("what it called off goes on; what was called off by somebody, before or since, stays off", () => {
    const rows = [
      stands("2026-12-01", "2026-12-03", { cancelled: true }),
      stands("2026-12-08", "2026-12-08", { ...stood("2026-12-08"), cancelled: true, fell: "2026-11-25T09:00:00.000Z" }),
    ];
    const { becoming, fresh } = back({ rows, stood: tuesdays.slice(0, 2).map((day) => stood(day)), times: times.slice(0, 2) });
    expect(becoming.map(({ id, startLocal, goesOn, changed }) => [id, startLocal, goesOn, changed])).toEqual([
      ["2026-12-01", "2026-12-01T19:30", undefined, true],
      ["2026-12-08", "2026-12-08T19:30", "2026-11-25T09:00:00.000Z", true],
    ]);
    expect(fresh).toEqual([]);
  });

  it("what it added falls away, off where somebody counts on it; what fell away without a trace is there anew", () => {
    const rows = [
      stands("2026-12-01", "2026-12-03"),
      stands("one", "2026-12-05"),
      stands("two", "2026-12-06", { touched: true }),
      stands("three", "2026-12-07", { about: "De verhuis" }),
    ];
    const { becoming, off, gone, fresh } = back({ rows, stood: [stood("2026-12-01")] });
    expect([becoming, off, gone].map((all) => all.map(({ id }) => id))).toEqual([["2026-12-01"], ["two", "three"], ["one"]]);
    expect(fresh).toEqual(["2026-12-08T19:30", "2026-12-15T19:30"]);
  });

  it("what fell away without a trace comes as it stood, also where the rule has no place for it; not what is past", () => {
    const gone = [stood("2026-12-08", { answerDays: 7 }), stood("2026-12-11", { startLocal: "2026-12-11T10:00" }), stood("2026-11-24")];
    const { anew, fresh } = back({ rows: [], stood: [], gone });
    expect(anew).toEqual(gone.slice(0, 2));
    expect(fresh).toEqual(["2026-12-01T19:30", "2026-12-15T19:30"]);
  });

  it("one that was put off by hand to a day that is still to come goes back to that, with its place in the series", () => {
    const putOff = { startLocal: "2026-12-10T19:30" };
    const rows = [stands("2026-12-01", "2026-12-03", { ...putOff, place: "in de zaal" })];
    const { becoming, staying } = back({ rows, stood: [stood("2026-12-01", putOff)], nowLocal: "2026-12-05T10:00", times: times.slice(1) });
    expect([becoming, staying]).toMatchObject([[{ slotLocal: "2026-12-01T19:30", ...putOff, place: "bij Jan thuis", moves: false }], []]);
  });

  it("one added on a day that the series had is that day's", () => {
    const { becoming, fresh } = back({ rows: [stands("new", "2026-12-15")], stood: [] });
    expect(becoming).toMatchObject([{ id: "new", startLocal: "2026-12-15T19:30", place: "bij Jan thuis" }]);
    expect(fresh).toEqual(["2026-12-01T19:30", "2026-12-08T19:30"]);
  });

  it("a turn that was held meanwhile does not come a second time, and one whose day is past stays where it is", () => {
    const held = back({ rows: [stands("2026-12-15", "2026-12-17")], times: times.slice(1) });
    expect([held.becoming.map(({ id }) => id), held.fresh]).toEqual([["2026-12-15"], []]);
    const past = back({ times: times.slice(1), nowLocal: "2026-12-02T10:00" });
    expect([past.staying.map(({ id }) => id), past.becoming.map(({ id }) => id)]).toEqual([["2026-12-01"], ["2026-12-08", "2026-12-15"]]);
  });
});
