import { notFound, Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { monthsIn } from "./schema";
import { type Next, nextOf, standingOf, type UndatedRead } from "./standing";

const ofGroup = groupQuery<UndatedRead>(`${standingOf} ORDER BY u.createdAt, u.id`);
const one = groupQuery<UndatedRead>(`${standingOf} AND u.id = @seriesId`);

function shown(viewer: MemberViewer, read: UndatedRead) {
  const { id, timesAYear, notIn, endsOn, minutes, place, about, version } = read;
  const next: Next = viewer.closedAt ? { kind: "over" } : nextOf(read, viewer);
  return { id, timesAYear, notIn: monthsIn(notIn), endsOn, minutes, place, about, version, next };
}
export type Undated = ReturnType<typeof shown>;

/** The rhythms without a date of this circle that are not over. One statement. */
export function undatedNow(viewer: MemberViewer): Undated[] {
  return ofGroup
    .all(viewer)
    .map((read) => shown(viewer, read))
    .filter(({ next }) => next.kind !== "over");
}

/** Those for which it is time to seek a day, for who may; nothing is read for others. @param all when they are read already */
export function daysDue(viewer: MemberViewer, all?: Undated[]): Undated[] {
  if (!may(viewer, "gathering.plan")) return [];
  return (all ?? undatedNow(viewer)).filter(({ next }) => next.kind === "turn" && next.due);
}

/** One of them, also one that is over, with what this viewer may do. One statement. @throws 404 when this group has no such one */
export function undatedOf(viewer: MemberViewer, seriesId: string) {
  const read = one.first(viewer, { seriesId });
  if (!read) throw notFound();
  return { ...shown(viewer, read), can: { plan: may(viewer, "gathering.plan") } };
}

/** The row of one, within an act. @throws 404 likewise */
export async function undatedIn(tx: Transaction, { groupId }: MemberViewer, id: string) {
  const found = await tx.undatedSeries.findFirst({ where: { id, groupId } });
  if (!found) throw notFound();
  return found;
}

/**
 * The id of one for which a day can be planned or sought, within an act: when there is one already, or one is sought, two who
 * follow the same mail do not both do it.
 * @throws Refusal then; 404 when this group has no such one
 */
export async function seekingFor(tx: Transaction, viewer: MemberViewer, id: string): Promise<string> {
  const { groupId, now } = viewer;
  const { id: undatedId } = await undatedIn(tx, viewer, id);
  const sought = { groupId, undatedId, endedAt: null, options: { some: { startsAt: { gt: now } } } };
  if ((await tx.datePoll.count({ where: sought })) > 0) throw new Refusal({ key: "undated.soughtAlready" });
  const coming = { groupId, undatedId, cancelledAt: null, startsAt: { gt: now } };
  if ((await tx.gathering.count({ where: coming })) > 0) throw new Refusal({ key: "undated.comingAlready" });
  return undatedId;
}
