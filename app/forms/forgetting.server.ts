import { daysAfter } from "~/platform/clock.server";
import { daysKept } from "~/platform/periods";
import { write } from "~/platform/writing.server";

/** Forgets which forms were taken in. @param now moment in UTC */
export async function forgetForms(now: string): Promise<void> {
  await write((tx) => tx.formKey.deleteMany({ where: { createdAt: { lt: daysAfter(now, -daysKept.formKey) } } }));
}
