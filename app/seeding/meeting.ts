import { slots } from "~/gatherings/recurrence";
import type { Prisma } from "~/platform/prisma/client";
import { addMonths, instantOf } from "~/platform/wall-clock";
import type { Actor } from "~/policy/acting";
import { type Chronicle, type Face, tellOf } from "./chronicle";

export type Series = Prisma.SeriesCreateManyInput;
export type Gathering = Prisma.GatheringCreateManyInput;

/** How many months ahead a series stands as gatherings. */
const HORIZON = 18;

interface Planned {
  rule: string;
  firstLocal: string;
  minutes: number;
  place: string;
  about?: string;
  /** Day on which it ended; the last date lies on it or before. */
  endsOn: string | null;
  follows: Series | null;
}

/** A series is planned, and stands as gatherings up to its end or the horizon. @param today day in the group's zone */
export function seriesOf(
  chronicle: Chronicle,
  at: string,
  by: Actor,
  today: string,
  plan: Planned,
): { series: Series; gatherings: Gathering[] } {
  const { rows, groupId, zone, newId } = chronicle;
  const { rule, firstLocal, minutes, place, endsOn, follows } = plan;
  const filledTo = addMonths(today, HORIZON);
  const to = endsOn && endsOn < filledTo ? endsOn : filledTo;
  const about = plan.about ?? "";
  const id = newId(at);
  const made = { byId: by.byId, forId: by.forId };
  const series: Series = {
    ...{ id, groupId, rule, firstLocal, zone, minutes, place, about, endsOn, followsId: follows?.id ?? null, filledTo },
    ...{ ...made, createdAt: at, version: endsOn ? 2 : 1 },
  };
  rows.Series.push(series);
  tellOf(chronicle, at, by, "seriesPlanned", { startLocal: firstLocal, place, rule }, { audience: "everyone" });
  const gatherings = slots(rule, firstLocal, { to, limit: 1000 }).map((startLocal) => {
    const stood = `${addMonths(startLocal.slice(0, 10), -HORIZON)}T03:00:00.000Z`;
    const createdAt = stood > at ? stood : at;
    const gathering: Gathering = {
      ...{ id: newId(createdAt), groupId, seriesId: id, slotLocal: startLocal, startLocal, zone, startsAt: instantOf(startLocal, zone) },
      ...{ minutes, place, about, cancelledAt: null, cancelledById: null, sequence: 0, ...made, createdAt, version: 1 },
    };
    rows.Gathering.push(gathering);
    return gathering;
  });
  return { series, gatherings };
}

/** A gathering by itself is planned. */
export function gatheringOf(
  chronicle: Chronicle,
  at: string,
  by: Actor,
  { startLocal, minutes, place, about }: { startLocal: string; minutes: number; place: string; about: string },
): Gathering {
  const { rows, groupId, zone, newId } = chronicle;
  const gathering: Gathering = {
    ...{ id: newId(at), groupId, seriesId: null, slotLocal: null, startLocal, zone, startsAt: instantOf(startLocal, zone) },
    ...{
      minutes,
      place,
      about,
      cancelledAt: null,
      cancelledById: null,
      sequence: 0,
      byId: by.byId,
      forId: by.forId,
      createdAt: at,
      version: 1,
    },
  };
  rows.Gathering.push(gathering);
  tellOf(chronicle, at, by, "gatheringPlanned", { startLocal, place }, { gatheringId: gathering.id, audience: "everyone" });
  return gathering;
}

/** A gathering is called off. */
export function callsOff(chronicle: Chronicle, at: string, by: Actor, gathering: Gathering): void {
  Object.assign(gathering, { cancelledAt: at, cancelledById: by.byId, sequence: 1, version: 2 });
  const { startLocal, place, id } = gathering;
  tellOf(chronicle, at, by, "gatheringCancelled", { startLocal, place }, { gatheringId: id, audience: "everyone" });
}

export type Answer = "yes" | "no" | "maybe";

/** Somebody answers, or somebody else notes it for them. */
export function answers(chronicle: Chronicle, at: string, by: Actor, gathering: Gathering, face: Face, answer: Answer, word = ""): void {
  const { rows, groupId, newId } = chronicle;
  const { id, startLocal } = gathering;
  rows.Response.push({ id: newId(at), groupId, gatheringId: id, memberId: face.id, answer, word, at, byId: by.byId });
  tellOf(
    chronicle,
    at,
    by,
    "answered",
    { startLocal, answer, name: face.name },
    { gatheringId: id, memberId: face.id, audience: "everyone" },
  );
}
