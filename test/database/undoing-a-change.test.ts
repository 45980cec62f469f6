import { beforeEach, describe, expect, it } from "vitest";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { besideTheList } from "../../app/gatherings/beside-the-list.server";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { forgetChanges } from "../../app/gatherings/changing-series/forgetting.server";
import { backAhead } from "../../app/gatherings/changing-series/going-back.server";
import { undoChange } from "../../app/gatherings/changing-series/undoing-a-change.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { moveAhead } from "../../app/gatherings/moving-zone/move-ahead.server";
import { moveZone } from "../../app/gatherings/moving-zone/moving-zone.server";
import { meetAgain, pause } from "../../app/gatherings/pausing/pausing.server";
import { gatheringChange, pauseForm } from "../../app/gatherings/schema";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { placeForm } from "../../app/groups/schema";
import { takeBack } from "../../app/groups/taking-back.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { freshDatabase } from "../database";
import { allSeries, answersInOrder, calendarAgrees, changesSeries, firstTuesdays, type Name, stands, tuesdays } from "../series-of-jan";
import { as, circleOfJan, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
const changed = "2026-11-25T09:00:00.000Z";
const later = "2026-11-26T09:00:00.000Z";
let world: World;
let nth: (n: number) => string;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  nth = await firstTuesdays(world, now);
});

const change = (n: number, different: Record<string, string>, at = changed) => changesSeries(world, "mia", nth(n), different, at);
/** What the list offers last, what its page says, and then yes. */
async function undo(by: Name = "mia", at = later) {
  const viewer = as(world, by, at);
  const [last] = besideTheList(viewer).changes;
  const back = backAhead(viewer, last?.id ?? "") ?? expect.fail("nothing to undo");
  await undoChange(viewer, back.series.id, back.change.print, null);
  return back.change;
}
const says = (name: "fatima" | "tom", n: number, given: Record<string, string>, at = now) =>
  answer(as(world, name, at), nth(n), world.members[name], answerForm.parse({ wordAsked: "yes", ...given }), null, "/");
const answersOf = (name: "fatima" | "tom") => answersInOrder(world, name);
const asTheyStand = () => stands().map(({ id, startLocal, place, cancelled }) => [id, startLocal, place, cancelled]);
const byHand = (n: number, different: Record<string, string>, at: string) => {
  const one = row<{ startLocal: string; minutes: number; place: string; version: number }>("SELECT * FROM Gathering WHERE id = @id", {
    id: nth(n),
  });
  if (!one) throw new Error("no gathering");
  const [day = "", hour = ""] = one.startLocal.split("T");
  const form = { day, hour, minutes: String(one.minutes), place: one.place, version: String(one.version), ...different };
  return changeGathering(as(world, "mia", at), nth(n), gatheringChange.parse(form), null);
};
/** When they meet from one month up to another. */
const onIn = (from: string, to: string) =>
  stands()
    .filter(({ startLocal, cancelled }) => !cancelled && startLocal >= from && startLocal < to)
    .map(({ startLocal }) => startLocal);
const thursdays = { monthsDay: "4", hour: "20:00", place: "in de zaal" };

