import type { Transaction } from "~/platform/transaction.server";
import { groupQuery, type Reading, readingAs } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { SeriesForm } from "../schema";
import { seriesDays } from "../series-days";
import { usualOf } from "../usual";
import { type Change, changeTo, filledFrom, type SeriesNow, timesOf } from "./change.server";
import { type Standing, whatBecomes } from "./what-becomes";

const seriesOf = groupQuery<SeriesNow & { slotLocal: string }>(
  `SELECT s.id, s.rule, s.firstLocal, s.minutes, s.place, s.about, s.online, s.answerDays, s.endsOn, s.filledTo, s.version, g.slotLocal
   FROM Gathering g JOIN Series s ON s.id = g.seriesId AND s.groupId = g.groupId
   WHERE g.id = @gatheringId AND g.groupId = @groupId AND g.startsAt > @now`,
);
/** SQL: Gathering `g` of a series as it stands; `touched`: somebody has something to do with it. */
export const standing = `g.id, g.slotLocal, g.startLocal, g.minutes, g.place, g.about, g.online, g.answerDays, g.cancelledAt IS NOT NULL AS cancelled, g.pauseId,
     EXISTS (SELECT 1 FROM Response r WHERE r.gatheringId = g.id AND r.standing = 0) OR EXISTS (SELECT 1 FROM Lift f WHERE f.gatheringId = g.id)
       OR EXISTS (SELECT 1 FROM Car c WHERE c.gatheringId = g.id) OR EXISTS (SELECT 1 FROM Bringing b WHERE b.gatheringId = g.id) OR EXISTS (SELECT 1 FROM MailLink l WHERE l.gatheringId = g.id AND l.groupId = @groupId) AS touched`;

/** The same as it is read. */
export type StandingRead = Omit<Standing, "cancelled" | "touched"> & { cancelled: number; touched: number };

const standingFrom = groupQuery<StandingRead>(
  `SELECT ${standing} FROM Gathering g
   WHERE g.groupId = @groupId AND g.seriesId = @seriesId AND g.startsAt > @now AND g.slotLocal >= @from ORDER BY g.slotLocal`,
);

const begunFrom = groupQuery<{ slotLocal: string }>(
  "SELECT g.slotLocal FROM Gathering g WHERE g.groupId = @groupId AND g.seriesId = @seriesId AND g.startsAt <= @now AND g.slotLocal >= @from",
);

/** The times but those on the day of a turn of the series that has begun already: its gathering was brought forward by hand. @param from the day from which it is another */
export function notBegun(read: Reading, seriesId: string, from: string, times: readonly string[]): string[] {
  const begun = new Set(read(begunFrom, { seriesId, from }).map(({ slotLocal }) => slotLocal.slice(0, 10)));
  return times.filter((time) => !begun.has(time.slice(0, 10)));
}

/** What a form of a series comes down to, from its first day on, with its gatherings from then as they stand. */
function changeOf(viewer: MemberViewer, read: Reading, series: SeriesNow, form: SeriesForm) {
  const { rule, firstLocal } = seriesDays(form, viewer);
  const { from, endsOn } = form;
  const goingOn = { rule, firstLocal, endsOn, ...usualOf(form) };
  const filledTo = filledFrom(series, firstLocal);
  const rows = asStanding(read(standingFrom, { seriesId: series.id, from }));
  const times = notBegun(read, series.id, from, timesOf(goingOn, filledTo));
  return { rows, change: changeTo(series, goingOn, filledTo, whatBecomes(rows, series, goingOn, times)) };
}

/** The gatherings that a read found, as they stand. */
export function asStanding<More extends object>(found: readonly (StandingRead & More)[]): (Standing & Omit<More, keyof Standing>)[] {
  return found.map((row) => ({ ...row, cancelled: row.cancelled === 1, touched: row.touched === 1 }));
}

/** What the page of a series that is changed shows before anything is pressed. @returns null for a gathering of none, or that has begun */
export function seriesToChange(viewer: MemberViewer, gatheringId: string) {
  return seriesOf.first(viewer, { gatheringId }) ?? null;
}

/** What a change would do, said beforehand. Nothing is saved. @throws Refusal at its field, as seriesDays */
export function changeAhead(viewer: MemberViewer, series: SeriesNow, form: SeriesForm): Change {
  return changeOf(viewer, readingAs(viewer), series, form).change;
}

/** The same within the act that does it, which does what was said; with the gatherings as they stand until then. @throws Refusal likewise */
export function changeWithin(tx: Transaction, viewer: MemberViewer, series: SeriesNow, form: SeriesForm) {
  return changeOf(viewer, readingAs(viewer, tx), series, form);
}
