import { beforeEach, describe, expect, it } from "vitest";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { answererBy, askedByMail } from "../../app/gatherings/asked-by-mail.server";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { changeSeries } from "../../app/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "../../app/gatherings/changing-series/standing-from.server";
import { feedFor } from "../../app/gatherings/feed/feed.server";
import { makeFeed } from "../../app/gatherings/feed/making-a-feed.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { gatheringOf } from "../../app/gatherings/gathering.server";
import { gatheringsOf } from "../../app/gatherings/gatherings.server";
import { moveAhead, toldAhead } from "../../app/gatherings/moving-zone/move-ahead.server";
import { moveZone } from "../../app/gatherings/moving-zone/moving-zone.server";
import { zoneForm } from "../../app/gatherings/moving-zone/schema";
import { nextGathering } from "../../app/gatherings/next-gathering.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { chooseMoment } from "../../app/gatherings/polls/choosing-a-moment.server";
import { pollOf } from "../../app/gatherings/polls/poll.server";
import { sayWhen } from "../../app/gatherings/polls/saying-when.server";
import { fieldOfMoment, pollForm, whenForm } from "../../app/gatherings/polls/schema";
import { seekDate } from "../../app/gatherings/polls/seeking-a-date.server";
import { gatheringChange, gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { eventsIn, happenings, happeningsByAnother } from "../calendar";
import { freshDatabase } from "../database";
import { tuesdays } from "../series-of-jan";
import { as, circleOfJan, person, type World } from "../world";

/** A series on the first Tuesday of the month, planned in November; it is the third of December now, and it met once. */
const planned = "2026-11-24T09:00:00.000Z";
const now = "2026-12-03T09:00:00.000Z";
const lisbon = "Europe/Lisbon";
const auckland = "Pacific/Auckland";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(planned);
  await planSeries(as(world, "mia", planned), seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" }), null);
});

type Name = Parameters<typeof as>[1];
const move = (zone: string, { by = "jan" as Name, at = now, formKey = null as string | null } = {}) =>
  moveZone(as(world, by, at), { zone }, moveAhead(as(world, by, at), zone).print, formKey);
const refused = (key: string, field: string | null = null) => expect.objectContaining({ words: expect.objectContaining({ key }), field });
const stands = () =>
  rows<{
    id: string;
    seriesId: string | null;
    startLocal: string;
    zone: string;
    startsAt: string;
    movedAt: string | null;
    sequence: number;
  }>("SELECT id, seriesId, startLocal, zone, startsAt, movedAt, sequence FROM Gathering ORDER BY startsAt");
const on = (day: string) => stands().find(({ startLocal }) => startLocal.startsWith(day)) ?? expect.fail(`nothing on ${day}`);
const series = () =>
  rows<{ id: string; firstLocal: string; zone: string; endsOn: string | null; followsId: string | null; filledTo: string }>(
    "SELECT id, firstLocal, zone, endsOn, followsId, filledTo FROM Series ORDER BY createdAt, id",
  );
const zoneNow = () => row<{ zone: string }>('SELECT zone FROM "Group" WHERE id = @id', { id: world.groupId })?.zone;
const single = async (change: Record<string, string> = {}, at = planned) => {
  const form = gatheringForm.parse({ day: "2026-12-10", hour: "14:00", minutes: "60", place: "in het park", ...change });
  return (await planGathering(as(world, "mia", at), form, null)).split("/").at(-1) ?? "";
};
const says = (id: string, form: Record<string, string>, who: "fatima" | "tom" = "fatima", at = planned) =>
  answer(as(world, who, at), id, world.members[who], answerForm.parse(form), null, "/");
/** Page and calendar show the same, by two readers. */
async function calendarAgrees(at = now) {
  const token = (await makeFeed(person(world, "fatima"), { which: world.groupId, named: false, alarm: null }, at, null)) ?? "";
  const text = feedFor(token, at) ?? "";
  const until = "2028-06-01T00:00:00.000Z";
  const shown = rows<{ at: string }>(
    "SELECT startsAt AS at FROM Gathering WHERE startsAt <= @until AND (cancelledAt IS NULL OR startsAt > @at) ORDER BY startsAt",
    { at, until },
  );
  for (const read of [happenings(text, until), happeningsByAnother(text, until)])
    expect(read.map((one) => one.at)).toEqual(shown.map((one) => one.at));
  return text;
}

