import { beforeEach, describe, expect, it } from "vitest";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { endFeed } from "../../app/gatherings/feed/ending-a-feed.server";
import { feedFor } from "../../app/gatherings/feed/feed.server";
import { makeFeed } from "../../app/gatherings/feed/making-a-feed.server";
import { feedsOf } from "../../app/gatherings/feed/my-feeds.server";
import { feedForm } from "../../app/gatherings/feed/schema";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { addDays, instantOf } from "../../app/platform/wall-clock";
import { eventsIn, happenings, happeningsByAnother } from "../calendar";
import { freshDatabase } from "../database";
import { tuesdays } from "../series-of-jan";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
});

type Name = Parameters<typeof person>[1];
const form = (change: Record<string, string> = {}) => feedForm.parse({ which: world.groupId, ...change });
const linkOf = async (who: Name, change: Record<string, string> = {}) =>
  (await makeFeed(person(world, who), form(change), now, null)) ?? "";
const planned = async () =>
  (await planSeries(as(world, "mia", now), seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" }), null)).split(
    "#",
  )[1] ?? "";
const alone = async (day: string) =>
  (
    await planGathering(
      as(world, "mia", now),
      gatheringForm.parse({ day, hour: "10:00", minutes: "90", place: "in het bos; bij de vijver, \\links" }),
      null,
    )
  )
    .split("/")
    .at(-1) ?? "";
const standing = () =>
  rows<{ at: string; minutes: number; place: string }>(
    "SELECT startsAt AS at, minutes, place FROM Gathering WHERE cancelledAt IS NULL ORDER BY startsAt",
  );
const nth = (n: number) =>
  rows<{ id: string; slotLocal: string }>("SELECT id, slotLocal FROM Gathering WHERE seriesId IS NOT NULL ORDER BY slotLocal")[n - 1] ?? {
    id: "",
    slotLocal: "",
  };
const filledTo = () => `${row<{ filledTo: string }>("SELECT max(filledTo) AS filledTo FROM Series")?.filledTo}T23:59:00.000Z`;
const shown = (token: string, at = now) => happenings(feedFor(token, at) ?? "", filledTo());

describe("The calendar of a member", () => {
  it("holds what the circle has planned: a series by its rule, on the clock of Brussels through winter and summer, and one by itself", async () => {
    await planned();
    await alone("2026-12-12");
    const token = await linkOf("fatima");
    const found = shown(token);
    expect(found.length).toBe(tuesdays + 1);
    expect(found.map(({ at, minutes, place }) => ({ at, minutes, place }))).toEqual(standing());
    expect(new Set(found.map(({ at }) => at.slice(11, 16)))).toEqual(new Set(["18:30", "17:30", "09:00"]));
    expect(eventsIn(feedFor(token, now) ?? "").map(({ RRULE }) => RRULE)).toEqual(["FREQ=MONTHLY;BYDAY=1TU", undefined]);
  });

  it("says nothing of whose circle it is, nor of what it is about, unless they ask for the name", async () => {
    await planned();
    const [plain, named] = [await linkOf("fatima"), await linkOf("fatima", { named: "on" })];
    expect(feedFor(plain, now)).not.toMatch(/kring van|Mia|Fatima/i);
    expect(eventsIn(feedFor(plain, now) ?? "")[0]).toMatchObject({ SUMMARY: "Samenkomst", LOCATION: "bij Jan thuis" });
    expect(eventsIn(feedFor(named, now) ?? "")[0]).toMatchObject({ SUMMARY: "Samenkomst\\, kring van Jan" });
  });

  it("has no answer of anybody but themselves, and not what was said with it", async () => {
    await planned();
    const { id } = nth(2);
    for (const [who, said] of [
      ["fatima", "no"],
      ["tom", "yes"],
    ] as const)
      await answer(
        as(world, who, now),
        id,
        world.members[who],
        answerForm.parse({ answer: said, word: "Ik ben op reis", wordAsked: "yes" }),
        null,
        "/",
      );
    const [, exception, ...more] = eventsIn(feedFor(await linkOf("fatima"), now) ?? "");
    expect(more).toEqual([]);
    expect(exception).toMatchObject({ TRANSP: "TRANSPARENT", DESCRIPTION: expect.stringContaining("Jij komt niet.") });
    expect(feedFor(await linkOf("fatima"), now)).not.toMatch(/reis|ATTENDEE|ORGANIZER/);
    expect(eventsIn(feedFor(await linkOf("tom"), now) ?? "")[1]).toMatchObject({
      TRANSP: "OPAQUE",
      DESCRIPTION: expect.stringContaining("Jij komt."),
    });
  });

  it("tells of one that is off until its day is past, without CANCELLED, which Google takes away; then it is gone", async () => {
    await planned();
    const { id, slotLocal } = nth(2);
    await cancelGathering(as(world, "mia", now), id, null);
    const token = await linkOf("fatima");
    const off = eventsIn(feedFor(token, now) ?? "")[1];
    expect(off).toMatchObject({ SUMMARY: "Afgezegd: Samenkomst", STATUS: "CONFIRMED", TRANSP: "TRANSPARENT", SEQUENCE: "1" });
    expect(off?.["RECURRENCE-ID"]).toBe(`${slotLocal.replace(/[-:]/g, "")}00`);
    const after = `${addDays(slotLocal.slice(0, 10), 1)}T09:00:00.000Z`;
    expect(eventsIn(feedFor(token, after) ?? "")[0]?.EXDATE).toBe(`${slotLocal.replace(/[-:]/g, "")}00`);
    expect(shown(token, after).map(({ at }) => at)).toEqual(standing().map(({ at }) => at));
    const single = await alone("2026-12-12");
    await cancelGathering(as(world, "mia", now), single, null);
    expect(feedFor(token, now)).toContain(`UID:${single}@kring`);
    expect(feedFor(token, "2026-12-13T00:00:00.000Z")).not.toContain(`UID:${single}@kring`);
  });

  it("keeps one that was moved in its series; one that was moved past another stands by itself, which Outlook asks", async () => {
    await planned();
    const [second, third] = [nth(2), nth(3)];
    const move = (id: string, startLocal: string) =>
      transaction((tx) =>
        tx.gathering.update({
          where: { id },
          data: { startLocal, startsAt: instantOf(startLocal, "Europe/Brussels"), sequence: { increment: 1 } },
        }),
      );
    await move(second.id, `${addDays(second.slotLocal.slice(0, 10), 2)}T20:00`);
    await move(third.id, `${addDays(nth(4).slotLocal.slice(0, 10), 1)}T20:00`);
    const token = await linkOf("fatima");
    expect(shown(token).map(({ at }) => at)).toEqual(standing().map(({ at }) => at));
    const [, within, apart] = eventsIn(feedFor(token, now) ?? "");
    expect(within).toMatchObject({
      UID: eventsIn(feedFor(token, now) ?? "")[0]?.UID,
      "RECURRENCE-ID": `${second.slotLocal.replace(/[-:]/g, "")}00`,
    });
    expect(apart).toMatchObject({ UID: `${third.id}@kring` });
    expect(apart?.["RECURRENCE-ID"]).toBeUndefined();
  });

  it("is no hour off in winter when the first of a series ends in the hour that is shown twice", async () => {
    const night = { kind: "months", monthsNth: "-1", monthsDay: "6", hour: "23:30", minutes: "150", from: "2027-10-30" };
    await planSeries(as(world, "mia", now), seriesForm.parse({ ...seriesToBegin, place: "bij Jan thuis", ...night }), null);
    const text = feedFor(await linkOf("fatima"), now) ?? "";
    const stands = standing().map(({ at, minutes }) => `${at} ${minutes}`);
    expect(stands.slice(0, 2)).toEqual(["2027-10-30T21:30:00.000Z 150", "2027-11-27T22:30:00.000Z 150"]);
    for (const found of [happenings(text, filledTo()), happeningsByAnother(text, filledTo())])
      expect(found.map(({ at, minutes }) => `${at} ${minutes}`)).toEqual(stands);
  });

  it("ends a series where it ends, in UTC; and leaves out what never came to stand", async () => {
    await planSeries(
      as(world, "mia", now),
      seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "hier", endsOn: "2027-04-30" }),
      null,
    );
    expect(eventsIn(feedFor(await linkOf("fatima"), now) ?? "")[0]?.RRULE).toBe("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270430T215900Z");
    await transaction((tx) => tx.gathering.delete({ where: { id: nth(3).id } }));
    expect(shown(await linkOf("fatima")).map(({ at }) => at)).toEqual(standing().map(({ at }) => at));
  });

  it("is the same text as long as nothing changed, and goes on when the series does", async () => {
    await planned();
    const token = await linkOf("fatima");
    expect(feedFor(token, "2026-11-25T09:00:00.000Z")).toBe(feedFor(token, now));
    await fillHorizons("2027-03-10T03:00:00.000Z");
    expect(shown(token, "2027-03-10T09:00:00.000Z").map(({ at }) => at)).toEqual(standing().map(({ at }) => at));
  });

  it("warns only if they asked, and never for one that is off", async () => {
    await planned();
    await cancelGathering(as(world, "mia", now), nth(2).id, null);
    expect(feedFor(await linkOf("fatima"), now)).not.toContain("VALARM");
    const text = feedFor(await linkOf("fatima", { alarm: "120" }), now) ?? "";
    expect(text.match(/BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT120M\r\nDESCRIPTION:Samenkomst\r\n/g)).toHaveLength(1);
  });

  it("asks two statements of a circle, also after twenty years", async () => {
    await planned();
    const token = await linkOf("fatima");
    const before = readStatements();
    feedFor(token, now);
    expect(readStatements() - before).toBe(4);
  });
});