describe("A change of a series that is undone", () => {
  it("puts each back where it was, with what was answered for it; calendars go along", async () => {
    await says("fatima", 4, { answer: "yes" });
    await byHand(5, { place: "in het park", hour: "18:00" }, now);
    const before = asTheyStand();
    await change(3, thursdays);
    expect([asTheyStand()[2]?.[1], answersOf("fatima")[3]]).toEqual(["2027-02-04T20:00", "-"]);
    await says("tom", 4, { answer: "no" }, "2026-11-25T10:00:00.000Z");
    const { becoming, off, gone, fresh, staying } = await undo();
    expect([becoming.length, off, fresh, staying]).toEqual([tuesdays - 2, [], [], []]);
    expect(gone.map(({ startLocal }) => startLocal)).toEqual(["2028-06-01T20:00"]); // until then the series stands: a Thursday
    expect(asTheyStand()).toEqual(before);
    expect([answersOf("fatima"), answersOf("tom")]).toEqual(["---y".padEnd(tuesdays, "-"), "-".repeat(tuesdays)]);
    expect(allSeries()).toMatchObject([
      { endsOn: "2027-02-01" },
      { rule: "FREQ=MONTHLY;BYDAY=1TU", firstLocal: "2027-02-02T19:30", endsOn: null, sequence: 1 },
    ]);
    await calendarAgrees(world, later);
  });

  it("from its first gathering on leaves one series, as it was, which goes on being filled", async () => {
    const before = asTheyStand();
    await change(1, { from: "2026-12-01", ...thursdays, endsOn: "2027-06-30" });
    expect(stands()).toHaveLength(7);
    await undo();
    expect(allSeries()).toMatchObject([{ rule: "FREQ=MONTHLY;BYDAY=1TU", firstLocal: "2026-12-01T19:30", endsOn: null, sequence: 2 }]);
    expect(asTheyStand().map((one) => one.slice(1))).toEqual(before.map((one) => one.slice(1)));
    await fillHorizons("2027-03-01T03:00:00.000Z");
    expect(stands().at(-1)?.startLocal).toBe("2028-08-01T19:30");
    await calendarAgrees(world, "2027-03-01T03:00:00.000Z");
  });

  it("lets go on what it had called off, and takes away what it had added", async () => {
    await says("fatima", 4, { answer: "yes" });
    await change(3, { monthsEvery: "2" });
    expect(stands().filter(({ cancelled }) => cancelled)).toMatchObject([{ id: nth(4) }]);
    const back = await undo();
    expect(back.becoming.filter(({ goesOn }) => goesOn).map(({ id }) => id)).toEqual([nth(4)]);
    expect([stands().length, stands().filter(({ cancelled }) => cancelled), answersOf("fatima")[3]]).toEqual([tuesdays, [], "y"]);
    await calendarAgrees(world, later);

    await change(3, { kind: "weeks", weeksEvery: "1", weeksDay: "2" }, later);
    const [added, second] = stands().filter(({ startLocal }) => startLocal > "2027-02-03");
    await answer(as(world, "tom", later), second?.id ?? "", world.members.tom, answerForm.parse({ answer: "yes" }), null, "/");
    const { off, gone } = await undo();
    expect([off.map(({ id }) => id), gone.map(({ id }) => id).includes(added?.id ?? "")]).toEqual([[second?.id], true]);
    expect(stands().filter(({ cancelled }) => !cancelled)).toHaveLength(tuesdays);
    await calendarAgrees(world, later);
  });

  it("keeps what was chosen by hand since, and what is off or goes on since", async () => {
    await says("fatima", 6, { answer: "yes" });
    await change(3, { ...thursdays, monthsEvery: "2" });
    await byHand(3, { day: "2027-02-05", place: "in het park" }, later);
    await cancelGathering(as(world, "mia", later), nth(5), null);
    await letItGoOn(as(world, "mia", later), nth(6));
    await undo("mia", "2026-11-27T09:00:00.000Z");
    const now = new Map(stands().map((one) => [one.id, one]));
    expect([nth(3), nth(5), nth(6)].map((id) => now.get(id))).toMatchObject([
      { startLocal: "2027-02-05T20:00", place: "in het park", cancelled: 0 },
      { startLocal: "2027-04-06T19:30", place: "bij Jan thuis", cancelled: 1 },
      { startLocal: "2027-05-04T19:30", cancelled: 0 },
    ]);
    expect(stands().filter(({ startLocal }) => startLocal.startsWith("2027-05"))).toHaveLength(1);
    await calendarAgrees(world, "2026-11-27T09:00:00.000Z");
  });

  it("leaves off what was off before it", async () => {
    await cancelGathering(as(world, "mia", now), nth(5), null);
    const before = asTheyStand();
    for (const n of [3, 1]) {
      await change(n, { from: n === 1 ? "2026-12-01" : "2027-02-02", ...thursdays });
      await undo();
      expect(asTheyStand()).toEqual(before);
      await calendarAgrees(world, later);
    }
  });

  it("after one was held leaves that as it was; a turn does not come twice, and one whose day is past stays", async () => {
    // Mondays before the first Tuesday; and the Thursdays after.
    await change(1, { from: "2026-11-25", kind: "weeks", weeksEvery: "1", weeksDay: "1" }, "2026-11-25T09:00:00.000Z");
    const held = "2026-12-01T09:00:00.000Z";
    const past = () => stands().filter(({ startLocal }) => startLocal < "2026-12-01");
    const before = past();
    expect(before).toMatchObject([{ id: nth(1), startLocal: "2026-11-30T19:30" }]);
    await undo("mia", held);
    expect(past()).toEqual(before);
    expect(stands()[1]?.startLocal).toBe("2027-01-05T19:30");
    expect(allSeries()).toMatchObject([{ endsOn: "2026-12-06" }, { firstLocal: "2027-01-05T19:30" }]);
    await calendarAgrees(world, held);
    await change(2, { from: "2027-01-05", ...thursdays }, held);
    const between = "2027-01-06T09:00:00.000Z";
    const { staying } = await undo("mia", between);
    expect(staying.map(({ startLocal }) => startLocal)).toEqual(["2027-01-07T20:00"]);
    expect(
      stands()
        .slice(1, 3)
        .map(({ startLocal }) => startLocal),
    ).toEqual(["2027-01-07T20:00", "2027-02-02T19:30"]);
    await calendarAgrees(world, between);
  });

  it("lets count again what was said of the whole series, also by who said otherwise of the other days; not of who left", async () => {
    const always = { answer: "yes", reach: "series" };
    await says("tom", 1, always);
    await says("fatima", 1, always);
    await change(1, { from: "2026-12-01", hour: "10:00" });
    expect([answersOf("tom"), rows("SELECT memberId FROM StandingAnswer")]).toEqual(["-".repeat(tuesdays), []]);
    await says("fatima", 2, { answer: "no", reach: "series" }, later);
    await undo("mia", later);
    expect([answersOf("tom"), answersOf("fatima")]).toEqual(["y".repeat(tuesdays), "y-".padEnd(tuesdays, "y")]);
    expect(rows("SELECT answer FROM StandingAnswer")).toEqual([{ answer: "yes" }, { answer: "yes" }]);

    await change(3, { hour: "10:00" }, later);
    await letSomebodyGo(as(world, "jan", later), world.members.tom, null);
    await undo("mia", "2026-11-27T09:00:00.000Z");
    const members = [{ memberId: world.members.fatima }, { memberId: world.members.fatima }];
    expect(rows("SELECT memberId FROM StandingAnswer")).toEqual(members);
  });

  it("that ended another series lets that one's answers count, unless it was said since that they are none", async () => {
    const always = { answer: "yes", reach: "series" };
    await says("tom", 1, always);
    await says("fatima", 1, always);
    await change(3, { hour: "10:00" });
    await says("fatima", 1, { answer: "yes", reach: "eachTime" }, changed);
    await undo();
    expect([answersOf("tom"), answersOf("fatima")]).toEqual(["y".repeat(tuesdays), "y".padEnd(tuesdays, "-")]);
    expect(rows("SELECT memberId FROM StandingAnswer s JOIN Series z ON z.id = s.seriesId WHERE z.endsOn IS NULL")).toEqual([
      { memberId: world.members.tom },
    ]);
  });

  it("counts what they say of the ended series by now, and nothing of who left and came back", async () => {
    const always = { answer: "yes", reach: "series" };
    await says("tom", 1, always);
    await says("fatima", 1, always);
    await change(3, { hour: "10:00" });
    await says("fatima", 1, { answer: "no", reach: "series" }, later);
    await letSomebodyGo(as(world, "jan", later), world.members.tom, null);
    const back = "2026-11-27T09:00:00.000Z";
    await takeBack(as(world, "jan", back), world.members.tom, placeForm.parse({ role: "member", ring: "friends", version: "1" }), null);
    await undo("mia", back);
    expect(answersOf("fatima").slice(2)).toBe("n".repeat(tuesdays - 2));
    expect(answersOf("tom").slice(2)).toBe("-".repeat(tuesdays - 2));
  });

  it("with what is off for a pause: what it had added does not come back when they meet again, also after a change by form", async () => {
    await change(3, { kind: "weeks", weeksEvery: "1", weeksDay: "2" });
    await pause(as(world, "mia", later), pauseForm.parse({ from: "2027-02-01", until: "2027-03-31" }), null);
    await undo();
    await meetAgain(as(world, "mia", later));
    expect(onIn("2027-02", "2027-04")).toEqual(["2027-02-02T19:30", "2027-03-02T19:30"]);
    await calendarAgrees(world, later);
  });

  it("into a pause that began since is off, and out of one goes on", async () => {
    await change(3, thursdays);
    await pause(as(world, "mia", later), pauseForm.parse({ from: "2027-02-01", until: "2027-02-03" }), null);
    await undo();
    expect(onIn("2027-02", "2027-03")).toEqual([]);
    await meetAgain(as(world, "mia", later));
    expect(onIn("2027-02", "2027-03")).toEqual(["2027-02-02T19:30"]);
    await change(3, thursdays, later);
    await pause(as(world, "mia", later), pauseForm.parse({ from: "2027-02-03", until: "2027-02-10" }), null);
    expect(onIn("2027-02", "2027-03")).toEqual([]);
    await undo();
    expect(onIn("2027-02", "2027-03")).toEqual(["2027-02-02T19:30"]);
    await calendarAgrees(world, later);
  });

  it("takes along what goes on since in the series that ended: another change does not double it", async () => {
    await says("fatima", 4, { answer: "yes" });
    await change(3, { monthsEvery: "2" });
    await letItGoOn(as(world, "mia", later), nth(4));
    await undo();
    await changesSeries(world, "mia", nth(3), { place: "in de zaal" }, later);
    expect(onIn("2027-03", "2027-04")).toEqual(["2027-03-02T19:30"]);
    await calendarAgrees(world, later);
  });

  it("makes anew as it stood what it had left nothing of", async () => {
    await byHand(4, { answerDays: "7" }, now);
    await change(3, { monthsEvery: "2" });
    expect(stands().map(({ id }) => id)).not.toContain(nth(4));
    await undo();
    expect(row("SELECT answerDays FROM Gathering WHERE startLocal = '2027-03-02T19:30'")).toEqual({ answerDays: 7 });
  });

  it("puts back one that was put off by hand and is still to come, though its place in the series is past", async () => {
    await byHand(1, { day: "2026-12-10" }, now);
    await change(1, { from: "2026-12-01", kind: "months", monthsNth: "3", monthsDay: "3" });
    expect(stands()[0]).toMatchObject({ id: nth(1), cancelled: 1 });
    await undo("mia", "2026-12-05T09:00:00.000Z");
    expect(onIn("2026-12", "2027-02")).toEqual(["2026-12-10T19:30", "2027-01-05T19:30"]);
    await calendarAgrees(world, "2026-12-05T09:00:00.000Z");
  });

  it("holds no turn twice of which the gathering was brought forward and has begun", async () => {
    await byHand(1, { day: "2026-11-25" }, now);
    const on = "2026-11-26T09:00:00.000Z";
    await change(2, { from: "2026-12-01", hour: "20:00" }, on);
    expect(onIn("2026-11", "2027-02")).toEqual(["2026-11-25T19:30", "2027-01-05T20:00"]);
    await undo("mia", "2026-11-27T09:00:00.000Z");
    expect(onIn("2026-11", "2027-02")).toEqual(["2026-11-25T19:30", "2027-01-05T19:30"]);
    await calendarAgrees(world, "2026-11-27T09:00:00.000Z");
  });

  it("in a pause lets what it called off be off for that, and go on with it", async () => {
    await says("fatima", 4, { answer: "yes" });
    await change(3, { monthsEvery: "2" });
    await pause(as(world, "mia", later), pauseForm.parse({ from: "2027-03-01", until: "2027-03-31" }), null);
    await undo();
    expect(stands().find(({ id }) => id === nth(4))).toMatchObject({ startLocal: "2027-03-02T19:30", cancelled: 1 });
    await meetAgain(as(world, "mia", later));
    expect(stands().find(({ id }) => id === nth(4))).toMatchObject({ cancelled: 0 });
    await calendarAgrees(world, later);
  });

  it("is told once to everybody, and in the story; of what no mail told, none tells that it is undone", async () => {
    await change(3, thursdays);
    await transaction((tx) => tx.outboxMail.updateMany({ data: { state: "sent" } }));
    await undo();
    const told = rows<{ data: string }>("SELECT data FROM OutboxMail WHERE kind = 'seriesChanged' ORDER BY id").map(({ data }) =>
      JSON.parse(data),
    );
    expect(told.filter(({ back }) => back)).toHaveLength(9);
    expect(told.at(-1)).toMatchObject({ by: "Mia", gatheringId: nth(3), sequence: 1, back: true, off: [] });
    expect(row("SELECT kind, byName, gatheringId FROM StoryLine ORDER BY id DESC LIMIT 1")).toEqual({
      ...{ kind: "seriesUndone", byName: "Mia", gatheringId: nth(3) },
    });
    await change(3, { about: "De verhuis" }, later);
    await undo("mia", "2026-11-27T09:00:00.000Z");
    expect(rows("SELECT DISTINCT about FROM Gathering")).toEqual([{ about: "" }]);
    expect(rows("SELECT id FROM OutboxMail WHERE kind = 'seriesChanged'")).toHaveLength(told.length);
  });
});

