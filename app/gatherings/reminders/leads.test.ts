import { describe, expect, it } from "vitest";
import { instantOf, localOf } from "~/platform/wall-clock";
import { type Lead, leads, onTheirClock, reminderDue, reminderUseless } from "./leads";

const zone = "Europe/Brussels";
const at = (startLocal: string, where = zone) => ({ startLocal, startsAt: instantOf(startLocal, where), zone: where });
const dueLocal = (lead: Lead, startLocal: string, where = zone) => localOf(reminderDue(lead, at(startLocal, where)), where);

describe("A reminder", () => {
  it("is due at the same time of the wall clock a week or a day before, and two hours before", () => {
    expect(leads.map((lead) => dueLocal(lead, "2026-12-08T19:30"))).toEqual(["2026-12-01T19:30", "2026-12-07T19:30", "2026-12-08T17:30"]);
  });

  it("keeps its time of the wall clock when summer begins or ends in between", () => {
    expect(dueLocal("week", "2026-03-31T19:30")).toBe("2026-03-24T19:30");
    expect(dueLocal("day", "2026-10-25T19:30")).toBe("2026-10-24T19:30");
    // Two hours are two hours, also in the night in which the clock is set.
    expect(reminderDue("hours", at("2026-10-25T10:30"))).toBe("2026-10-25T07:30:00.000Z");
  });

  it("that would come at night comes the evening before", () => {
    expect(dueLocal("day", "2026-12-08T22:15")).toBe("2026-12-07T20:00");
    expect(dueLocal("day", "2026-12-08T07:00")).toBe("2026-12-06T20:00");
    expect(dueLocal("hours", "2026-12-08T09:00")).toBe("2026-12-07T20:00");
    expect(dueLocal("hours", "2026-12-08T23:30")).toBe("2026-12-08T20:00");
  });

  it.each(["Europe/Brussels", "Pacific/Auckland", "America/New_York", "Asia/Kolkata"])(
    "is due by day, before it is of no use, before it begins, at every hour in %s",
    (where) => {
      for (const day of ["2026-03-29", "2026-10-25", "2026-04-05", "2026-09-27", "2026-03-08", "2026-11-01", "2026-06-15"])
        for (let hour = 0; hour < 24; hour += 1) {
          const gathering = at(`${day}T${String(hour).padStart(2, "0")}:30`, where);
          for (const lead of leads) {
            const due = reminderDue(lead, gathering);
            const time = localOf(due, where).slice(11);
            expect(time >= "08:00" && time < "21:00", `${lead} of ${gathering.startLocal} at ${time}`).toBe(true);
            expect(due < reminderUseless(lead, gathering)).toBe(true);
            expect(reminderUseless(lead, gathering) < gathering.startsAt).toBe(true);
          }
        }
    },
  );
});

describe("A reminder for who lives elsewhere", () => {
  const inBrussels = at("2026-12-08T19:30");
  const dueThere = (lead: Lead, where: string) => localOf(reminderDue(lead, onTheirClock(inBrussels, where)), where);

  it("is due on their own clock: the day before at their hour, and by their day", () => {
    expect(leads.map((lead) => dueThere(lead, "America/New_York"))).toEqual(["2026-12-01T13:30", "2026-12-07T13:30", "2026-12-08T11:30"]);
    // Half past seven in Brussels is half past seven the next morning in Auckland: an evening before is theirs.
    expect(leads.map((lead) => dueThere(lead, "Pacific/Auckland"))).toEqual(["2026-12-01T20:00", "2026-12-07T20:00", "2026-12-08T20:00"]);
  });

  it("is as for all for who never said so, also in the hour that spring skips", () => {
    for (const one of [inBrussels, at("2026-03-29T02:30")]) expect(onTheirClock(one, null)).toBe(one);
  });

  it("is due by their day, before it is of no use, wherever they live and whenever it is", () => {
    for (const where of ["Pacific/Honolulu", "America/St_Johns", "Europe/London", "Asia/Kathmandu", "Pacific/Kiritimati"])
      for (const day of ["2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-06-15"])
        for (let hour = 0; hour < 24; hour += 1) {
          const theirs = onTheirClock(at(`${day}T${String(hour).padStart(2, "0")}:30`), where);
          for (const lead of leads) {
            const due = reminderDue(lead, theirs);
            const time = localOf(due, where).slice(11);
            expect(time >= "08:00" && time < "21:00", `${lead} of ${theirs.startLocal} in ${where} at ${time}`).toBe(true);
            expect(due < reminderUseless(lead, theirs)).toBe(true);
          }
        }
  });
});
