import type { Transaction } from "~/platform/transaction.server";
import { groupQuery } from "~/policy/queries.server";
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

export const begunFrom = groupQuery<{ slotLocal: string }>(
  "SELECT g.slotLocal FROM Gathering g WHERE g.groupId = @groupId AND g.seriesId = @seriesId AND g.startsAt <= @now AND g.slotLocal >= @from",
);

/** How a series stands from a day on: what is to come, and the days of its turns that have begun already, moved there by hand. */
interface Stands {
  rows: Standing[];
  begun: ReadonlySet<string>;
}

/**
 * What a form of a series comes down to, from its first day on.
 * @throws Refusal at its field, as seriesDays
 */
function changeOf(viewer: MemberViewer, series: SeriesNow, { rows, begun }: Stands, form: SeriesForm): Change {
  const { rule, firstLocal } = seriesDays(form, viewer);
  const goingOn = { rule, firstLocal, endsOn: form.endsOn, ...usualOf(form) };
  const filledTo = filledFrom(series, firstLocal);
  const times = timesOf(goingOn, filledTo).filter((time) => !begun.has(time.slice(0, 10)));
  return changeTo(series, goingOn, filledTo, whatBecomes(rows, series, goingOn, times));
}

export const daysIn = (turns: readonly { slotLocal: string }[]) => new Set(turns.map(({ slotLocal }) => slotLocal.slice(0, 10)));

/** The gatherings that a read found, as they stand. */
export function asStanding<More extends object>(found: readonly (StandingRead & More)[]): (Standing & Omit<More, keyof Standing>)[] {
  return found.map((row) => ({ ...row, cancelled: row.cancelled === 1, touched: row.touched === 1 }));
}

/** What the page of a series that is changed shows before anything is pressed. @returns null for a gathering of none, or that has begun */
export function seriesToChange(viewer: MemberViewer, gatheringId: string) {
  return seriesOf.first(viewer, { gatheringId }) ?? null;
}

/** What a change would do, said beforehand. Nothing is saved. @throws Refusal likewise */
export function changeAhead(viewer: MemberViewer, series: SeriesNow, form: SeriesForm): Change {
  const about = { seriesId: series.id, from: form.from };
  return changeOf(viewer, series, { rows: asStanding(standingFrom.all(viewer, about)), begun: daysIn(begunFrom.all(viewer, about)) }, form);
}

/** The same within the act that does it, which does what was said; with the gatherings as they stand until then. @throws Refusal likewise */
export function changeWithin(tx: Transaction, viewer: MemberViewer, series: SeriesNow, form: SeriesForm) {
  const about = { seriesId: series.id, from: form.from };
  const [rows, begun] = [asStanding(standingFrom.within(tx, viewer, about)), daysIn(begunFrom.within(tx, viewer, about))];
  return { rows, change: changeOf(viewer, series, { rows, begun }, form) };
}
