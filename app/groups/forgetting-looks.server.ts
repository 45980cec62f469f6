import { daysAfter } from "~/platform/clock.server";
import { daysKept } from "~/platform/periods";
import { transaction } from "~/platform/transaction.server";

/** Forgets who looked more than a year ago. @param now moment in UTC */
export async function forgetLooks(now: string): Promise<void> {
  const before = daysAfter(now, -daysKept.look).slice(0, 10);
  await transaction((tx) => tx.look.deleteMany({ where: { day: { lt: before } } }));
}