describe("A circle that follows another clock", () => {
  it("keeps every hour to come, on that clock; what is past stays, and nobody is asked again", async () => {
    const { id } = on("2027-01-05");
    await says(id, { answer: "yes" });
    const past = on("2026-12-01");
    const hours = stands().map(({ startLocal }) => startLocal);
    await move(lisbon);
    expect(zoneNow()).toBe(lisbon);
    expect(on("2026-12-01")).toEqual(past);
    expect(stands().map(({ startLocal }) => startLocal)).toEqual(hours);
    expect(on("2027-01-05")).toMatchObject({ id, zone: lisbon, startsAt: "2027-01-05T19:30:00.000Z", movedAt: null, sequence: 1 });
    expect(on("2027-07-06")).toMatchObject({ startsAt: "2027-07-06T18:30:00.000Z" });
    expect(rows("SELECT gatheringId, answer FROM Response")).toEqual([{ gatheringId: id, answer: "yes" }]);
    expect(row("SELECT kind, byName, detail FROM StoryLine ORDER BY id DESC LIMIT 1")).toEqual({
      ...{ kind: "zoneMoved", byName: "Jan" },
      detail: JSON.stringify({ from: "Europe/Brussels", to: lisbon }),
    });
  });

  it("lets a series that has met end, and go on in one that follows it on that clock, with what was said for always", async () => {
    await says(on("2027-01-05").id, { answer: "yes", reach: "series" });
    await move(lisbon);
    const [before, after] = series();
    expect(before).toMatchObject({ zone: "Europe/Brussels", endsOn: "2027-01-04", followsId: null });
    expect(after).toMatchObject({
      zone: lisbon,
      firstLocal: "2027-01-05T19:30",
      endsOn: null,
      followsId: before?.id,
      filledTo: before?.filledTo,
    });
    expect(stands().map(({ seriesId }) => seriesId === after?.id)).toEqual(stands().map(({ startLocal }) => startLocal > "2027"));
    expect(rows("SELECT answer FROM StandingAnswer WHERE seriesId = @id", { id: after?.id ?? "" })).toEqual([{ answer: "yes" }]);
    await fillHorizons("2027-03-01T03:00:00.000Z");
    const last = stands().at(-1);
    expect(last).toMatchObject({ startLocal: "2028-08-01T19:30", zone: lisbon, seriesId: after?.id });
    expect(row("SELECT answer, standing FROM Response WHERE gatheringId = @id", { id: last?.id ?? "" })).toEqual({
      answer: "yes",
      standing: 1,
    });
    expect(stands().filter(({ seriesId }) => seriesId === before?.id)).toHaveLength(1);
  });

  it("gives a series that has not met the clock, and leaves one that is over alone", async () => {
    const form = seriesForm.parse({ ...seriesToBegin, kind: "weeks", weeksDay: "4", from: "2026-12-10", place: "in de zaal" });
    await planSeries(as(world, "mia", planned), form, null);
    const over = seriesForm.parse({
      ...seriesToBegin,
      kind: "weeks",
      weeksDay: "1",
      from: "2026-11-25",
      endsOn: "2026-12-02",
      place: "hier",
    });
    await planSeries(as(world, "mia", planned), over, null);
    await move(lisbon);
    expect(series().map(({ firstLocal, zone, followsId }) => [firstLocal, zone, followsId !== null])).toEqual([
      ["2026-12-01T19:30", "Europe/Brussels", false],
      ["2026-12-10T19:30", lisbon, false],
      ["2026-11-30T19:30", "Europe/Brussels", false],
      ["2027-01-05T19:30", lisbon, true],
    ]);
  });

  it("leaves what was changed by hand as it is: a day, a place, one that is off", async () => {
    const january = on("2027-01-05");
    const change = { day: "2027-01-07", hour: "20:15", minutes: "90", place: "in de zaal", version: "1" };
    await changeGathering(as(world, "mia", planned), january.id, gatheringChange.parse(change), null);
    await cancelGathering(as(world, "mia", planned), on("2027-02-02").id, null);
    await move(lisbon);
    expect(on("2027-01-07")).toMatchObject({
      id: january.id,
      startLocal: "2027-01-07T20:15",
      startsAt: "2027-01-07T20:15:00.000Z",
      zone: lisbon,
    });
    expect(row("SELECT place, minutes FROM Gathering WHERE id = @id", { id: january.id })).toEqual({ place: "in de zaal", minutes: 90 });
    expect(row("SELECT zone, cancelledAt IS NOT NULL AS off FROM Gathering WHERE startLocal LIKE '2027-02-02%'")).toEqual({
      zone: lisbon,
      off: 1,
    });
    await calendarAgrees();
  });

  it("leaves tonight as it was where it is past there, and says so beforehand", async () => {
    const tonight = await single({ day: "2026-12-03", hour: "19:30" });
    const told = toldAhead(moveAhead(as(world, "jan", now), auckland), now);
    expect(told).toMatchObject({
      moving: tuesdays - 1,
      staying: [{ id: tonight, startLocal: "2026-12-03T19:30", zone: "Europe/Brussels" }],
    });
    await move(auckland);
    expect(on("2026-12-03")).toMatchObject({ zone: "Europe/Brussels", startsAt: "2026-12-03T18:30:00.000Z", sequence: 0 });
    expect(on("2027-01-05")).toMatchObject({ zone: auckland, startsAt: "2027-01-05T06:30:00.000Z" });
    const fatima = as(world, "fatima", now);
    expect([nextGathering(fatima)?.otherZone, nextGathering(fatima)?.today]).toEqual(["Europe/Brussels", "2026-12-03"]);
    expect(gatheringOf(fatima, tonight).otherZone).toBe("Europe/Brussels");
    const asked = { fatima: fatima.memberId, about: `%${tonight}%` };
    const { data } = row<{ data: string }>("SELECT data FROM OutboxMail WHERE memberId = @fatima AND data LIKE @about", asked) ?? {
      data: "{}",
    };
    const link = answererBy(JSON.parse(data).answerToken, now) ?? expect.fail("no link");
    expect(askedByMail(link)?.otherZone).toBe("Europe/Brussels");
    const { coming, past } = gatheringsOf(fatima, { after: null, before: null });
    expect([coming[0]?.otherZone, coming[1]?.otherZone, past[0]?.otherZone]).toEqual(["Europe/Brussels", null, null]);
    const text = await calendarAgrees();
    expect([...new Set(text.match(/TZID:(\S+)/g))].sort()).toEqual(["TZID:Europe/Brussels", `TZID:${auckland}`]);
  });

  it("keeps on its own clock what stayed, also when its series is changed afterwards", async () => {
    const { id } = on("2027-01-05");
    const tonight = { day: "2026-12-03", hour: "19:30", minutes: "120", place: "bij Jan thuis", version: "1" };
    await changeGathering(as(world, "mia", now), id, gatheringChange.parse(tonight), null);
    await move(auckland);
    const viewer = as(world, "mia", now);
    const found = seriesToChange(viewer, id) ?? expect.fail("no series");
    const form = seriesForm.parse({ ...seriesToBegin, from: "2027-01-05", place: "in de zaal" });
    await changeSeries(viewer, id, form, changeAhead(viewer, found, form).print, null);
    expect(on("2026-12-03")).toMatchObject({ id, zone: "Europe/Brussels", startsAt: "2026-12-03T18:30:00.000Z" });
    expect(row("SELECT place FROM Gathering WHERE id = @id", { id })).toEqual({ place: "in de zaal" });
    await calendarAgrees();
  });

  it("comes back to its own clock, and calendars never see a lower number", async () => {
    await move(lisbon);
    const before = eventsIn(await calendarAgrees()).map(({ UID, SEQUENCE }) => [UID, Number(SEQUENCE)] as const);
    await move("Europe/Brussels", { at: "2026-12-04T09:00:00.000Z" });
    const after = new Map(eventsIn(await calendarAgrees("2026-12-04T09:00:00.000Z")).map(({ UID, SEQUENCE }) => [UID, Number(SEQUENCE)]));
    expect(series()).toHaveLength(2);
    for (const [uid, number] of before) expect(after.get(uid)).toBeGreaterThanOrEqual(number);
    expect(on("2027-01-05")).toMatchObject({ zone: "Europe/Brussels", startsAt: "2027-01-05T18:30:00.000Z", sequence: 2 });
  });
});

