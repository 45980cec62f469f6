import { beforeEach, describe, expect, it } from "vitest";
import { answer, answerFromMail } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { askedByMail } from "../../app/gatherings/asked-by-mail.server";
import { asksAgain, said } from "../../app/gatherings/asking-again";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { feedFor } from "../../app/gatherings/feed/feed.server";
import { makeFeed } from "../../app/gatherings/feed/making-a-feed.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { gatheringOf } from "../../app/gatherings/gathering.server";
import { gatheringsOf } from "../../app/gatherings/gatherings.server";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { nextGathering } from "../../app/gatherings/next-gathering.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringChange, gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { whoComes } from "../../app/gatherings/who-comes.server";
import { row, rows } from "../../app/platform/query.server";
import { Overtaken } from "../../app/platform/refusal";
import { hashOf } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { linkHolder } from "../../app/policy/viewer.server";
import { eventsIn } from "../calendar";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
const later = "2026-11-25T09:00:00.000Z";
let world: World;
let id: string;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  id =
    (
      await planSeries(as(world, "mia", now), seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" }), null)
    ).split("#")[1] ?? "";
});

type Name = Parameters<typeof as>[1];
const asItIs = () => ({ day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis", version: String(stands().version) });
const change = (different: Record<string, string>, by: Name = "mia", at = later) =>
  changeGathering(as(world, by, at), id, gatheringChange.parse({ ...asItIs(), ...different }), null);
const stands = () => row<Record<string, unknown>>("SELECT * FROM Gathering WHERE id = @id", { id }) ?? {};
const say = (who: "fatima" | "tom" | "jan", said: "yes" | "no" | "maybe", at = now) =>
  answer(as(world, who, at), id, world.members[who], answerForm.parse({ answer: said }), null, "/");
const story = () => rows<{ kind: string; detail: string }>("SELECT kind, detail FROM StoryLine ORDER BY id DESC LIMIT 1")[0];
const mails = (kind: string) =>
  rows<{ memberId: string; data: string }>("SELECT memberId, data FROM OutboxMail WHERE kind = @kind", { kind });
const comes = (who: Name = "fatima", at = later) =>
  whoComes(as(world, "jan", at), id).people.find(({ id: one }) => one === world.members[who as "fatima"]);

describe("Moving one gathering", () => {
  it("puts it at another day and hour, on the clock of the circle; the story says from where to where, and everybody hears of it once", async () => {
    await change({ day: "2026-12-02", hour: "20:00" });
    expect(stands()).toMatchObject({
      startLocal: "2026-12-02T20:00",
      startsAt: "2026-12-02T19:00:00.000Z",
      slotLocal: "2026-12-01T19:30",
      sequence: 1,
      version: 2,
    });
    expect(story()).toEqual({
      kind: "gatheringMoved",
      detail: JSON.stringify({ startLocal: "2026-12-02T20:00", place: "bij Jan thuis", from: "2026-12-01T19:30" }),
    });
    const told = mails("gatheringChanged");
    expect(told).toHaveLength(9);
    expect(told.map(({ memberId }) => memberId)).not.toContain(world.members.mia);
    expect(JSON.parse(told[0]?.data ?? "{}")).toMatchObject({ sequence: 1, was: { startLocal: "2026-12-01T19:30", place: null } });
  });

  it("changes no other of its series, and the job that fills it leaves it where it is", async () => {
    const others = () =>
      rows("SELECT id, startLocal FROM Gathering WHERE id <> @id AND startLocal < '2028-06' ORDER BY startLocal", { id });
    const before = others();
    await change({ day: "2026-12-03" });
    await fillHorizons("2027-01-10T03:00:00.000Z");
    expect(others()).toEqual(before);
    expect(rows("SELECT id FROM Gathering WHERE startLocal LIKE '2026-12-%'")).toEqual([{ id }]);
  });

  it("asks those who had answered again, and keeps what they had said; whom it hardly moves it does not ask", async () => {
    await say("fatima", "yes");
    await change({ hour: "20:15" });
    expect(comes()).toMatchObject({ answer: "yes", before: null });
    await change({ day: "2026-12-02" });
    expect(comes()).toMatchObject({ answer: null, before: "yes" });
    expect(gatheringsOf(as(world, "fatima", later), { after: null, before: null }).coming[0]).toMatchObject({ id, mine: null, coming: 0 });
    expect(nextGathering(as(world, "fatima", later))?.comes.people.find(({ name }) => name === "Fatima")).toMatchObject({ answer: null });
    expect(rows("SELECT answer FROM Response")).toEqual([{ answer: "yes" }]);
    await say("fatima", "yes", "2026-11-26T09:00:00.000Z");
    expect(comes("fatima", "2026-11-26T10:00:00.000Z")).toMatchObject({ answer: "yes", before: null });
    expect(rows("SELECT kind FROM StoryLine WHERE kind = 'answered'")).toHaveLength(2);
  });

  it("asks in the mail as well, where the link shows no answer chosen before", async () => {
    await say("fatima", "no");
    await change({ day: "2026-12-02" });
    const { answerToken } = JSON.parse(mails("gatheringChanged").find(({ memberId }) => memberId === world.members.fatima)?.data ?? "{}");
    const link = linkHolder(hashOf(answerToken), "answer", later);
    expect(link && askedByMail(link)).toMatchObject({ answer: null, startLocal: "2026-12-02T19:30" });
  });

  it("and back lets stand what was answered for that moment; who answered for the other is asked again", async () => {
    await say("fatima", "yes");
    await change({ day: "2026-12-02" });
    await say("tom", "no", later);
    const back = "2026-11-25T10:00:00.000Z";
    await change({ day: "2026-12-01" }, "mia", back);
    expect(comes("fatima", back)).toMatchObject({ answer: "yes", before: null });
    expect(comes("tom", back)).toMatchObject({ answer: null, before: "no" });
    await change({ day: "2026-12-02", hour: "20:00" }, "mia", back);
    expect([comes("fatima", back)?.answer, comes("tom", back)?.answer]).toEqual([null, "no"]);
  });

  it("and back leaves an answer that is said again by a mail of before", async () => {
    await say("fatima", "yes");
    await change({ day: "2026-12-02" });
    const { answerToken } = JSON.parse(mails("gatheringChanged").find(({ memberId }) => memberId === world.members.fatima)?.data ?? "{}");
    await change({ day: "2026-12-01" }, "mia", "2026-11-25T10:00:00.000Z");
    const at = "2026-11-25T11:00:00.000Z";
    const link = linkHolder(hashOf(answerToken), "answer", at) ?? expect.fail("no link");
    for (const [said, saidAt, stands] of [
      ["yes", "2026-11-24T20:00:00.000Z", "yes"],
      ["no", "2026-11-24T21:00:00.000Z", null],
    ] as const) {
      await answerFromMail(link, answerForm.parse({ answer: said }), null, "/", saidAt);
      expect(comes("fatima", at)).toMatchObject({ answer: stands });
    }
  });

  it("by an hour, and by an hour again, asks who answered for the first", async () => {
    await say("fatima", "yes");
    await change({ hour: "20:30" });
    expect(comes()).toMatchObject({ answer: "yes" });
    await change({ hour: "21:30" });
    expect(comes()).toMatchObject({ answer: null, before: "yes" });
    expect(stands()).toMatchObject({ movedAt: later });
  });

  it.each([
    ["2026-12-01T19:30", "2026-12-01T19:30", false],
    ["", "2026-12-01T19:30", true],
    ["2026-12-01T19:30", "2026-12-01T20:30", false],
    ["2026-12-01T19:30", "2026-12-01T18:30", false],
    ["2026-12-01T19:30", "2026-12-01T20:31", true],
    ["2026-12-01T19:30", "2026-12-01T18:29", true],
    ["2026-12-01T23:45", "2026-12-02T00:15", true],
  ])("from %s to %s asks again: %s, by the words and by the statement", (before, after, asks) => {
    expect(asksAgain(before, after)).toBe(asks);
    const one = `SELECT ${said("r")} AS said FROM (SELECT @before AS forLocal, 'yes' AS answer) r, (SELECT @after AS startLocal) g`;
    expect(row(one, { before, after })).toEqual({ said: asks ? null : "yes" });
  });

  it("is seen in calendars: the same event, at its own time, with a higher number", async () => {
    await change({ day: "2026-12-02", place: "in de zaal" });
    const token = (await makeFeed(person(world, "fatima"), { which: world.groupId, named: false, alarm: null }, now, null)) ?? "";
    const [master, exception] = eventsIn(feedFor(token, later) ?? "");
    expect(exception).toMatchObject({
      UID: master?.UID,
      "RECURRENCE-ID": "20261201T193000",
      DTSTART: "20261202T193000",
      SEQUENCE: "1",
      LOCATION: "in de zaal",
      DTSTAMP: "20261125T090000Z",
    });
  });
});

describe("Changing what else there is of one", () => {
  it("tells of another place, and of how long; not of what it is about, which calendars and mails do not say", async () => {
    await change({ place: "in de zaal" });
    expect(story()).toMatchObject({ kind: "gatheringElsewhere" });
    await change({ place: "in de zaal", minutes: "90" });
    expect(mails("gatheringChanged")).toHaveLength(18);
    await change({ place: "in de zaal", minutes: "90", about: "De verhuis" });
    expect(mails("gatheringChanged")).toHaveLength(18);
    expect(stands()).toMatchObject({ place: "in de zaal", minutes: 90, about: "De verhuis", sequence: 2, version: 4, movedAt: null });
  });

  it("to what it is already changes nothing and tells nobody", async () => {
    await change({});
    expect([stands().version, mails("gatheringChanged")]).toEqual([1, []]);
  });
});

describe("What can't be changed", () => {
  it("says so at its field: a day past or too far, an hour gone, a moment at which the circle meets already", async () => {
    await expect(change({ day: "2026-11-24" })).rejects.toMatchObject({ field: "day", words: { key: "gatherings.startPast" } });
    await expect(change({ day: "2032-01-01" })).rejects.toMatchObject({ field: "day", words: { key: "gatherings.startFar" } });
    await expect(change({ day: "2026-11-25", hour: "09:00" })).rejects.toMatchObject({ field: "hour" });
    await expect(change({ day: "2027-01-05", hour: "18:00" })).rejects.toMatchObject({
      field: "day",
      words: { key: "gatherings.twoAtOnce" },
    });
    expect((await change({ day: "2027-01-05", hour: "17:30" })).split("/").at(-1)).toBe(id);
  });

  it("is one that has begun, is off, is of another circle, or that somebody else changed meanwhile", async () => {
    await expect(change({ place: "te laat" }, "mia", "2026-12-01T18:30:00.000Z")).rejects.toMatchObject({
      words: { key: "gatherings.changeTooLate" },
    });
    await change({ place: "in de zaal" }, "jan");
    const stale = await change({ place: "in de tuin", version: "1" }).catch((error: unknown) => error);
    expect(stale).toBeInstanceOf(Overtaken);
    expect(stale).toMatchObject({ theirs: { day: "2026-12-01", hour: "19:30", place: "in de zaal" }, version: 2 });
    await cancelGathering(as(world, "mia", later), id, null);
    await expect(change({ place: "weg" })).rejects.toMatchObject({ words: { key: "gatherings.changeTooLate" } });
    await transaction((tx) => tx.gathering.update({ where: { id }, data: { groupId: world.otherGroupId, seriesId: null } }));
    await expect(change({ place: "weg" })).rejects.toMatchObject({ status: 404 });
  });

  it.each(["fatima", "els"] as const)("is nothing for %s to change", async (who) => {
    await expect(change({ place: "elders" }, who)).rejects.toMatchObject({ status: 403 });
    expect(gatheringOf(as(world, who, later), id).can).toEqual({ change: false, askOnceMore: false, cancel: false, goOn: false });
  });
});

describe("What was called off", () => {
  it("goes on after all with one press: answers stand again, everybody hears of it, and can hear again that it is off", async () => {
    await say("fatima", "yes");
    await cancelGathering(as(world, "mia", now), id, null);
    expect(gatheringOf(as(world, "mia", later), id).can).toEqual({ change: false, askOnceMore: false, cancel: false, goOn: true });
    await letItGoOn(as(world, "mia", later), id);
    expect(stands()).toMatchObject({ cancelledAt: null, cancelledById: null, sequence: 2 });
    expect(comes()).toMatchObject({ answer: "yes" });
    expect(story()?.kind).toBe("gatheringOn");
    expect(mails("gatheringOn")).toHaveLength(9);
    await cancelGathering(as(world, "mia", later), id, null);
    expect(mails("gatheringCancelled")).toHaveLength(18);
  });

  it("not once its time has come, not when it goes on already, and not where the circle meets by now", async () => {
    await expect(letItGoOn(as(world, "mia", later), id)).rejects.toMatchObject({ words: { key: "gatherings.onTooLate" } });
    await cancelGathering(as(world, "mia", now), id, null);
    await expect(letItGoOn(as(world, "mia", "2026-12-02T09:00:00.000Z"), id)).rejects.toMatchObject({
      words: { key: "gatherings.onTooLate" },
    });
    await planGathering(
      as(world, "mia", now),
      gatheringForm.parse({ day: "2026-12-01", hour: "19:00", minutes: "60", place: "hier" }),
      null,
    );
    await expect(letItGoOn(as(world, "mia", later), id)).rejects.toMatchObject({ words: { key: "gatherings.twoAtOnce" } });
    await expect(letItGoOn(as(world, "fatima", later), id)).rejects.toMatchObject({ status: 403 });
  });
});
