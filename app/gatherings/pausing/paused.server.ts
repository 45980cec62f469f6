import type { Occasion, Rows } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";

/** New gatherings of a series, those of a pause off from the start. @param rows of one group, as they would stand without it */
export async function paused(tx: Transaction, rows: Rows["Gathering"], { groupId, now }: Occasion): Promise<Rows["Gathering"]> {
  const pauses = await tx.pause.findMany({ where: { groupId, endedAt: null } });
  return rows.map((row) => {
    const day = row.startLocal.slice(0, 10);
    const pause = pauses.find(({ from, until }) => from <= day && (until === null || day <= until));
    return pause ? { ...row, cancelledAt: now, cancelledById: pause.byId, pauseId: pause.id } : row;
  });
}
