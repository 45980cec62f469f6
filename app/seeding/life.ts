import { noRows, type Rows } from "~/platform/rows.server";
import { addDays, addMonths } from "~/platform/wall-clock";
import { chanceFrom, idsFrom } from "./chance";
import type { Chronicle } from "./chronicle";
import { lifeGatherings } from "./life-gatherings";
import { lifePeople } from "./life-people";
import { lifePlan } from "./life-plan";
import { lifeSupport } from "./life-support";
import type { LifeAsked } from "./living";

const ZONE = "Europe/Brussels";

/** The whole life of one group. The same numbers and day give the same rows. */
export function lifeOf(asked: LifeAsked): Rows {
  const { number, years, random, today, organisationId, starter } = asked;
  const seed = Math.imul(random, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b) ^ Math.imul(years, 0xc2b2ae35);
  const chance = chanceFrom(seed);
  const newId = idsFrom(seed ^ 0x27d4eb2f);
  const first = addDays(addMonths(today, -12 * years), -chance.between(10, 60));
  const started = Date.parse(`${first}T00:00:00Z`);
  const last = Math.round((Date.parse(`${today}T00:00:00Z`) - started) / 86_400_000) - 1;
  const day = (count: number) => new Date(started + count * 86_400_000).toISOString().slice(0, 10);
  const at = (count: number) =>
    new Date(started + count * 86_400_000 + chance.between(9 * 60, 20 * 60) * 60_000 + chance.between(0, 59_999)).toISOString();

  const createdAt = `${first}T08:30:00.000Z`;
  const groupId = newId(createdAt);
  const chronicle: Chronicle = { rows: noRows(), groupId, zone: ZONE, newId };
  const { rows } = chronicle;
  const group = { id: groupId, zone: ZONE, language: "nl", organisationId, createdAt, closedAt: null, version: 1 };
  rows.Group.push({ ...group, startedById: starter.accountId });
  const life = lifePeople({ chronicle, chance, last, day, at }, { number, starter, createdAt });
  for (const [phase, from] of [
    ["gettingToKnow", 0] as const,
    ["forming", 60] as const,
    ["knowingYou", 150] as const,
    ["action", 260] as const,
  ])
    if (from <= last) rows.Phase.push({ id: newId(day(from)), groupId, phase, since: `${day(from)}T08:30:00.000Z` });
  lifeGatherings(life, today);
  lifePlan(life);
  lifeSupport(life);
  return rows;
}