describe("A date that is sought meanwhile", () => {
  const seek = async (...moments: string[]) => {
    const form = pollForm.parse({ moments, minutes: "120", place: "bij Jan thuis" });
    return (await seekDate(as(world, "mia", now), form, null)).split("/").at(-1) ?? "";
  };
  const optionOn = (day: string) =>
    row<{ id: string }>("SELECT id FROM PollOption WHERE startLocal LIKE @day", { day: `${day}%` })?.id ?? expect.fail("no moment");

  it("keeps its hours and its answers; what is chosen is on the new clock", async () => {
    const pollId = await seek("2026-12-15T19:30", "2026-12-17T19:30");
    const said = whenForm.parse({ [fieldOfMoment(optionOn("2026-12-15"))]: "yes" });
    await sayWhen(as(world, "fatima", now), pollId, world.members.fatima, said, null, "/");
    await move(lisbon);
    await chooseMoment(as(world, "mia", now), pollId, optionOn("2026-12-15"));
    expect(on("2026-12-15")).toMatchObject({ startLocal: "2026-12-15T19:30", zone: lisbon, startsAt: "2026-12-15T19:30:00.000Z" });
    expect(rows("SELECT answer FROM Response")).toEqual([{ answer: "yes" }]);
  });

  it("has a moment that is past there as one that is past", async () => {
    const pollId = await seek("2026-12-03T19:30", "2026-12-17T19:30");
    expect(toldAhead(moveAhead(as(world, "jan", now), auckland), now)).toMatchObject({ moments: 2, momentsPast: 1 });
    await move(auckland);
    expect(pollOf(as(world, "mia", now), pollId)?.moments.map(({ state }) => state)).toEqual(["past", "coming"]);
    await expect(chooseMoment(as(world, "mia", now), pollId, optionOn("2026-12-03"))).rejects.toEqual(refused("gatherings.startGone"));
  });
});

