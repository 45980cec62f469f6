import { describe, expect, it } from "vitest";
import { monthName } from "~/i18n/dates";
import { say } from "~/i18n/text";
import { type Rhythm, ruleOf } from "./recurrence";
import { longInWords, ordinal, rhythmInWords, seriesInWords, weekdayName } from "./rhythm-words";

const [dutch, english] = [say("nl"), say("en")];
const said = (rhythm: Rhythm, firstLocal: string) => {
  const series = { rule: ruleOf(rhythm, firstLocal), firstLocal };
  return [rhythmInWords(series, "nl", dutch), rhythmInWords(series, "en", english)];
};

describe("A rhythm as a sentence", () => {
  it.each<[Rhythm, string, string, string]>([
    [{ kind: "weeks", every: 1, weekday: 2 }, "2026-12-01T19:30", "Elke dinsdag om 19.30 uur", "Every Tuesday at 19:30"],
    [
      { kind: "weeks", every: 6, weekday: 7 },
      "2026-12-06T15:00",
      "Om de 6 weken op zondag om 15.00 uur",
      "Every 6 weeks on Sunday at 15:00",
    ],
    [
      { kind: "months", every: 1, nth: 1, weekday: 2 },
      "2026-12-01T19:30",
      "Elke eerste dinsdag van de maand om 19.30 uur",
      "Every first Tuesday of the month at 19:30",
    ],
    [
      { kind: "months", every: 3, nth: -1, weekday: 5 },
      "2026-11-27T19:30",
      "Om de 3 maanden op de laatste vrijdag om 19.30 uur",
      "Every 3 months on the last Friday at 19:30",
    ],
    [
      { kind: "month-day", every: 1, day: 15 },
      "2026-12-15T19:30",
      "Elke 15de van de maand om 19.30 uur",
      "Every 15th of the month at 19:30",
    ],
    [
      { kind: "month-day", every: 2, day: 1 },
      "2026-12-01T08:00",
      "Om de 2 maanden op de 1ste om 08.00 uur",
      "Every 2 months on the 1st at 08:00",
    ],
    [
      { kind: "once" },
      "2026-12-01T19:30",
      "Eén keer, op dinsdag 1 december 2026 om 19.30 uur",
      "Once, on Tuesday, 1 December 2026 at 19:30",
    ],
  ])("says %j from %s", (rhythm, first, nl, en) => expect(said(rhythm, first)).toEqual([nl, en]));

  it("tells the whole of a series: how long, where, without which months, until when", () => {
    const firstLocal = "2026-12-01T19:30";
    const rule = ruleOf({ kind: "months", every: 1, nth: 1, weekday: 2, notIn: [7, 8] }, firstLocal);
    expect(seriesInWords({ rule, firstLocal, minutes: 90, place: "bij Jan thuis", endsOn: "2027-06-30" }, "nl", dutch)).toEqual([
      "Elke eerste dinsdag van de maand om 19.30 uur, 1,5 uur lang, bij Jan thuis",
      "Niet in juli en augustus",
      "Tot en met woensdag 30 juni 2027",
    ]);
  });

  it("refuses a rule that is none of ours", () => {
    expect(() => rhythmInWords({ rule: "FREQ=YEARLY", firstLocal: "2026-12-01T19:30" }, "nl", dutch)).toThrow(RangeError);
  });
});

describe("The words of it", () => {
  it("are those of the calendar", () => {
    expect([weekdayName(1, "nl"), weekdayName(7, "en"), monthName(1, "nl"), monthName(12, "en")]).toEqual([
      "maandag",
      "Sunday",
      "januari",
      "December",
    ]);
  });

  it("count dates as people do", () => {
    expect([1, 2, 8, 12, 19, 20, 31].map((date) => ordinal(date, "nl"))).toEqual(["1ste", "2de", "8ste", "12de", "19de", "20ste", "31ste"]);
    expect([1, 2, 3, 11, 21, 22, 31].map((date) => ordinal(date, "en"))).toEqual(["1st", "2nd", "3rd", "11th", "21st", "22nd", "31st"]);
  });

  it("tell how long in hours where that reads well, else in minutes", () => {
    expect([30, 45, 60, 90, 120, 125].map((minutes) => longInWords(minutes, "nl", dutch))).toEqual([
      "30 minuten",
      "45 minuten",
      "1 uur",
      "1,5 uur",
      "2 uur",
      "125 minuten",
    ]);
    expect([60, 90, 120].map((minutes) => longInWords(minutes, "en", english))).toEqual(["1 hour", "1.5 hours", "2 hours"]);
  });
});
