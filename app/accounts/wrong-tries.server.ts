import { minutesAfter } from "~/platform/clock.server";
import type { Transaction } from "~/platform/transaction.server";

/** Wrong codes that may be typed for one address in a day, over all its codes (docs/decisions/0012-sign-in-limits.md). */
export const mostWrongTries = 20;
const minutes = 24 * 60;

/**
 * How often a wrong code was typed for an address since a day ago, or since somebody last signed in with it. In a browser
 * in which its owner signed in before, only what was typed in that browser counts: strangers can't use up its tries.
 */
export async function wrongTriesSince(tx: Transaction, { mail, browser }: { mail: string; browser: string }, now: string): Promise<number> {
  const known = await tx.knownBrowser.count({ where: { browser, account: { mail } } });
  const { _sum } = await tx.signInCode.aggregate({
    // Up to now: what a clock that ran ahead counted would else count for days.
    where: { mail, usedAt: null, createdAt: { gt: minutesAfter(now, -minutes), lte: now }, ...(known > 0 ? { browser } : {}) },
    _sum: { tries: true },
  });
  return _sum.tries ?? 0;
}
