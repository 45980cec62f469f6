import { describe, expect, it } from "vitest";
import { type Standing, whatBecomes } from "./what-becomes";

const usual = { minutes: 120, place: "bij Jan thuis", about: "", online: "", answerDays: null };
const stands = (day: string, change: Partial<Standing> = {}): Standing => ({
  ...usual,
  ...{ id: day, slotLocal: `${day}T19:30`, startLocal: `${day}T19:30`, cancelled: false, pauseId: null, touched: false },
  ...change,
});
const tuesdays = ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"];
const at = (days: string[], hour = "19:30") => days.map((day) => `${day}T${hour}`);

describe("When a series meets at another hour", () => {
  it("each keeps its day; who answered is asked again only when it is much earlier or later", () => {
    const later = whatBecomes(
      tuesdays.map((day) => stands(day)),
      usual,
      usual,
      at(tuesdays, "20:00"),
    );
    expect(later.becoming.map(({ startLocal, changed, asks }) => [startLocal, changed, asks])).toEqual(
      tuesdays.map((day) => [`${day}T20:00`, true, false]),
    );
    expect([later.off, later.gone, later.fresh]).toEqual([[], [], []]);
    const morning = whatBecomes(
      tuesdays.map((day) => stands(day)),
      usual,
      usual,
      at(tuesdays, "10:00"),
    );
    expect(morning.becoming.every(({ asks }) => asks)).toBe(true);
  });

  it("what was changed by hand stays so: a moment, a place, a length, a subject, a link, until when one lets it know", () => {
    const byHand = [
      stands("2026-12-01", { startLocal: "2026-12-02T18:00" }),
      stands("2026-12-08", { place: "in de zaal", online: "https://elders.example/" }),
      stands("2026-12-15", { minutes: 60, about: "De verhuis" }),
      stands("2026-12-22", { cancelled: true, answerDays: 3 }),
    ];
    const after = { minutes: 90, place: "bij Rita", about: "Samen eten", online: "https://meet.example/", answerDays: 7 };
    const { becoming } = whatBecomes(byHand, usual, after, at(tuesdays, "20:00"));
    expect(becoming).toMatchObject([
      { slotLocal: "2026-12-01T20:00", startLocal: "2026-12-02T18:00", place: "bij Rita", minutes: 90, answerDays: 7 },
      { startLocal: "2026-12-08T20:00", place: "in de zaal", minutes: 90, online: "https://elders.example/" },
      { startLocal: "2026-12-15T20:00", minutes: 60, about: "De verhuis", place: "bij Rita", online: "https://meet.example/" },
      { startLocal: "2026-12-22T20:00", answerDays: 3 },
    ]);
  });
});

describe("When one takes part online with another link", () => {
  it("there is something to hear of each that gets it, and nobody is asked again", () => {
    const rows = [stands("2026-12-01"), stands("2026-12-08", { online: "https://elders.example/" })];
    const after = { ...usual, online: "https://meet.example/" };
    const { becoming } = whatBecomes(rows, usual, after, at(["2026-12-01", "2026-12-08"]));
    expect(becoming.map(({ online, changed, asks }) => [online, changed, asks])).toEqual([
      ["https://meet.example/", true, false],
      ["https://elders.example/", false, false],
    ]);
  });
});

describe("When only until when one lets it know is another", () => {
  it("each gets it, and there is nothing to hear of it", () => {
    const { becoming } = whatBecomes([stands("2026-12-01")], usual, { ...usual, answerDays: 7 }, at(["2026-12-01"]));
    expect(becoming).toMatchObject([{ answerDays: 7, changed: false, asks: false }]);
  });
});

describe("When a series meets on another day", () => {
  it("each goes to the nearest new day, and who answered is asked again", () => {
    const wednesdays = ["2026-12-02", "2026-12-09", "2026-12-16", "2026-12-23"];
    const { becoming, off, gone, fresh } = whatBecomes(
      tuesdays.map((day) => stands(day, { touched: true })),
      usual,
      usual,
      at(wednesdays),
    );
    expect(becoming.map(({ id, startLocal, asks }) => [id, startLocal, asks])).toEqual(
      tuesdays.map((day, place) => [day, `${wednesdays[place]}T19:30`, true]),
    );
    expect([off, gone, fresh]).toEqual([[], [], []]);
  });

  it("and less often: those left over are off when somebody counted on them, else gone", () => {
    const rows = [stands("2026-12-01"), stands("2026-12-08", { touched: true }), stands("2026-12-15"), stands("2026-12-22")];
    const { becoming, off, gone, fresh } = whatBecomes(rows, usual, usual, at(["2026-12-01", "2026-12-15", "2026-12-29"]));
    expect(becoming.map(({ id }) => id)).toEqual(["2026-12-01", "2026-12-15", "2026-12-22"]);
    expect(becoming[2]).toMatchObject({ startLocal: "2026-12-29T19:30" });
    expect([off.map(({ id }) => id), gone, fresh]).toEqual([["2026-12-08"], [], []]);
  });

  it("and more often: the days between are fresh", () => {
    const { becoming, fresh } = whatBecomes([stands("2026-12-01"), stands("2026-12-15")], usual, usual, at(tuesdays));
    expect(becoming.map(({ startLocal }) => startLocal)).toEqual(at(["2026-12-01", "2026-12-15"]));
    expect(fresh).toEqual(at(["2026-12-08", "2026-12-22"]));
  });
});

describe("When a series ends", () => {
  it("what nobody counted on is gone; what somebody answered, was asked for, moved or wrote a subject to is off, and stays to be seen", () => {
    const rows = [
      stands("2026-12-01"),
      stands("2026-12-08", { touched: true }),
      stands("2026-12-15", { startLocal: "2026-12-16T19:30" }),
      stands("2026-12-22", { about: "De verhuis" }),
      stands("2026-12-29", { cancelled: true }),
    ];
    const { becoming, off, gone } = whatBecomes(rows, usual, usual, []);
    expect([becoming, off.map(({ id }) => id), gone.map(({ id }) => id)]).toEqual([
      [],
      ["2026-12-08", "2026-12-15", "2026-12-22"],
      ["2026-12-01"],
    ]);
  });
});
