import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { insert } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import { instantOf } from "~/platform/wall-clock";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { type Always, carryOnAlways } from "../always/when-a-series-changes.server";
import { announceSeriesChanged } from "../announcing-series.server";
import { type PauseAt, paused, pausesOf } from "../pausing/paused.server";
import { gatheringsAt, revised } from "../standing.server";
import { usualOf } from "../usual";
import { voidsAnswers } from "../voiding-answers.server";
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
  const made = { ...goingOn, id, groupId, byId: actor.byId, forId: actor.forId };
  const anew = (change.anew ?? []).flatMap(({ id: _, slotLocal, startLocal, ...usual }) =>
    gatheringsAt({ ...made, ...usual }, [startLocal], viewer).map((row) => ({ ...row, slotLocal })),
  );
  insert(tx, { Gathering: await paused(tx, [...gatheringsAt(made, change.fresh, viewer), ...anew], viewer) });
  return { ...after, silenced: await carryOnAlways(tx, viewer, series, id, change) };
}

/** In the same series one may go to where another still is: first they all step aside. */
async function stepAside(tx: Transaction, { becoming }: Change): Promise<void> {
  for (const { id } of becoming) await tx.gathering.update({ where: { id }, data: { slotLocal: `aside ${id}` } });
}

async function movedTo(tx: Transaction, { groupId, zone, now }: MemberViewer, seriesId: string, { becoming }: Change): Promise<void> {
  const pauseAt = await pausesOf(tx, groupId);
  for (const one of becoming) {
    const { id, slotLocal, startLocal, moves, changed } = one;
    const asks = one.asks || (moves && (await voidsAnswers(tx, id, startLocal)));
    await tx.gathering.update({
      where: { id },
      data: {
        ...{ seriesId, slotLocal, ...usualOf(one) },
        ...(moves && { startLocal, zone, startsAt: instantOf(startLocal, zone) }),
        ...(asks && { movedAt: now }),
        ...onOrOff(one, pauseAt, now),
        ...(changed ? revised(now) : { version: { increment: 1 } }),
      },
    });
  }
}

const on = { cancelledAt: null, cancelledById: null, pauseId: null };

/** Into a pause and out of it: what is off for one goes on outside it, what goes on is off within. What goes on after all stays off in one that began since. */
function onOrOff({ startLocal, moves, cancelled, pauseId, goesOn }: Change["becoming"][number], pauseAt: PauseAt, now: string) {
  if (goesOn) return pauseAt(startLocal, goesOn) ?? on;
  if (!moves || (cancelled && !pauseId)) return {};
  const pause = pauseAt(startLocal);
  if (pause) return cancelled ? pause : { cancelledAt: now, ...pause };
  return cancelled ? on : {};
}

async function fallAway(tx: Transaction, { now }: MemberViewer, { byId }: Actor, { off, gone }: Change): Promise<void> {
  await tx.gathering.updateMany({
    where: { id: { in: off.map(({ id }) => id) } },
    data: { cancelledAt: now, cancelledById: byId, ...revised(now) },
  });
  await tx.gathering.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
}

/** That it is as it was before a change: which series it was in the meantime, and the fact of which mails told. */
interface Undone {
  seriesId: string;
  told: string;
}

/** The story tells of a series that went on otherwise; and, where there is something to hear of it, one mail with the question about its next gathering. */
export async function tellOfChange(
  tx: Transaction,
  actor: Actor,
  viewer: MemberViewer,
  { id, sequence, ended }: SeriesAfter,
  { rule, firstLocal, place, off, relinked, tells }: Change,
  undone: Undone | null = null,
): Promise<void> {
  const { groupId, now } = viewer;
  const seriesId = { in: [id, ...(undone ? [undone.seriesId] : [])] };
  const next = await tx.gathering.findFirst({
    where: { seriesId, cancelledAt: null, startsAt: { gt: now } },
    orderBy: { startsAt: "asc" },
  });
  const line = { ...(next && { gatheringId: next.id }), audience: "everyone" } as const;
  await addStoryLine(tx, viewer, actor, undone ? "seriesUndone" : "seriesChanged", { startLocal: firstLocal, place, rule }, line);
  if (!next || !tells) return;
  const told = { off: off.map(({ startLocal }) => startLocal), online: relinked, ended, undoes: undone?.told ?? null };
  await announceSeriesChanged(tx, actor, { id, groupId, now, sequence, firstGatheringId: next.id, ...told });
}
