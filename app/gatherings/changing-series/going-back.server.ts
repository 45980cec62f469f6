import type { Transaction } from "~/platform/transaction.server";
import { instantOf, localOf } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { type Change, changeTo, type SeriesNow, timesOf } from "./change.server";
import type { Was } from "./remembering.server";
import { asStanding, type StandingRead, standing } from "./standing-from.server";
import { type WhatComesBack, whatComesBack } from "./what-comes-back";

/** A series that was changed and can go back: nothing else changed it since. */
export interface Changed extends SeriesNow {
  /** The series that ended with the change, when it was another. */
  endedId: string | null;
  at: string;
  byName: string;
  forName: string | null;
  was: string;
}

const columns = `SELECT s.id, s.rule, s.firstLocal, s.minutes, s.place, s.about, s.online, s.answerDays, s.endsOn, s.filledTo, s.version,
    c.endedId, c.at, c.was, b.name AS byName, f.name AS forName
  FROM SeriesChange c JOIN Series s ON s.id = c.seriesId AND s.groupId = c.groupId AND s.sequence = c.sequence
    JOIN Member b ON b.id = c.byId LEFT JOIN Member f ON f.id = c.forId WHERE c.groupId = @groupId`;
/** SQL: the last change of each series of the circle, when nothing else changed it since; the latest first. */
export const everyChange = `${columns} ORDER BY c.at DESC`;
const one = groupQuery<Changed>(`${columns} AND c.seriesId = @seriesId`);

/** Of the series, and of the one that ended what is off; `fell`: that change called it off. */
const coming = groupQuery<StandingRead & { fell: string | null; own: number; createdAt: string }>(
  `SELECT ${standing}, CASE WHEN g.cancelledAt = @at AND g.pauseId IS NULL THEN @at END AS fell, g.seriesId = @seriesId AS own, g.createdAt FROM Gathering g
   WHERE g.groupId = @groupId AND g.startsAt > @now AND (g.seriesId = @seriesId OR (g.seriesId = @endedId AND g.cancelledAt IS NOT NULL))
   ORDER BY g.startsAt`,
);

/** What undoing the last change of a series comes down to, and from which day on. */
interface Back {
  series: Changed;
  was: Was;
  change: Change & WhatComesBack;
  from: string;
}

/** What undoing it would do, said beforehand. Nothing is saved. @returns null when it can't be undone any more */
export function backAhead(viewer: MemberViewer, seriesId: string): Back | null {
  const changed = one.first(viewer, { seriesId });
  return changed ? backOf(viewer, changed, coming.all(viewer, parameters(changed))) : null;
}

/** The same within the act that does it. */
export function backWithin(tx: Transaction, viewer: MemberViewer, seriesId: string): Back | null {
  const [changed] = one.within(tx, viewer, { seriesId });
  return changed ? backOf(viewer, changed, coming.within(tx, viewer, parameters(changed))) : null;
}

const parameters = ({ id, endedId, at }: Changed) => ({ seriesId: id, endedId, at });

function backOf(viewer: MemberViewer, series: Changed, found: ReturnType<typeof coming.all>): Back | null {
  const was: Was = JSON.parse(series.was);
  // What stood already, and was none of it, is left alone.
  const its = found.filter(({ id, createdAt }) => createdAt >= series.at || was.stood.some((one) => one.id === id));
  const rows = asStanding(its).map((row, place) => ({ ...row, fell: its[place]?.fell ?? null }));
  const times = timesToCome(viewer, series);
  const nowLocal = localOf(viewer.now, viewer.zone);
  const comesBack = whatComesBack({ rows, stood: was.stood, before: was, after: series, times, nowLocal });
  const { becoming, fresh, staying } = comesBack;
  const slots = [...becoming.map(({ slotLocal }) => slotLocal), ...fresh];
  const firstLocal = times.find((time) => slots.includes(time));
  if (!firstLocal) return null;
  const goingOn = { ...was, firstLocal };
  const leaves = its.filter(({ id, own }) => own === 1 && !staying.some((one) => one.id === id));
  const [from = ""] = [...slots, ...leaves.map(({ slotLocal }) => slotLocal)].map((slot) => slot.slice(0, 10)).sort();
  const change = { ...changeTo(series, goingOn, series.filledTo, comesBack), staying };
  return { series, was, change, from };
}

/** When the series met as it was, and has not yet: none when it can't go back. */
export function timesToCome({ now, today, zone }: MemberViewer, { was, filledTo }: Pick<Changed, "was" | "filledTo">): string[] {
  const as: Was = JSON.parse(was);
  return timesOf(as, filledTo, as.from > today ? as.from : today).filter((slot) => instantOf(slot, zone) > now);
}
