import { insert } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import { instantOf } from "~/platform/wall-clock";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { type Always, carryOnAlways } from "../always/when-a-series-changes.server";
import { announceSeriesChanged } from "../announcing-series.server";
import { paused, pausesOf } from "../pausing/paused.server";
import { gatheringsAt, revised } from "../standing.server";
import { usualOf } from "../usual";
import type { Change, SeriesNow } from "./change.server";
import { type SeriesAfter, seriesAfter } from "./series-after.server";

/** The series that goes on, and what was said of all of it that does not count any more. */
export interface GoneOn extends SeriesAfter {
  silenced: Always[];
}

/**
 * A series goes on otherwise from a day on: itself, or another that follows it. Its gatherings go along, fall away or come
 * to be as the change says, and so do the answers to the whole of it.
 * @returns the series that goes on
 */
export async function goOnOtherwise(
  tx: Transaction,
  viewer: MemberViewer,
  actor: Actor,
  series: SeriesNow,
  change: Change,
  from: string,
): Promise<GoneOn> {
  const { groupId, zone } = viewer;
  const { rule, firstLocal, endsOn, filledTo } = change;
  const goingOn = { rule, firstLocal, zone, ...usualOf(change), endsOn, filledTo };
  const after = await seriesAfter(tx, viewer, actor, series, goingOn, from);
  const { id } = after;
  if (id === series.id) await stepAside(tx, change);
  await movedTo(tx, viewer, id, change);
  await fallAway(tx, viewer, actor, change);
  const fresh = gatheringsAt({ ...goingOn, id, groupId, byId: actor.byId, forId: actor.forId }, change.fresh, viewer);
  insert(tx, { Gathering: await paused(tx, fresh, viewer) });
  return { ...after, silenced: await carryOnAlways(tx, viewer, series, id, change) };
}

/** In the same series one may go to where another still is: first they all step aside. */
async function stepAside(tx: Transaction, { becoming }: Change): Promise<void> {
  for (const { id } of becoming) await tx.gathering.update({ where: { id }, data: { slotLocal: `aside ${id}` } });
}

async function movedTo(tx: Transaction, { groupId, zone, now }: MemberViewer, seriesId: string, { becoming }: Change): Promise<void> {
  const pauseAt = await pausesOf(tx, groupId);
  for (const { id, slotLocal, startLocal, moves, changed, asks, goesOn, ...rest } of becoming)
    await tx.gathering.update({
      where: { id },
      data: {
        ...{ seriesId, slotLocal, ...usualOf(rest) },
        ...(moves && { startLocal, zone, startsAt: instantOf(startLocal, zone) }),
        ...(asks && { movedAt: now }),
        // In a pause that began since, it stays off for that.
        ...(goesOn && (pauseAt(startLocal, goesOn) ?? { cancelledAt: null, cancelledById: null })),
        ...(changed ? revised(now) : { version: { increment: 1 } }),
      },
    });
}

async function fallAway(tx: Transaction, { now }: MemberViewer, { byId }: Actor, { off, gone }: Change): Promise<void> {
  await tx.gathering.updateMany({
    where: { id: { in: off.map(({ id }) => id) } },
    data: { cancelledAt: now, cancelledById: byId, ...revised(now) },
  });
  await tx.gathering.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
}

/** Everybody hears in one mail of a series that went on otherwise, with the question about its next gathering. @param back it is as it was before */
export async function tellOfChange(
  tx: Transaction,
  actor: Actor,
  { groupId, now }: MemberViewer,
  { id, sequence, ended }: SeriesAfter,
  { off, relinked, tells }: Change,
  next: { id: string } | null,
  back: boolean,
): Promise<void> {
  if (!next || !tells) return;
  const told = { off: off.map(({ startLocal }) => startLocal), online: relinked, ended, back };
  await announceSeriesChanged(tx, actor, { id, groupId, now, sequence, firstGatheringId: next.id, ...told });
}

/** The next gathering of a series that is not off. */
export function nextOf(tx: Transaction, { now }: MemberViewer, seriesId: string) {
  return tx.gathering.findFirst({ where: { seriesId, cancelledAt: null, startsAt: { gt: now } }, orderBy: { startsAt: "asc" } });
}
