import { daysAfter } from "~/platform/clock.server";
import { query } from "~/platform/query.server";
import type { Transaction } from "~/platform/transaction.server";
import type { AddressSaid } from "./trouble";

/** After so many days the next mail is tried again: mail servers make mistakes too, and mailboxes are emptied. */
const leftAloneDays = 90;

/** What stands on a mail that was dropped for it, for the operator. */
export const leftAlone = "mails do not reach this address";

const known = query<{ since: string | null }>("SELECT since FROM UnreachedAddress WHERE mail = @mail");

/** Whether nothing is to be tried at an address, since mails do not reach it. @param now moment in UTC */
export function isLeftAlone(mail: string, now: string): boolean {
  const since = known.first({ mail })?.since;
  return since != null && since > daysAfter(now, -leftAloneDays);
}

/**
 * Notes that a mail server refused an address. What may pass counts once it happened a day apart, with no mail that got through in between.
 * @returns whether it is only now one that mails do not reach
 */
export async function noteRefused(tx: Transaction, mail: string, said: AddressSaid, now: string): Promise<boolean> {
  const before = await tx.unreachedAddress.findUnique({ where: { mail } });
  const again = before !== null && (before.since !== null || before.firstAt <= daysAfter(now, -1));
  const since = said === "isNot" || again ? now : null;
  await tx.unreachedAddress.upsert({ where: { mail }, create: { mail, firstAt: now, since }, update: since ? { since } : {} });
  return since !== null && !before?.since;
}

/** Whether something is known against an address. */
export function wasRefused(mail: string): boolean {
  return known.first({ mail }) !== undefined;
}

/** A mail got through. */
export async function noteReached(tx: Transaction, mail: string): Promise<void> {
  await tx.unreachedAddress.deleteMany({ where: { mail } });
}

/** Which of these addresses mails do not reach. */
export async function unreachedAmong(tx: Transaction, mails: readonly string[]): Promise<Set<string>> {
  const found = await tx.unreachedAddress.findMany({ where: { mail: { in: [...mails] }, since: { not: null } } });
  return new Set(found.map(({ mail }) => mail));
}

const nobodys = query<{ mail: string }>(
  `SELECT u.mail FROM UnreachedAddress u
   WHERE NOT EXISTS (SELECT 1 FROM Account a WHERE a.mail = u.mail) AND NOT EXISTS (SELECT 1 FROM Member m WHERE m.mail = u.mail)`,
);

/** Forgets addresses that nobody has any more. */
export async function forgetNobodysAddresses(tx: Transaction): Promise<void> {
  await tx.unreachedAddress.deleteMany({ where: { mail: { in: nobodys.all().map(({ mail }) => mail) } } });
}