describe("Who may let a circle follow another clock", () => {
  it("is Jan, and Rita for him, who is named beside him", async () => {
    await move(lisbon, { by: "rita" });
    expect(row("SELECT byName, forName FROM StoryLine ORDER BY id DESC LIMIT 1")).toEqual({ byName: "Rita", forName: "Jan" });
  });

  it.each(["mia", "fatima", "els"] as const)("is not %s", async (by) => {
    await expect(move(lisbon, { by })).rejects.toMatchObject({ status: 403 });
    expect(zoneNow()).toBe("Europe/Brussels");
  });

  it("is not who signed in with a card, nor anybody in a circle that is closed", async () => {
    const jan = as(world, "jan", now);
    const { print } = moveAhead(jan, lisbon);
    await transaction((tx) => tx.group.update({ where: { id: world.groupId }, data: { closedAt: now } }));
    await expect(moveZone(jan, { zone: lisbon }, print, null)).rejects.toMatchObject({ status: 403, words: { key: "refusal.closed" } });
    expect(zoneNow()).toBe("Europe/Brussels");
  });
});

describe("What was said beforehand", () => {
  it("is saved by nobody who only looks", async () => {
    const before = stands();
    moveAhead(as(world, "jan", now), lisbon);
    expect([zoneNow(), stands(), series().length]).toEqual(["Europe/Brussels", before, 1]);
  });

  it("is what is done, or nothing: when something else stands by now, it is to be looked at again", async () => {
    const jan = as(world, "jan", now);
    const { print } = moveAhead(jan, lisbon);
    await single({}, now);
    await expect(moveZone(jan, { zone: lisbon }, print, null)).rejects.toEqual(refused("zone.other", "zone"));
    await expect(moveZone(jan, { zone: auckland }, print, null)).rejects.toEqual(refused("zone.other", "zone"));
    expect(zoneNow()).toBe("Europe/Brussels");
  });

  it("pressed twice is done once, and told once", async () => {
    const [jan, formKey] = [as(world, "jan", now), "pressed"];
    const { print } = moveAhead(jan, lisbon);
    const pages = [await moveZone(jan, { zone: lisbon }, print, formKey), await moveZone(jan, { zone: lisbon }, print, formKey)];
    expect(pages[0]).toBe(pages[1]);
    expect(series()).toHaveLength(2);
    expect(rows("SELECT id FROM OutboxMail WHERE kind = 'circleMoved' AND memberId = @tom", { tom: world.members.tom })).toHaveLength(1);
  });

  it("is refused at the field for the clock that the circle has, and for one that nobody knows", async () => {
    expect(() => moveAhead(as(world, "jan", now), "Europe/Brussels")).toThrow(refused("zone.same", "zone"));
    expect(zoneForm.safeParse({ zone: "Europe/Lissabon" }).error?.issues[0]).toMatchObject({ path: ["zone"], message: "error.zoneWrong" });
  });
});