describe("A link for a calendar", () => {
  it("opens nothing for who has left, whose account is frozen, or who stopped it; and is kept as a hash", async () => {
    await planned();
    const [mine, all, frozen, stopped] = [
      await linkOf("tom"),
      await linkOf("tom", { which: "all" }),
      await linkOf("fatima"),
      await linkOf("mia"),
    ];
    expect(JSON.stringify(rows("SELECT * FROM Feed"))).not.toContain(mine);
    await endFeed(person(world, "mia"), feedsOf(person(world, "mia"))[0]?.id ?? "");
    await transaction((tx) => tx.account.update({ where: { id: world.accounts.fatima ?? "" }, data: { frozenAt: now } }));
    await letSomebodyGo(as(world, "jan", now), world.members.tom, null);
    expect([feedFor(mine, now), feedFor(frozen, now), feedFor(stopped, now), feedFor("none", now)]).toEqual([null, null, null, null]);
    expect(eventsIn(feedFor(all, now) ?? "")).toEqual([]);
  });

  it("of all circles holds each of them, by name if they asked", async () => {
    await planned();
    expect(feedFor(await linkOf("omar", { which: "all", named: "on" }), now)).not.toContain("Jan");
    const text = feedFor(await linkOf("fatima", { which: "all", named: "on" }), now) ?? "";
    expect(eventsIn(text).map(({ SUMMARY }) => SUMMARY)).toEqual(["Samenkomst\\, kring van Jan"]);
  });

  it("is made for circles of their own only, once for a form, and ten at most", async () => {
    await expect(makeFeed(person(world, "fatima"), form({ which: world.otherGroupId }), now, null)).rejects.toMatchObject({
      field: "which",
    });
    expect(await makeFeed(person(world, "fatima"), form(), now, "key")).toHaveLength(43);
    expect(await makeFeed(person(world, "fatima"), form(), now, "key")).toBeNull();
    for (let n = 2; n <= 10; n++) await linkOf("fatima");
    await expect(linkOf("fatima")).rejects.toMatchObject({ words: { key: "feed.tooMany" } });
    await expect(endFeed(person(world, "tom"), feedsOf(person(world, "fatima"))[0]?.id ?? "")).rejects.toMatchObject({ status: 404 });
    await expect(makeFeed({ ...person(world, "tom"), byCard: true }, form(), now, null)).rejects.toMatchObject({
      words: { key: "refusal.notByCard" },
    });
  });
});
