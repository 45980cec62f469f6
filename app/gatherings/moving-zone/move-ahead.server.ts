import { Refusal } from "~/platform/refusal";
import { hashOf } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { groupQuery, type Reading, readingAs } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { SeriesNow } from "../changing-series/change.server";
import { type ComingGathering, type ComingMoment, type WhatMoves, whatMoves } from "./what-moves";

type SeriesRead = SeriesNow & { zone: string };

const coming = groupQuery<Omit<ComingGathering, "cancelled"> & { cancelled: number }>(
  `SELECT id, seriesId, slotLocal, startLocal, zone, startsAt, cancelledAt IS NOT NULL AS cancelled FROM Gathering
   WHERE groupId = @groupId AND startsAt > @now ORDER BY startsAt, id`,
);
const everySeries = groupQuery<SeriesRead>(
  "SELECT id, rule, firstLocal, zone, minutes, place, about, online, answerDays, endsOn, filledTo, version FROM Series WHERE groupId = @groupId ORDER BY id",
);
const moments = groupQuery<ComingMoment>(
  `SELECT o.id, o.pollId, o.startLocal, p.zone FROM DatePoll p JOIN PollOption o ON o.pollId = p.id AND o.startsAt > @now
   WHERE p.groupId = @groupId AND p.endedAt IS NULL ORDER BY o.startsAt, o.id`,
);

/** What a move to another zone does, and which move it is: another when something else stands by now. */
export interface Move extends WhatMoves<SeriesRead> {
  print: string;
}

/** What following another clock would do, said beforehand. Nothing is saved. @throws Refusal at the field for the clock that it has */
export function moveAhead(viewer: MemberViewer, zone: string): Move {
  return moveOf(viewer, readingAs(viewer), zone);
}

/** What of a move a page tells: how many move, and which stay. What is off is not told. */
export function toldAhead({ moving, staying, moments, print }: Move, now: string) {
  const goingOn = <One extends { cancelled: boolean }>(all: readonly One[]) => all.filter(({ cancelled }) => !cancelled);
  return {
    moving: goingOn(moving).length,
    staying: goingOn(staying).map(({ id, startLocal, zone }) => ({ id, startLocal, zone })),
    moments: moments.length,
    momentsPast: moments.filter(({ startsAt }) => startsAt <= now).length,
    print,
  };
}

export type ToldAhead = ReturnType<typeof toldAhead>;

/** The move itself, within the act that does it, which does what was said. @throws Refusal likewise */
export function moveWithin(tx: Transaction, viewer: MemberViewer, zone: string): Move {
  return moveOf(viewer, readingAs(viewer, tx), zone);
}

function moveOf({ zone: before, now }: MemberViewer, read: Reading, zone: string): Move {
  if (zone === before) throw new Refusal({ key: "zone.same" }, "zone");
  const gatherings = read(coming).map((one) => ({ ...one, cancelled: one.cancelled === 1 }));
  const moves = whatMoves({ gatherings, series: read(everySeries), moments: read(moments) }, zone, now);
  return { ...moves, print: hashOf(JSON.stringify([zone, moves])).slice(0, 16) };
}
