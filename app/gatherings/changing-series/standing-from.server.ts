import { hashOf } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { addMonths } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { slots } from "../recurrence";
import type { SeriesForm } from "../schema";
import { seriesDays } from "../series-days";
import { filledMonths } from "../standing.server";
import { isTold, type Usual, usualOf } from "../usual";
import { type Standing, type WhatBecomes, whatBecomes } from "./what-becomes";

/** A series as it stands, of which one gathering is looked at. */
export interface SeriesNow extends Usual {
  id: string;
  rule: string;
  firstLocal: string;
  endsOn: string | null;
  filledTo: string;
  version: number;
}

const seriesOf = groupQuery<SeriesNow & { slotLocal: string }>(
  `SELECT s.id, s.rule, s.firstLocal, s.minutes, s.place, s.about, s.online, s.answerDays, s.endsOn, s.filledTo, s.version, g.slotLocal
   FROM Gathering g JOIN Series s ON s.id = g.seriesId AND s.groupId = g.groupId
   WHERE g.id = @gatheringId AND g.groupId = @groupId AND g.startsAt > @now`,
);
const standingFrom = groupQuery<Omit<Standing, "cancelled" | "touched"> & { cancelled: number; touched: number }>(
  `SELECT g.id, g.slotLocal, g.startLocal, g.minutes, g.place, g.about, g.online, g.answerDays, g.cancelledAt IS NOT NULL AS cancelled,
     EXISTS (SELECT 1 FROM Response r WHERE r.gatheringId = g.id AND r.standing = 0) OR EXISTS (SELECT 1 FROM Lift f WHERE f.gatheringId = g.id)
       OR EXISTS (SELECT 1 FROM Car c WHERE c.gatheringId = g.id) OR EXISTS (SELECT 1 FROM Bringing b WHERE b.gatheringId = g.id) OR EXISTS (SELECT 1 FROM MailLink l WHERE l.gatheringId = g.id AND l.groupId = @groupId) AS touched
   FROM Gathering g WHERE g.groupId = @groupId AND g.seriesId = @seriesId AND g.startsAt > @now AND g.slotLocal >= @from ORDER BY g.slotLocal`,
);

/** How a series goes on from a day: its rule, its first time, to where it stands, and what becomes of each gathering. */
export interface Change extends WhatBecomes {
  rule: string;
  firstLocal: string;
  filledTo: string;
  /** The next times, six at most. */
  days: string[];
  /** Whether there is something to hear of it for who comes, and whether anything at all is another. */
  tells: boolean;
  changes: boolean;
  /** One takes part online with another link. */
  relinked: boolean;
  /** Says which change this is: another when something else stands by now. */
  print: string;
}

/**
 * What a form of a series comes down to, from its first day on.
 * @param rows those that have not begun and are of that day or later
 * @throws Refusal at its field, as seriesDays
 */
function changeOf(viewer: MemberViewer, series: SeriesNow, rows: readonly Standing[], form: SeriesForm): Change {
  const { rule, firstLocal, days } = seriesDays(form, viewer);
  const { about, online, answerDays, endsOn } = form;
  const first = firstLocal.slice(0, 10);
  // As far as it stood; the job that fills it goes on from there.
  const filledTo = series.filledTo > first ? series.filledTo : addMonths(first, filledMonths);
  const to = endsOn && endsOn < filledTo ? endsOn : filledTo;
  const times = slots(rule, firstLocal, { to, limit: 1000 });
  const becomes = whatBecomes(rows, series, usualOf(form), times);
  const { becoming, off, gone, fresh } = becomes;
  const moves = off.length + gone.length + fresh.length > 0 || becoming.some(({ changed }) => changed);
  const relinked = online !== series.online;
  const tells = moves || rule !== series.rule || endsOn !== series.endsOn || isTold(series, form);
  const print = hashOf(JSON.stringify([rule, firstLocal, form, becomes])).slice(0, 16);
  const changes = tells || about !== series.about || answerDays !== series.answerDays;
  return { ...becomes, rule, firstLocal, filledTo, days, tells, changes, relinked, print };
}

/** The gatherings that a read found, as they stand. */
function asStanding(found: ReturnType<typeof standingFrom.all>): Standing[] {
  return found.map((row) => ({ ...row, cancelled: row.cancelled === 1, touched: row.touched === 1 }));
}

/** What the page of a series that is changed shows before anything is pressed. @returns null for a gathering of none, or that has begun */
export function seriesToChange(viewer: MemberViewer, gatheringId: string) {
  return seriesOf.first(viewer, { gatheringId }) ?? null;
}

/** What a change would do, said beforehand. Nothing is saved. @throws Refusal likewise */
export function changeAhead(viewer: MemberViewer, series: SeriesNow, form: SeriesForm): Change {
  return changeOf(viewer, series, asStanding(standingFrom.all(viewer, { seriesId: series.id, from: form.from })), form);
}

/** The same within the act that does it, which does what was said. @throws Refusal likewise */
export function changeWithin(tx: Transaction, viewer: MemberViewer, series: SeriesNow, form: SeriesForm): Change {
  return changeOf(viewer, series, asStanding(standingFrom.within(tx, viewer, { seriesId: series.id, from: form.from })), form);
}
