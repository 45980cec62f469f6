import { describe, expect, it } from "vitest";
import { say } from "~/i18n/text";
import { instantOf } from "~/platform/wall-clock";
import { hourBeside, momentBeside, onOwnClock } from "./own-clock";

/** What a reader who lives elsewhere sees beside this time of the clock in Brussels. */
function beside(startLocal: string, ownZone: string | null, zone = "Europe/Brussels", language: "nl" | "en" = "nl"): string {
  const yours = onOwnClock({ startsAt: instantOf(startLocal, zone), zone }, ownZone);
  return hourBeside({ startLocal, yours }, language, say(language));
}

describe("The hour of a gathering, for who lives elsewhere", () => {
  it("stands beside the circle's", () => {
    expect(beside("2026-12-01T19:30", "Europe/London")).toBe("19.30 uur (bij jou 18.30 uur)");
    expect(beside("2026-12-01T19:30", "America/New_York")).toBe("19.30 uur (bij jou 13.30 uur)");
    expect(beside("2026-12-01T19:30", "Europe/London", "Europe/Brussels", "en")).toBe("19:30 (18:30 your time)");
  });

  it("stands there with the day, where it is another day", () => {
    expect(beside("2026-12-01T19:30", "Asia/Tokyo")).toBe("19.30 uur (bij jou woensdag 2 december, 03.30 uur)");
    expect(beside("2026-12-01T04:00", "America/New_York")).toBe("04.00 uur (bij jou maandag 30 november, 22.00 uur)");
    expect(beside("2026-12-01T19:30", "Asia/Tokyo", "Europe/Brussels", "en")).toBe("19:30 (Wednesday 2 December, 03:30 your time)");
    expect(beside("2026-12-31T19:30", "Asia/Tokyo")).toContain("vrijdag 1 januari 2027, 03.30 uur");
  });

  it("is said once where the two clocks show the same, and for who never said where they live", () => {
    for (const same of ["Europe/Brussels", "Europe/Paris", "Africa/Algiers", null])
      expect(beside("2026-12-01T19:30", same), String(same)).toBe("19.30 uur");
  });

  it("is of that very day: two clocks may show the same in winter only", () => {
    expect(beside("2026-07-01T19:30", "Africa/Algiers")).toBe("19.30 uur (bij jou 18.30 uur)");
    expect(beside("2026-07-01T19:30", "Africa/Cairo")).toBe("19.30 uur (bij jou 20.30 uur)");
  });

  it("knows zones of half an hour and of three quarters", () => {
    expect(beside("2026-12-01T19:30", "Asia/Kolkata")).toBe("19.30 uur (bij jou woensdag 2 december, 00.00 uur)");
    expect(beside("2026-12-01T14:00", "Asia/Kathmandu")).toBe("14.00 uur (bij jou 18.45 uur)");
  });

  it("keeps to it in the weeks in which Europe has changed its clock and America has not, in spring and in autumn", () => {
    const newYork = (day: string) => beside(`${day}T19:30`, "America/New_York").replace(/^.*bij jou |\)$/g, "");
    expect(["2026-03-07", "2026-03-10", "2026-03-28", "2026-03-30"].map(newYork)).toEqual([
      ...["13.30 uur", "14.30 uur", "14.30 uur", "13.30 uur"],
    ]);
    expect(["2026-10-24", "2026-10-26", "2026-10-31", "2026-11-02"].map(newYork)).toEqual([
      ...["13.30 uur", "14.30 uur", "14.30 uur", "13.30 uur"],
    ]);
  });

  it("goes round the world, from the first zone to the last", () => {
    expect(beside("2026-12-01T11:30", "Pacific/Kiritimati", "Pacific/Honolulu")).toContain("woensdag 2 december, 11.30 uur");
    expect(beside("2026-12-02T11:30", "Pacific/Honolulu", "Pacific/Kiritimati")).toContain("dinsdag 1 december, 11.30 uur");
  });

  it("stands beside the day as well, as pages and mails say it", () => {
    const when = { startLocal: "2026-12-01T19:30", yours: "2026-12-01T18:30" };
    expect(momentBeside(when, "nl", say("nl"), "2026-11-27")).toBe("dinsdag 1 december om 19.30 uur (bij jou 18.30 uur)");
    expect(momentBeside({ ...when, yours: null }, "nl", say("nl"), "2026-11-27")).toBe("dinsdag 1 december om 19.30 uur");
  });

  it("is said once in the hour that spring skips, of two clocks that both skip it", () => {
    expect(beside("2026-03-29T02:30", "Europe/Paris")).toBe("02.30 uur");
  });
});
