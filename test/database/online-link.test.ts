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
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringChange, gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { row, rows } from "../../app/platform/query.server";
import { circleTaken } from "../../app/taking-along/what-is-of-a-circle.server";
import { eventsIn, happenings, happeningsByAnother } from "../calendar";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
});

type Name = Parameters<typeof as>[1];
const link = "https://meet.example.org/KringVanJan";
const other = "https://elders.example/kamer";
const tuesday = { day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis", online: link };
const plan = async (different: Record<string, string> = {}) =>
  (await planGathering(as(world, "mia", now), gatheringForm.parse({ ...tuesday, ...different }), null)).split("/").at(-1) ?? "";
const change = (id: string, different: Record<string, string>, version = "1") =>
  changeGathering(as(world, "mia", now), id, gatheringChange.parse({ ...tuesday, version, ...different }), null);
const shown = (id: string, who: Name, at = now) => gatheringOf(as(world, who, at), id).placeOnline;
const say = (id: string, who: "fatima" | "tom", said: string) =>
  answer(as(world, who, now), id, world.members[who], answerForm.parse({ answer: said }), null, "/");
const mails = (kind: string) => rows<{ data: string }>("SELECT data FROM OutboxMail WHERE kind = @kind", { kind });
const feed = async () =>
  feedFor((await makeFeed(person(world, "fatima"), { which: world.groupId, named: false, alarm: null }, now, null)) ?? "", now) ?? "";

describe("A gathering with a link to take part online", () => {
  it("shows it, and to whose house it leads, to everybody who sees the gathering", async () => {
    const id = await plan();
    for (const who of ["jan", "mia", "fatima", "els"] as const) expect(shown(id, who)).toEqual({ href: link, host: "meet.example.org" });
    expect(shown(await plan({ day: "2026-12-02", online: "" }), "fatima")).toBeNull();
  });

  it("shows it while it goes on, and no more when it is over or off", async () => {
    const id = await plan();
    expect(shown(id, "fatima", "2026-12-01T19:00:00.000Z")).not.toBeNull();
    expect(shown(id, "fatima", "2026-12-01T20:30:00.000Z")).toBeNull();
    await cancelGathering(as(world, "mia", now), id, null);
    expect(shown(id, "fatima")).toBeNull();
    expect(gatheringOf(as(world, "fatima", now), id).online).toBe(link);
  });

  it("shows it behind the link of a mail to who takes part online or has not answered, not to who comes or does not", async () => {
    const id = await plan();
    const { data } = row<{ data: string }>("SELECT data FROM OutboxMail WHERE memberId = @fatima", world.members) ?? { data: "{}" };
    const byLink = () => askedByMail(answererBy(JSON.parse(data).answerToken, now) ?? expect.fail("no link"))?.online ?? null;
    expect(byLink()?.href).toBe(link);
    for (const [said, sees] of [
      ["yes", false],
      ["online", true],
      ["no", false],
      ["maybe", true],
    ] as const) {
      await say(id, "fatima", said);
      expect(byLink() !== null, said).toBe(sees);
    }
  });

  it("with another link is told as another place: a mail to each, a higher number, nobody asked again, no line in the story", async () => {
    const id = await plan();
    await say(id, "tom", "online");
    const lines = rows("SELECT id FROM StoryLine").length;
    await change(id, { online: other });
    expect(row("SELECT online, sequence, movedAt FROM Gathering WHERE id = @id", { id })).toEqual({
      online: other,
      sequence: 1,
      movedAt: null,
    });
    expect(mails("gatheringChanged")).toHaveLength(9);
    expect(JSON.parse(mails("gatheringChanged")[0]?.data ?? "{}").was).toEqual({
      startLocal: null,
      place: null,
      minutes: null,
      online: true,
    });
    expect(rows("SELECT id FROM StoryLine")).toHaveLength(lines);
    await change(id, { online: other }, "2");
    expect(mails("gatheringChanged")).toHaveLength(9);
    await change(id, { online: other, place: "in de zaal" }, "2");
    // The mail about the link has not left: this one says both.
    expect(JSON.parse(mails("gatheringChanged")[9]?.data ?? "{}").was).toMatchObject({ place: "bij Jan thuis", online: true });
  });

  it("stands in calendars in the words and as a conference, and in those of one that is off in neither", async () => {
    const id = await plan();
    const text = await feed();
    expect(text.replaceAll("\r\n ", "")).toContain(`\r\nCONFERENCE;VALUE=URI;FEATURE=VIDEO:${link}\r\n`);
    const [event] = eventsIn(text);
    expect(event?.DESCRIPTION).toMatch(new RegExp(`^Online meedoen: ${link}\\\\nMeer: http.*/gatherings/${id}$`));
    expect(event?.URL).toMatch(new RegExp(`/gatherings/${id}$`));
    await cancelGathering(as(world, "mia", now), id, null);
    expect(await feed()).not.toContain("meet.example");
  });

  it.each([
    `https://meet.example.org/a;b,c?d="e"&f='g'\\h#:i`,
    `https://meet.example.org/${"lang/".repeat(60)}`,
    "https://meet.example.org/kamer%0D%0ABEGIN:VALARM",
  ])("is read from them whole by two readers, also %j", async (typed) => {
    const id = await plan({ online: typed });
    const kept = gatheringOf(as(world, "fatima", now), id).online;
    const text = await feed();
    for (const read of [happenings, happeningsByAnother]) expect(read(text, "2027-01-01").map(({ online }) => online)).toEqual([kept]);
    expect(text).not.toContain("\r\nBEGIN:VALARM");
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});

describe("A series with such a link", () => {
  const series = { ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis", online: link };
  const first = async () => (await planSeries(as(world, "mia", now), seriesForm.parse(series), null)).split("#")[1] ?? "";
  async function changeAll(id: string, different: Record<string, string>) {
    const viewer = as(world, "mia", now);
    const form = seriesForm.parse({ ...series, from: "2026-12-01", ...different });
    const ahead = changeAhead(viewer, seriesToChange(viewer, id) ?? expect.fail("no series"), form);
    await changeSeries(viewer, id, form, ahead.print, null);
    return ahead;
  }
  const links = () => rows<{ online: string }>("SELECT online FROM Gathering ORDER BY startsAt LIMIT 3").map(({ online }) => online);

  it("gives it to each of its gatherings, also to those that come to stand later, and says it once in calendars", async () => {
    await first();
    await fillHorizons("2027-03-01T03:00:00.000Z");
    expect(rows("SELECT DISTINCT online FROM Gathering")).toEqual([{ online: link }]);
    expect((await feed()).match(/^CONFERENCE/gm)).toHaveLength(1);
  });

  it("that gets another keeps the one that was chosen for a gathering by hand, and everybody hears of it in one mail", async () => {
    const id = await first();
    const second = rows<{ id: string }>("SELECT id FROM Gathering ORDER BY startsAt")[1]?.id ?? "";
    await change(second, { day: "2027-01-05", online: "https://een.example/" });
    const ahead = await changeAll(id, { online: other });
    expect(ahead).toMatchObject({ tells: true, relinked: true });
    expect(links()).toEqual([other, "https://een.example/", other]);
    expect(mails("seriesChanged")).toHaveLength(9);
    expect(JSON.parse(mails("seriesChanged")[0]?.data ?? "{}")).toMatchObject({ online: true, off: [] });
    const text = await feed();
    for (const read of [happenings, happeningsByAnother])
      expect(
        read(text, "2027-02-28")
          .map(({ online }) => online)
          .slice(0, 3),
      ).toEqual(links());
  });

  it("changed otherwise says nothing of a link", async () => {
    await changeAll(await first(), { place: "in de zaal" });
    expect(JSON.parse(mails("seriesChanged")[0]?.data ?? "{}").online).toBe(false);
  });

  it("is taken along", async () => {
    await first();
    const { series: taken, gatherings } = circleTaken(as(world, "jan", now), "all").circle;
    expect([taken[0]?.online, gatherings[0]?.online]).toEqual([link, link]);
  });
});
