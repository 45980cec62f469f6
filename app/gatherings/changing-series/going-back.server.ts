import type { Transaction } from "~/platform/transaction.server";
import { instantOf, localOf } from "~/platform/wall-clock";
import { groupQuery, type Reading, readingAs } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { isTurn } from "../turns";
import { type Change, changeTo, type SeriesNow, timesOf } from "./change.server";
import type { Was } from "./remembering.server";
import { asStanding, notBegun, type StandingRead, standing } from "./standing-from.server";
import { type WhatComesBack, whatComesBack } from "./what-comes-back";

/** A series that was changed and can go back: nothing else changed it since. */
export interface Changed extends SeriesNow {
  sequence: number;
  /** The series that ended with the change, when it was another. */
  endedId: string | null;
  /** When it was changed, an instant in UTC, by whom, and how it was: a `Was` as text. */
  at: string;
  byName: string;
  forName: string | null;
  was: string;
}

/** SQL: the last change of each series of the circle, when nothing else changed it since. */
export const everyChange = `SELECT s.id, s.rule, s.firstLocal, s.minutes, s.place, s.about, s.online, s.answerDays, s.endsOn, s.filledTo, s.version,
    s.sequence, c.endedId, c.at, c.was, b.name AS byName, f.name AS forName
  FROM SeriesChange c JOIN Series s ON s.id = c.seriesId AND s.groupId = c.groupId AND s.sequence = c.sequence
    JOIN Member b ON b.id = c.byId LEFT JOIN Member f ON f.id = c.forId WHERE c.groupId = @groupId`;
const one = groupQuery<Changed>(`${everyChange} AND c.seriesId = @seriesId`);

/** Of the series, and of the one that ended; `fell`: when that change called it off. */
const coming = groupQuery<StandingRead & { fell: string | null; own: number; createdAt: string }>(
  `SELECT ${standing}, CASE WHEN g.cancelledAt = @at AND g.pauseId IS NULL THEN @at END AS fell, g.seriesId = @seriesId AS own, g.createdAt
   FROM Gathering g WHERE g.groupId = @groupId AND g.startsAt > @now AND (g.seriesId = @seriesId OR g.seriesId = @endedId) ORDER BY g.startsAt`,
);

/** What undoing the last change of a series comes down to, and from which day on. */
export interface Back {
  series: Changed;
  was: Was;
  change: Change & WhatComesBack;
  from: string;
}

/** What undoing it would do, said beforehand. Nothing is saved. @returns null when it can't be undone any more */
export function backAhead(viewer: MemberViewer, seriesId: string): Back | null {
  return backOf(viewer, readingAs(viewer), seriesId);
}

/** The same within the act that does it. */
export function backWithin(tx: Transaction, viewer: MemberViewer, seriesId: string): Back | null {
  return backOf(viewer, readingAs(viewer, tx), seriesId);
}

function backOf(viewer: MemberViewer, read: Reading, seriesId: string): Back | null {
  const [series] = read(one, { seriesId });
  if (!series) return null;
  const { endedId, at, filledTo } = series;
  const was: Was = JSON.parse(series.was);
  const found = read(coming, { seriesId, endedId, at });
  // What stood already, and was none of it, is left alone.
  const its = asStanding(found.filter(({ id, createdAt }) => createdAt >= at || was.stood.some((one) => one.id === id)));
  const times = notBegun(read, seriesId, was.from, timesToCome(viewer, was, filledTo));
  const nowLocal = localOf(viewer.now, viewer.zone);
  const { stood, gone } = was;
  const comesBack = whatComesBack({ rows: its, stood, gone, before: was, after: series, times, nowLocal });
  const { becoming, anew, fresh, staying } = comesBack;
  const slots = [...becoming, ...anew].map(({ slotLocal }) => slotLocal).concat(fresh);
  const firstLocal = [...slots].sort().find((slot) => isTurn(was, slot));
  if (!firstLocal) return null;
  const leaves = its.filter(({ id, own }) => own === 1 && !staying.some((one) => one.id === id));
  const [from = ""] = [...slots, ...leaves.map(({ slotLocal }) => slotLocal)].map((slot) => slot.slice(0, 10)).sort();
  const { rule, endsOn, ...usual } = was;
  const change = { ...changeTo(series, { ...usual, rule, endsOn, firstLocal }, filledTo, comesBack), ...comesBack };
  return { series, was, change, from };
}

/** When a series met as it was, and has not yet, as far as it stands: none when it can't go back. */
export function timesToCome(
  { now, today, zone }: MemberViewer,
  was: Pick<Was, "rule" | "firstLocal" | "endsOn" | "from">,
  filledTo: string,
): string[] {
  return timesOf(was, filledTo, was.from > today ? was.from : today).filter((slot) => instantOf(slot, zone) > now);
}
