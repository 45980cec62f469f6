import { expect } from "vitest";
import type { CastName } from "../app/demo/cast";
import { said } from "../app/gatherings/asking-again";
import { changeSeries } from "../app/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "../app/gatherings/changing-series/standing-from.server";
import { feedFor } from "../app/gatherings/feed/feed.server";
import { makeFeed } from "../app/gatherings/feed/making-a-feed.server";
import { planSeries } from "../app/gatherings/planning-a-series.server";
import { seriesForm, seriesToBegin } from "../app/gatherings/schema";
import { row, rows } from "../app/platform/query.server";
import { eventsIn, happenings } from "./calendar";
import { as, person, type World } from "./world";

export type Name = Parameters<typeof as>[1];

/** How many first Tuesdays stand when they are planned: those of eighteen months from 1 December 2026 on. */
export const tuesdays = 18;

/** Mia plans first Tuesdays, from 1 December 2026. @returns the id of the nth gathering, from 1 */
export async function firstTuesdays(world: World, now: string): Promise<(n: number) => string> {
  await planSeries(as(world, "mia", now), seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" }), null);
  const ids = rows<{ id: string }>("SELECT id FROM Gathering ORDER BY startsAt").map(({ id }) => id);
  return (n) => ids[n - 1] ?? "";
}

/** A series as its form sends it: first Tuesdays from February on, but for what is different. */
export const formOf = (different: Record<string, string>) =>
  seriesForm.parse({ ...seriesToBegin, from: "2027-02-02", place: "bij Jan thuis", ...different });

/** Somebody reads what the change of a series does, and then says yes. @returns what they read */
export async function changesSeries(world: World, by: Name, id: string, different: Record<string, string>, at: string) {
  const viewer = as(world, by, at);
  const series = seriesToChange(viewer, id);
  if (!series) throw new Error("no series");
  const ahead = changeAhead(viewer, series, formOf(different));
  await changeSeries(viewer, id, formOf(different), ahead.print, null);
  return ahead;
}

/** Every gathering, as it stands. */
export const stands = () =>
  rows<{ id: string; startLocal: string; place: string; cancelled: number; seriesId: string }>(
    "SELECT id, startLocal, place, cancelledAt IS NOT NULL AS cancelled, seriesId FROM Gathering ORDER BY startsAt, id",
  );

/** Every series, as it stands. */
export const allSeries = () =>
  rows<{ id: string; rule: string; firstLocal: string; endsOn: string | null; followsId: string | null; sequence: number }>(
    "SELECT id, rule, firstLocal, endsOn, followsId, sequence FROM Series ORDER BY createdAt, id",
  );

/** The page and the calendar show the same gatherings. @returns the events of the calendar */
export async function calendarAgrees(world: World, at: string) {
  const token = (await makeFeed(person(world, "fatima"), { which: world.groupId, named: false, alarm: null }, at, null)) ?? "";
  const until = `${row<{ to: string }>(`SELECT max(filledTo) AS "to" FROM Series`)?.to}T23:59:00.000Z`;
  const text = feedFor(token, at) ?? "";
  expect(happenings(text, until).map((one) => one.at)).toEqual(
    rows<{ at: string }>("SELECT startsAt AS at FROM Gathering WHERE cancelledAt IS NULL OR startsAt > @at ORDER BY startsAt", { at }).map(
      (one) => one.at,
    ),
  );
  return eventsIn(text);
}

/** What somebody answers to each gathering, in order, by its first letter: "-" where they are asked. */
export const answersInOrder = (world: World, name: CastName) =>
  rows<{ said: string | null }>(
    `SELECT ${said("r")} AS said FROM Gathering g LEFT JOIN Response r ON r.gatheringId = g.id AND r.memberId = @member ORDER BY g.startsAt`,
    { member: world.members[name] },
  )
    .map((one) => one.said?.[0] ?? "-")
    .join("");