describe("Undoing a change", () => {
  it("is offered to who may plan, with who changed it and when; no more once it is undone", async () => {
    expect(besideTheList(as(world, "mia", now)).changes).toEqual([]);
    await change(3, thursdays);
    expect(besideTheList(as(world, "rita", later)).changes).toEqual([
      {
        ...{ id: allSeries()[1]?.id, byName: "Mia", forName: null, day: "2026-11-25" },
        ...{ rule: "FREQ=MONTHLY;BYDAY=1TH", firstLocal: "2027-02-04T20:00" },
      },
    ]);
    const { print } = backAhead(as(world, "mia", later), allSeries()[1]?.id ?? "")?.change ?? expect.fail("nothing to undo");
    await undo();
    expect(besideTheList(as(world, "mia", later)).changes).toEqual([]);
    await expect(undoChange(as(world, "mia", later), allSeries()[1]?.id ?? "", print, null)).rejects.toMatchObject({
      words: { key: "gatherings.undoTooLate" },
    });
  });

  it("is of the last only: changed again, or on another clock since, it is not possible any more", async () => {
    await change(3, thursdays);
    await change(3, { hour: "18:00" }, later);
    await undo("mia", later);
    expect(stands()[2]?.startLocal).toBe("2027-02-04T20:00");
    expect(besideTheList(as(world, "mia", later)).changes).toEqual([]);

    await change(3, { hour: "18:00" }, later);
    const jan = as(world, "jan", later);
    await moveZone(jan, { zone: "Europe/Lisbon" }, moveAhead(jan, "Europe/Lisbon").print, null);
    expect(besideTheList(as(world, "mia", later)).changes).toEqual([]);
  });

  it("is refused when it is not what the page said: somebody answered meanwhile", async () => {
    await change(3, { kind: "weeks", weeksEvery: "1", weeksDay: "2" });
    const viewer = as(world, "mia", later);
    const [last] = besideTheList(viewer).changes;
    const ahead = backAhead(viewer, last?.id ?? "")?.change;
    const added = stands().find(({ startLocal }) => startLocal.startsWith("2027-02-09"));
    await answer(as(world, "tom", later), added?.id ?? "", world.members.tom, answerForm.parse({ answer: "yes" }), null, "/");
    const still = stands();
    await expect(undoChange(viewer, last?.id ?? "", ahead?.print ?? "", null)).rejects.toMatchObject({
      words: { key: "gatherings.seriesOther" },
    });
    expect(stands()).toEqual(still);
  });

  it("is not for who may not plan, nor for another circle, nor after a month", async () => {
    await change(3, thursdays);
    const id = allSeries()[1]?.id ?? "";
    for (const who of ["fatima", "els"] as const)
      await expect(undoChange(as(world, who, later), id, "", null)).rejects.toMatchObject({ status: 403 });
    await forgetChanges("2026-12-26T08:00:00.000Z");
    expect(besideTheList(as(world, "mia", "2026-12-26T08:00:00.000Z")).changes).toHaveLength(1);
    await forgetChanges("2026-12-26T10:00:00.000Z");
    expect(backAhead(as(world, "mia", "2026-12-26T10:00:00.000Z"), id)).toBeNull();
  });

  it("is not offered when the series would have been over by now", async () => {
    await change(3, { endsOn: "2027-02-28" });
    const on = "2027-02-01T09:00:00.000Z";
    await changesSeries(world, "mia", nth(3), { endsOn: "2027-12-31" }, on);
    expect(besideTheList(as(world, "mia", on)).changes).toHaveLength(1);
    expect(besideTheList(as(world, "mia", "2027-02-03T09:00:00.000Z")).changes).toEqual([]);
  });
});
