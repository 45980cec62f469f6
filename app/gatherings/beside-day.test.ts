import { describe, expect, it } from "vitest";
import { schoolHolidaysUntil } from "~/calendar/school-holidays";
import { say } from "~/i18n/text";
import { addMonths } from "~/platform/wall-clock";
import { besideDay } from "./beside-day";

const lastYear = schoolHolidaysUntil.slice(0, 4);
const birthdays = [
  { id: "1", name: "Mia", birthday: "12-25" },
  { id: "2", name: "Tom", birthday: "02-29" },
  { id: "3", name: "Tom", birthday: "02-28" },
];
const beside = (local: string, language: "nl" | "en" = "nl") =>
  besideDay(local, birthdays).map(({ key, values }) => say(language)(key, values));

describe("Beside a day that is planned", () => {
  it("stands a public holiday, a school holiday, a birthday, or all of them", () => {
    expect(beside("2026-11-11T19:30")).toEqual(["feestdag: Wapenstilstand"]);
    expect(beside("2026-11-03T19:30")).toEqual(["herfstvakantie"]);
    expect(beside("2026-12-25T19:30")).toEqual(["feestdag: Kerstmis", "kerstvakantie", "verjaardag van Mia"]);
    expect(beside("2027-05-07", "en")).toEqual(["school holiday: day after Ascension"]);
    expect(beside("2026-12-01T19:30")).toEqual([]);
  });

  it("stands the birthday of who was born on 29 February, on the 28th in a year without one", () => {
    expect(beside("2044-02-28", "en")).toEqual(["Tom's birthday"]);
    expect(beside("2044-02-29", "en")).toEqual(["Tom's birthday"]);
    expect(beside("2043-02-28", "en")).toEqual(["Tom's birthday", "Tom's birthday"]);
    expect(beside("2043-03-01")).toEqual([]);
  });

  it("stands a public holiday for as long as Kring plans, and a school holiday for as long as it is known", () => {
    expect(beside("2060-12-25")[0]).toEqual("feestdag: Kerstmis");
    expect(beside(`${lastYear}-07-15`)).toEqual(["zomervakantie"]);
    expect(beside(addMonths(`${lastYear}-07-15`, 12))).toEqual([]);
  });
});
