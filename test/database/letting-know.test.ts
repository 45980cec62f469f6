import { beforeEach, describe, expect, it } from "vitest";
import { answer, answerFromMail } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { answererBy, askedByMail } from "../../app/gatherings/asked-by-mail.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { changeSeries } from "../../app/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "../../app/gatherings/changing-series/standing-from.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { gatheringOf } from "../../app/gatherings/gathering.server";
import { nextGathering } from "../../app/gatherings/next-gathering.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringChange, gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { row, rows } from "../../app/platform/query.server";
import { Overtaken } from "../../app/platform/refusal";
import { transaction } from "../../app/platform/transaction.server";
import { circleTaken } from "../../app/taking-along/what-is-of-a-circle.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

const now = "2026-11-20T09:00:00.000Z";
let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
});

type Name = Parameters<typeof as>[1];
const tuesday = { day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis", answerDays: "7" };
const plan = async (different: Record<string, string> = {}) =>
  (await planGathering(as(world, "mia", now), gatheringForm.parse({ ...tuesday, ...different }), null)).split("/").at(-1) ?? "";
const change = (id: string, different: Record<string, string>, version = "1") =>
  changeGathering(as(world, "mia", now), id, gatheringChange.parse({ ...tuesday, version, ...different }), null);
const shown = (id: string, who: Name = "fatima", at = now) => gatheringOf(as(world, who, at), id).letKnow;
const mails = () => rows("SELECT id FROM OutboxMail").length;
const daysOf = () =>
  rows<{ day: string; answerDays: number | null }>(
    "SELECT substr(startLocal, 1, 10) AS day, answerDays FROM Gathering ORDER BY startsAt LIMIT 4",
  ).map(({ day, answerDays }) => `${day} ${answerDays}`);

describe("A gathering of which Mia wants to know a week before who comes", () => {
  it("says that day to everybody, and none where none was chosen", async () => {
    expect(shown(await plan())).toEqual({ day: "2026-11-24", past: false, near: false });
    expect(shown(await plan({ day: "2026-12-02", answerDays: "" }))).toBeNull();
  });

  it("says another day when it is moved, by itself", async () => {
    const id = await plan();
    await change(id, { day: "2026-12-10" });
    expect(shown(id)?.day).toBe("2026-12-03");
  });

  it("counts by its own clock, also when it stayed on that and the circle is a day ahead", async () => {
    const id = await plan();
    await transaction((tx) => tx.group.update({ where: { id: world.groupId }, data: { zone: "Pacific/Auckland" } }));
    const late = "2026-11-24T12:00:00.000Z"; // in Auckland the day after has begun
    const stillOpen = { day: "2026-11-24", past: false, near: true };
    expect([shown(id, "fatima", late), nextGathering(as(world, "fatima", late))?.letKnow]).toEqual([stillOpen, stillOpen]);
  });

  it("can ask for it earlier or not at all without a mail, a line in the story, or a new entry in calendars", async () => {
    const id = await plan();
    const before = [mails(), rows("SELECT id FROM StoryLine").length];
    await change(id, { answerDays: "14" });
    expect(shown(id)?.day).toBe("2026-11-17");
    await change(id, { answerDays: "" }, "2");
    expect(shown(id)).toBeNull();
    expect([mails(), rows("SELECT id FROM StoryLine").length]).toEqual(before);
    expect(row("SELECT sequence, version FROM Gathering WHERE id = @id", { id })).toEqual({ sequence: 0, version: 3 });
  });

  it("keeps both when Jan changed that meanwhile", async () => {
    const id = await plan();
    await change(id, { answerDays: "14" });
    const overtaken: unknown = await change(id, { answerDays: "2" }).catch((error: unknown) => error);
    expect(overtaken).toBeInstanceOf(Overtaken);
    expect(overtaken).toMatchObject({ theirs: { answerDays: "14" }, version: 2 });
  });

  it("says so on Home and behind the link of a mail, there until she has answered, also after that day", async () => {
    const id = await plan();
    expect(nextGathering(as(world, "fatima", now))?.letKnow?.day).toBe("2026-11-24");
    const { data } = row<{ data: string }>("SELECT data FROM OutboxMail WHERE memberId = @fatima", world.members) ?? { data: "{}" };
    const byLink = (at: string) => answererBy(JSON.parse(data).answerToken, at) ?? expect.fail("no link");
    const late = "2026-11-28T09:00:00.000Z";
    expect(askedByMail(byLink(now))?.letKnow).toMatchObject({ day: "2026-11-24", past: false });
    expect(askedByMail(byLink(late))?.letKnow).toMatchObject({ past: true });
    await answerFromMail(byLink(late), answerForm.parse({ answer: "yes" }), null, "/");
    expect(askedByMail(byLink(late))).toMatchObject({ answer: "yes", letKnow: null });
    await answer(as(world, "tom", late), id, world.members.tom, answerForm.parse({ answer: "no" }), null, "/");
    expect(rows("SELECT answer FROM Response ORDER BY answer")).toEqual([{ answer: "no" }, { answer: "yes" }]);
  });

  it("counts that day on the clock of the circle: a quarter past midnight in Brussels it is over", async () => {
    const id = await plan();
    expect(shown(id, "fatima", "2026-11-24T22:45:00.000Z")?.past).toBe(false);
    expect(shown(id, "fatima", "2026-11-24T23:15:00.000Z")?.past).toBe(true);
  });
});

describe("A series of which she wants to know it", () => {
  const series = { ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis", answerDays: "7" };
  const first = async () => (await planSeries(as(world, "mia", now), seriesForm.parse(series), null)).split("#")[1] ?? "";
  async function changeAll(id: string, different: Record<string, string>) {
    const viewer = as(world, "mia", now);
    const form = seriesForm.parse({ ...series, from: "2026-12-01", ...different });
    const ahead = changeAhead(viewer, seriesToChange(viewer, id) ?? expect.fail("no series"), form);
    await changeSeries(viewer, id, form, ahead.print, null);
    return ahead;
  }

  it("gives it to each of its gatherings, also to those that come to stand later", async () => {
    await first();
    await fillHorizons("2027-03-01T03:00:00.000Z");
    expect(rows("SELECT DISTINCT answerDays FROM Gathering")).toEqual([{ answerDays: 7 }]);
    expect(rows("SELECT id FROM Gathering WHERE startLocal > '2028-08'")).not.toEqual([]);
  });

  it("changes it for all but the one for which she chose it by itself, and mails nobody", async () => {
    const id = await first();
    const second = rows<{ id: string }>("SELECT id FROM Gathering ORDER BY startsAt")[1]?.id ?? "";
    await change(second, { day: "2027-01-05", answerDays: "14" });
    const before = mails();
    const ahead = await changeAll(id, { answerDays: "2" });
    expect(ahead).toMatchObject({ tells: false, changes: true });
    expect(daysOf()).toEqual(["2026-12-01 2", "2027-01-05 14", "2027-02-02 2", "2027-03-02 2"]);
    expect(mails()).toBe(before);
    expect(rows("SELECT answerDays, sequence FROM Series")).toEqual([{ answerDays: 2, sequence: 1 }]);
  });

  it("from a later day on goes on in the series after it, and the earlier ones keep what they had", async () => {
    await first();
    const third = rows<{ id: string }>("SELECT id FROM Gathering ORDER BY startsAt")[2]?.id ?? "";
    await changeAll(third, { from: "2027-02-02", answerDays: "" });
    expect(daysOf()).toEqual(["2026-12-01 7", "2027-01-05 7", "2027-02-02 null", "2027-03-02 null"]);
    expect(rows("SELECT answerDays FROM Series ORDER BY firstLocal")).toEqual([{ answerDays: 7 }, { answerDays: null }]);
  });

  it("is taken along", async () => {
    await first();
    const { series: taken, gatherings } = circleTaken(as(world, "jan", now), "all").circle;
    expect([taken[0]?.answerDays, gatherings[0]?.answerDays]).toEqual([7, 7]);
  });
});
