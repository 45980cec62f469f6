import { daysAfter } from "~/platform/clock.server";
import { daysKept } from "~/platform/periods";
import { transaction } from "~/platform/transaction.server";

/** Forgets which forms were taken in. @param now moment in UTC */
export async function forgetForms(now: string): Promise<void> {
  await transaction((tx) => tx.formKey.deleteMany({ where: { createdAt: { lt: daysAfter(now, -daysKept.formKey) } } }));
}
