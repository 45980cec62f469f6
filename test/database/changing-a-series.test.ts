import { beforeEach, describe, expect, it } from "vitest";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { changeSeries } from "../../app/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "../../app/gatherings/changing-series/standing-from.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { gatheringChange } from "../../app/gatherings/schema";
import { row, rows } from "../../app/platform/query.server";
import { freshDatabase } from "../database";
import { allSeries, calendarAgrees, changesSeries, firstTuesdays, formOf, type Name, stands, tuesdays } from "../series-of-jan";
import { as, circleOfJan, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
let world: World;
let nth: (n: number) => string;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  nth = await firstTuesdays(world, now);
});

const change = (id: string, different: Record<string, string>, by: Name = "mia", at = now) => changesSeries(world, by, id, different, at);
const mails = () => rows<{ memberId: string; data: string }>("SELECT memberId, data FROM OutboxMail WHERE kind = 'seriesChanged'");
const say = (id: string, who: "fatima" | "tom", said: "yes" | "no") =>
  answer(as(world, who, now), id, world.members[who], answerForm.parse({ answer: said }), null, "/");

describe("A series that changes from a day on", () => {
  it("stays the same one when it was only off before that day: nothing is there that could end", async () => {
    await cancelGathering(as(world, "mia", now), nth(1), null);
    await change(nth(2), { from: "2027-01-05", hour: "20:00" }, "mia", "2026-12-02T09:00:00.000Z");
    expect(allSeries()).toMatchObject([{ firstLocal: "2027-01-05T20:00", endsOn: null, sequence: 1 }]);
    await calendarAgrees(world, "2026-12-02T09:00:00.000Z");
  });

  it("ends before that day, and another goes on after it: each gathering stays itself, with its answers", async () => {
    await say(nth(2), "tom", "yes");
    await say(nth(4), "fatima", "yes");
    const { becoming, off, gone, fresh } = await change(nth(3), { hour: "20:00", place: "in de zaal" });
    expect([becoming.length, off, gone, fresh]).toEqual([tuesdays - 2, [], [], []]);
    expect(stands().map(({ id }) => id)).toEqual(Array.from({ length: tuesdays }, (_, place) => nth(place + 1)));
    expect(
      stands()
        .slice(0, 4)
        .map(({ startLocal, place }) => [startLocal, place]),
    ).toEqual([
      ["2026-12-01T19:30", "bij Jan thuis"],
      ["2027-01-05T19:30", "bij Jan thuis"],
      ["2027-02-02T20:00", "in de zaal"],
      ["2027-03-02T20:00", "in de zaal"],
    ]);
    const [before, after] = allSeries();
    expect(before).toMatchObject({ endsOn: "2027-02-01", sequence: 1 });
    expect(after).toMatchObject({ followsId: before?.id, firstLocal: "2027-02-02T20:00", endsOn: null, sequence: 0 });
    expect(rows("SELECT gatheringId, answer FROM Response ORDER BY at")).toEqual([
      { gatheringId: nth(2), answer: "yes" },
      { gatheringId: nth(4), answer: "yes" },
    ]);
    const events = await calendarAgrees(world, now);
    expect(events.map(({ UID, RRULE }) => [UID, RRULE])).toEqual(
      expect.arrayContaining([
        [`${before?.id}@kring`, "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270201T225900Z"],
        [`${after?.id}@kring`, "FREQ=MONTHLY;BYDAY=1TU"],
      ]),
    );
  });

  it("from its first gathering on stays the same series in calendars, with a higher number", async () => {
    await change(nth(1), { from: "2026-12-01", hour: "20:00" });
    expect(allSeries()).toMatchObject([{ firstLocal: "2026-12-01T20:00", sequence: 1, followsId: null }]);
    expect(new Set(stands().map(({ startLocal }) => startLocal.slice(11)))).toEqual(new Set(["20:00"]));
    expect((await calendarAgrees(world, now))[0]).toMatchObject({ SEQUENCE: "1" });
  });

  it("and is the same as it was is refused: nothing is changed, and nobody hears of it", async () => {
    const before = [stands(), allSeries(), rows("SELECT kind FROM StoryLine")];
    const viewer = as(world, "mia", now);
    for (const from of ["2026-12-01", "2027-02-02"]) {
      const ahead = changeAhead(viewer, seriesToChange(viewer, nth(1)) ?? expect.fail("no series"), formOf({ from }));
      expect(ahead).toMatchObject({ changes: false, tells: false });
      await expect(changeSeries(viewer, nth(1), formOf({ from }), ahead.print, null)).rejects.toMatchObject({
        words: { key: "gatherings.seriesAheadNothing" },
      });
    }
    expect([stands(), allSeries(), rows("SELECT kind FROM StoryLine")]).toEqual(before);
    expect(mails()).toEqual([]);
  });

  it("only in what it is about is told in no mail; in where it ends, it is", async () => {
    expect(await change(nth(1), { from: "2026-12-01", about: "De verhuis" })).toMatchObject({ changes: true, tells: false });
    expect(rows("SELECT DISTINCT about FROM Gathering")).toEqual([{ about: "De verhuis" }]);
    expect(mails()).toEqual([]);
    await change(nth(1), { from: "2026-12-01", about: "De verhuis", endsOn: "2040-01-01" });
    expect(mails()).not.toEqual([]);
  });

  it("to another day takes each along to the nearest, asks who answered again, and keeps what was chosen by hand", async () => {
    await say(nth(3), "fatima", "yes");
    await changeGathering(
      as(world, "mia", now),
      nth(4),
      gatheringChange.parse({ day: "2027-03-05", hour: "18:00", minutes: "120", place: "in de zaal", version: "1" }),
      null,
    );
    const { becoming } = await change(nth(3), { from: "2027-02-01", monthsDay: "4" });
    expect(becoming[0]).toMatchObject({ startLocal: "2027-02-04T19:30", asks: true });
    expect(
      stands()
        .slice(2, 5)
        .map(({ id, startLocal, place }) => [id, startLocal, place]),
    ).toEqual([
      [nth(3), "2027-02-04T19:30", "bij Jan thuis"],
      [nth(4), "2027-03-05T18:00", "in de zaal"],
      [nth(5), "2027-04-01T19:30", "bij Jan thuis"],
    ]);
    expect(row("SELECT movedAt FROM Gathering WHERE id = @id", { id: nth(3) })).toEqual({ movedAt: now });
    await calendarAgrees(world, now);
  });

  it("to less often: what somebody counted on is off and stays to be seen, the rest is gone; off stays off", async () => {
    await say(nth(4), "fatima", "yes");
    await cancelGathering(as(world, "mia", now), nth(6), null);
    const { off, gone } = await change(nth(3), { monthsEvery: "2" });
    expect(off.map(({ id }) => id)).toEqual([nth(4)]);
    expect(gone.map(({ id }) => id)).toEqual([8, 10, 12, 14, 16, 18].map(nth));
    expect(
      stands()
        .filter(({ cancelled }) => cancelled)
        .map(({ id }) => id),
    ).toEqual([nth(4), nth(6)]);
    expect(stands()).toHaveLength(tuesdays - gone.length);
    await calendarAgrees(world, now);
  });

  it("to more often adds the days between; and the horizon goes on with the new rhythm only", async () => {
    const { fresh } = await change(nth(3), { kind: "weeks", weeksEvery: "2", weeksDay: "2" });
    expect(fresh.length).toBeGreaterThan(10);
    await fillHorizons("2027-06-01T03:00:00.000Z");
    await fillHorizons("2027-06-01T03:00:00.000Z");
    const days = stands().map(({ startLocal }) => startLocal);
    expect(new Set(days).size).toBe(days.length);
    expect(days.at(-1)?.slice(0, 7)).toBe("2028-11");
    await calendarAgrees(world, now);
  });

  it("until a last day: what comes after it falls away", async () => {
    const { gone } = await change(nth(3), { endsOn: "2027-04-30" });
    expect(gone).toHaveLength(tuesdays - 5);
    expect(stands().map(({ startLocal }) => startLocal.slice(0, 10))).toEqual([
      "2026-12-01",
      "2027-01-05",
      "2027-02-02",
      "2027-03-02",
      "2027-04-06",
    ]);
    await fillHorizons("2027-06-01T03:00:00.000Z");
    expect(stands()).toHaveLength(5);
    await calendarAgrees(world, now);
  });

  it("never touches what has begun, also when it changes again and again", async () => {
    const at = "2027-02-10T09:00:00.000Z";
    await change(nth(3), { hour: "20:00" });
    const past = () => stands().filter(({ startLocal }) => startLocal < "2027-02-10");
    const before = past();
    await change(nth(4), { from: "2027-02-10", hour: "18:00" }, "mia", at);
    await change(nth(5), { from: "2027-04-01", monthsDay: "3" }, "rita", at);
    expect(past()).toEqual(before);
    expect(allSeries()).toHaveLength(4);
    await calendarAgrees(world, at);
  });

  it("is told once to everybody, with what fell away; and in the story", async () => {
    await say(nth(4), "fatima", "yes");
    await change(nth(3), { monthsEvery: "2" });
    expect(mails()).toHaveLength(9);
    expect(JSON.parse(mails()[0]?.data ?? "{}")).toMatchObject({ by: "Mia", for: null, gatheringId: nth(3), off: ["2027-03-02T19:30"] });
    expect(rows("SELECT id FROM OutboxMail WHERE kind IN ('gatheringChanged', 'gatheringCancelled')")).toEqual([]);
    expect(row("SELECT byName, forName FROM StoryLine WHERE kind = 'seriesChanged'")).toEqual({ byName: "Mia", forName: null });
  });
});

