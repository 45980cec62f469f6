import { daysAfter } from "~/platform/clock.server";
import { daysKept } from "~/platform/periods";
import { transaction } from "~/platform/transaction.server";

/** Forgets sessions that ended, browsers that were not seen for long, and codes and challenges that were used or became too old. @param now moment in UTC */
export async function forgetOldWaysIn(now: string): Promise<void> {
  const ended = { lt: daysAfter(now, -daysKept.session) };
  const old = { lt: daysAfter(now, -daysKept.signInCode) };
  await transaction((tx) => tx.session.deleteMany({ where: { expiresAt: ended } }));
  await transaction((tx) => tx.knownBrowser.deleteMany({ where: { at: { lt: daysAfter(now, -daysKept.knownBrowser) } } }));
  const unanswered = { lt: daysAfter(now, -daysKept.passkeyChallenge) };
  await transaction((tx) => tx.passkeyChallenge.deleteMany({ where: { expiresAt: unanswered } }));
  await transaction((tx) => tx.signInCode.deleteMany({ where: { expiresAt: old } }));
}
