import { daysAfter } from "~/platform/clock.server";
import { daysKept } from "~/platform/periods";
import { transaction } from "~/platform/transaction.server";
import { forgetNobodysAddresses } from "./unreached.server";

/** Forgets mails that went, or never will, which reminders and months were dealt with, and links that open nothing any more. @param now moment in UTC */
export async function forgetOldMails(now: string): Promise<void> {
  const ended = { lt: daysAfter(now, -daysKept.mail) };
  await transaction((tx) => tx.outboxMail.deleteMany({ where: { state: { in: ["sent", "dropped", "failed"] }, endedAt: ended } }));
  await transaction((tx) => tx.reminder.deleteMany({ where: { startsAt: ended } }));
  await transaction((tx) => tx.digest.deleteMany({ where: { at: { lt: daysAfter(now, -daysKept.digest) } } }));
  await transaction((tx) => tx.mailLink.deleteMany({ where: { expiresAt: { lt: daysAfter(now, -daysKept.mailLink) } } }));
  await transaction(forgetNobodysAddresses);
}
