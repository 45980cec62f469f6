import { daysAfter } from "~/platform/clock.server";
import { daysKept } from "~/platform/periods";
import { transaction } from "~/platform/transaction.server";

/** Forgets who asked to join and was answered, and who was not answered for half a year. @param now moment in UTC */
export async function forgetWishes(now: string): Promise<void> {
  await transaction((tx) => tx.wishToJoin.deleteMany({ where: { endedAt: { lt: daysAfter(now, -daysKept.wishToJoin) } } }));
  await transaction((tx) => tx.wishToJoin.deleteMany({ where: { endedAt: null, at: { lt: daysAfter(now, -daysOpen) } } }));
}

const daysOpen = 180;
