import { describe, expect, it } from "vitest";
import { say } from "../i18n/text";
import { letKnowBy } from "./letting-know";
import { answerDaysInWords, letKnowInWords } from "./letting-know-words";

const tuesday = "2026-12-01T19:30";
const by = (today: string, answerDays: number | null = 7, startLocal = tuesday) => letKnowBy({ startLocal, answerDays }, today);

describe("By which day who comes lets it know", () => {
  it.each([
    [2, "2026-11-29"],
    [3, "2026-11-28"],
    [7, "2026-11-24"],
    [14, "2026-11-17"],
  ])("%s days before a Tuesday is %s", (answerDays, day) => expect(by("2026-11-01", answerDays)?.day).toBe(day));

  it("is nothing when no day was chosen", () => expect(by("2026-11-24", null)).toBeNull());

  it("moves along with the gathering, over the end of a month and of winter time", () => {
    expect(by("2026-11-24", 2, "2027-03-01T19:30")?.day).toBe("2027-02-27");
    expect(by("2026-11-24", 2, "2027-03-29T00:30")?.day).toBe("2027-03-27");
  });

  it.each([
    ["2026-11-21", { past: false, near: false }],
    ["2026-11-22", { past: false, near: true }],
    ["2026-11-24", { past: false, near: true }],
    ["2026-11-25", { past: true, near: true }],
  ])("on %s is %o: the day itself still counts", (today, how) => expect(by(today)).toEqual({ day: "2026-11-24", ...how }));
});

describe("In words", () => {
  const t = say("nl");
  const words = (today: string) => letKnowInWords(by(today) ?? expect.fail("no day"), "nl", t, today);

  it("it is a day; after that day only that one can still answer", () => {
    expect(words("2026-11-24")).toBe("Laat het weten tegen dinsdag 24 november.");
    expect(words("2026-11-25")).toBe("Je kan nog altijd antwoorden.");
  });

  it("a choice of a form is as long before as it says, and anything else is none", () => {
    expect(["", "2", "14", "5"].map((value) => answerDaysInWords(value, t))).toEqual([
      "Ik kies geen dag",
      "Twee dagen vooraf",
      "Twee weken vooraf",
      "Ik kies geen dag",
    ]);
  });
});