describe("A change of a series", () => {
  it("that is not the one that the page said changes nothing: somebody answered meanwhile", async () => {
    const viewer = as(world, "mia", now);
    const before = seriesToChange(viewer, nth(3));
    const ahead = before && changeAhead(viewer, before, formOf({ monthsEvery: "2" }));
    await say(nth(4), "fatima", "yes");
    const still = stands();
    await expect(changeSeries(viewer, nth(3), formOf({ monthsEvery: "2" }), ahead?.print ?? "", null)).rejects.toMatchObject({
      words: { key: "gatherings.seriesOther" },
    });
    expect(stands()).toEqual(still);
  });

  it("is refused at its field for a day past, an end before it begins, and a rhythm that never comes", async () => {
    await expect(change(nth(3), { from: "2026-11-20" })).rejects.toMatchObject({ field: "from" });
    await expect(change(nth(3), { endsOn: "2027-01-01" })).rejects.toMatchObject({ field: "endsOn" });
  });

  it("is not for who may not plan, nor for one that has begun or stands by itself", async () => {
    for (const who of ["fatima", "els"] as const)
      await expect(change(nth(3), { hour: "20:00" }, who)).rejects.toMatchObject({ status: 403 });
    expect(seriesToChange(as(world, "mia", "2027-02-03T09:00:00.000Z"), nth(3))).toBeNull();
    await expect(changeSeries(as(world, "mia", "2027-02-03T09:00:00.000Z"), nth(3), formOf({}), "", null)).rejects.toMatchObject({
      status: 404,
    });
  });
});
