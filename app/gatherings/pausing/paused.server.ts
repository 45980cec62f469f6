import type { Occasion, Rows } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";

/** New gatherings of a series, those of a pause off from the start. @param rows of one group, as they would stand without it */
export async function paused(tx: Transaction, rows: Rows["Gathering"], { groupId, now }: Occasion): Promise<Rows["Gathering"]> {
  const pauseAt = await pausesOf(tx, groupId);
  return rows.map((row) => {
    const pause = pauseAt(row.startLocal);
    return pause ? { ...row, cancelledAt: now, ...pause } : row;
  });
}

/** What a gathering is off with at a time; null outside every pause, and of those that began before `since`. */
export type PauseAt = Awaited<ReturnType<typeof pausesOf>>;

/** @returns what a gathering is off with that would be in a pause, or in one that began since; null for one that would not */
export async function pausesOf(tx: Transaction, groupId: string) {
  const pauses = await tx.pause.findMany({ where: { groupId, endedAt: null } });
  return (startLocal: string, since = "") => {
    const day = startLocal.slice(0, 10);
    const pause = pauses.find(({ from, until, at }) => at > since && from <= day && (until === null || day <= until));
    return pause ? { cancelledById: pause.byId, pauseId: pause.id } : null;
  };
}
