import { minutesAfter } from "~/platform/clock.server";
import { write } from "~/platform/writing.server";
import { sessions } from "./sessions.server";

const day = 24 * 60;

/** Forgets what is of no use any more: sessions that ended, and codes a day after they were used or became too old. */
export async function forgetOldWaysIn(now: string): Promise<void> {
  await sessions.deleteExpiredSessions();
  const yesterday = minutesAfter(now, -day);
  await write((tx) => tx.signInCode.deleteMany({ where: { OR: [{ usedAt: { lt: yesterday } }, { expiresAt: { lt: yesterday } }] } }));
}
