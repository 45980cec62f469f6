import { daysAfter } from "~/platform/clock.server";
import { daysKept } from "~/platform/periods";
import { transaction } from "~/platform/transaction.server";

/** Forgets how a series was before a change that is a month old: it can't be undone any more. @param now moment in UTC */
export async function forgetChanges(now: string): Promise<void> {
  const before = daysAfter(now, -daysKept.seriesChange);
  await transaction((tx) => tx.seriesChange.deleteMany({ where: { at: { lt: before } } }));
}
