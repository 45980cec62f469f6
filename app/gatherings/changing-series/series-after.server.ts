import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { addDays } from "~/platform/wall-clock";
import type { Actor } from "~/policy/acting";
import { revised } from "../standing.server";
import { isTurn } from "../turns";
import type { Usual } from "../usual";

/** The series that goes on, and the one that ended before it: none when it is still the same. */
export interface SeriesAfter {
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

/** A series as it was until then. */
type Before = Pick<GoingOn, "rule" | "firstLocal" | "endsOn"> & { id: string };

/**
 * Lets a series go on otherwise from a day on: itself when it has no gathering of its rule before that day; else it ends
 * before it, and another follows it. The caller takes its gatherings along.
 * @param from the day
 */
export async function seriesAfter(
  tx: Transaction,
  { groupId, now }: { groupId: string; now: string },
  actor: Actor,
  series: Before,
  goingOn: GoingOn,
  from: string,
): Promise<SeriesAfter> {
  if (!(await hasEarlier(tx, series, from, now))) {
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

/**
 * Whether something of its rule is there to be seen before a day. What was off and is past is not, nor what fell away from its
 * rule: of a series with nothing else calendars could not be told that it ended.
 */
async function hasEarlier(tx: Transaction, { id, rule, firstLocal }: Before, from: string, now: string): Promise<boolean> {
  const earlier = await tx.gathering.findMany({
    where: { seriesId: id, slotLocal: { gte: firstLocal, lt: from }, OR: [{ cancelledAt: null }, { startsAt: { gt: now } }] },
    select: { slotLocal: true },
    orderBy: { slotLocal: "desc" },
  });
  return earlier.some(({ slotLocal }) => slotLocal !== null && isTurn({ rule, firstLocal }, slotLocal));
}

/** The last day on which a series meets that another goes on from. @param from the day from which it is another, and its own end */
function endBefore(from: string, endsOn: string | null): string {
  const last = addDays(from, -1);
  return endsOn && endsOn < last ? endsOn : last;
}
