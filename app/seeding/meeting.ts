import { newAnswer } from "~/gatherings/noting-an-answer.server";
import { newGathering } from "~/gatherings/planning-a-gathering.server";
import { newSeries } from "~/gatherings/planning-a-series.server";
import { filledMonths } from "~/gatherings/standing.server";
import { idFor, type Rows } from "~/platform/rows.server";
import { addMonths } from "~/platform/wall-clock";
import type { Actor } from "~/policy/acting";
import { type Chronicle, type Face, keep, occasionOf, self, tellOf } from "./chronicle";

export type Series = Rows["Series"][number];
export type Gathering = Rows["Gathering"][number];

interface Planned {
  rule: string;
  firstLocal: string;
  minutes: number;
  place: string;
  about?: string;
  online?: string;
  answerDays?: number;
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
  const { zone } = chronicle;
  const { endsOn, follows, ...planned } = plan;
  const filledTo = addMonths(today, filledMonths);
  const to = endsOn && endsOn < filledTo ? endsOn : filledTo;
  const wanted = { ...planned, zone, endsOn, followsId: follows?.id ?? null, filledTo: to };
  const { series, gatherings, rows } = newSeries(occasionOf(chronicle, at), by, wanted);
  Object.assign(series, { filledTo, version: endsOn ? 2 : 1 });
  for (const gathering of gatherings) {
    // It was filled month by month.
    const stood = `${addMonths(gathering.startLocal.slice(0, 10), -filledMonths)}T03:00:00.000Z`;
    if (stood > at) gathering.createdAt = stood;
  }
  keep(chronicle, rows);
  return { series, gatherings };
}

/** A gathering by itself is planned. */
export function gatheringOf(
  chronicle: Chronicle,
  at: string,
  by: Actor,
  planned: { startLocal: string; minutes: number; place: string; about: string },
): Gathering {
  const { gathering, rows } = newGathering(occasionOf(chronicle, at), by, { ...planned, zone: chronicle.zone });
  keep(chronicle, rows);
  return gathering;
}

/** A gathering is called off. */
export function callsOff(chronicle: Chronicle, at: string, by: Actor, gathering: Gathering): void {
  Object.assign(gathering, { cancelledAt: at, cancelledById: by.byId, sequence: 1, version: 2 });
  const { startLocal, place, id } = gathering;
  tellOf(chronicle, at, by, "gatheringCancelled", { startLocal, place }, { gatheringId: id, audience: "everyone" });
}

export type Answer = "yes" | "no" | "maybe";

/** Somebody comes always to a series, until they say otherwise. @param coming its gatherings that are to come */
export function comesAlways(chronicle: Chronicle, at: string, face: Face, series: Series, coming: readonly Gathering[]): void {
  const occasion = occasionOf(chronicle, at);
  const [memberId, by] = [face.id, self(face)];
  const said = { groupId: occasion.groupId, memberId, answer: "yes", at, byId: by.byId };
  const answered = coming.map(({ id: gatheringId, startLocal: forLocal }) => ({
    id: idFor(occasion),
    gatheringId,
    forLocal,
    ...said,
    standing: true,
  }));
  keep(chronicle, { StandingAnswer: [{ seriesId: series.id, ...said }], Response: answered });
  const startLocal = coming[0]?.startLocal ?? series.firstLocal;
  tellOf(chronicle, at, by, "answeredAlways", { startLocal, answer: "yes", name: face.name }, { memberId, audience: "everyone" });
}

/** Somebody answers, or somebody else notes it for them. */
export function answers(chronicle: Chronicle, at: string, by: Actor, gathering: Gathering, face: Face, answer: Answer, word = ""): void {
  const { id: gatheringId, startLocal } = gathering;
  const { rows } = newAnswer(occasionOf(chronicle, at), by, { gatheringId, startLocal, memberId: face.id, name: face.name, answer, word });
  keep(chronicle, rows);
}
