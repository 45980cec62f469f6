import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { addDays } from "~/platform/wall-clock";
import type { Actor } from "~/policy/acting";
import { revised } from "../standing.server";
import type { Usual } from "../usual";

/** The series that goes on, and the one that ended before it: none when it is still the same. */
interface SeriesAfter {
  id: string;
  sequence: number;
  ended: { id: string; sequence: number } | null;
}

/** How a series goes on. Wall-clock times in its zone. */
interface GoingOn extends Usual {
  rule: string;
  firstLocal: string;
  zone: string;
  endsOn: string | null;
  filledTo: string;
}

/**
 * Lets a series go on otherwise from a day on: itself when it has no gathering before that day; else it ends before it, and
 * another follows it. What was off and is past does not count: calendars know of it no more, and of a series with nothing
 * else they could not be told that it ended. Its gatherings are for who asks to take along.
 * @param from the day
 */
export async function seriesAfter(
  tx: Transaction,
  { groupId, now }: { groupId: string; now: string },
  actor: Actor,
  series: { id: string; endsOn: string | null },
  goingOn: GoingOn,
  from: string,
): Promise<SeriesAfter> {
  const toBeSeen = [{ cancelledAt: null }, { startsAt: { gt: now } }];
  const earlier = await tx.gathering.count({ where: { seriesId: series.id, slotLocal: { lt: from }, OR: toBeSeen } });
  if (earlier === 0) {
    const { id, sequence } = await tx.series.update({ where: { id: series.id }, data: { ...goingOn, ...revised(now) } });
    return { id, sequence, ended: null };
  }
  const data = { endsOn: endBefore(from, series.endsOn), ...revised(now) };
  const ended = await tx.series.update({ where: { id: series.id }, data, select: { id: true, sequence: true } });
  const id = newId();
  const made = { byId: actor.byId, forId: actor.forId, createdAt: now };
  const { sequence } = await tx.series.create({ data: { id, groupId, followsId: series.id, ...goingOn, ...made } });
  return { id, sequence, ended };
}

/** The last day on which a series meets that another goes on from. @param from the day from which it is another, and its own end */
function endBefore(from: string, endsOn: string | null): string {
  const last = addDays(from, -1);
  return endsOn && endsOn < last ? endsOn : last;
}
