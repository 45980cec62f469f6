import { leftAlone, unreachedAmong } from "~/mail/unreached.server";
import type { Transaction } from "~/platform/transaction.server";

interface Who {
  groupId: string;
  memberId: string;
  now: string;
}

/**
 * A reminder of what is still to come, that was lost at an address that mails do not reach, counts as never queued: the next turn
 * finds that it is due, or too late (decision 0030). For who has another address now.
 */
export async function remindAgain(tx: Transaction, { groupId, memberId, now }: Who): Promise<void> {
  const lost = await tx.outboxMail.findMany({
    where: { memberId, kind: "reminder", OR: [{ state: "failed" }, { state: "dropped", reason: leftAlone }] },
    select: { dedupeKey: true, toMail: true },
  });
  const dead = await unreachedAmong(
    tx,
    lost.map(({ toMail }) => toMail),
  );
  const keys = new Set(lost.filter(({ toMail }) => dead.has(toMail)).map(({ dedupeKey }) => dedupeKey));
  for (const reminder of await tx.reminder.findMany({ where: { groupId, memberId, startsAt: { gt: now } } })) {
    const { gatheringId, startsAt, lead } = reminder;
    const dedupeKey = `reminder:${gatheringId}:${startsAt}:${lead}:${memberId}`; // as `announceReminder` says it
    if (!keys.has(dedupeKey)) continue;
    await tx.outboxMail.delete({ where: { dedupeKey } });
    await tx.reminder.delete({ where: { gatheringId_startsAt_memberId_lead: { gatheringId, startsAt, memberId, lead } } });
  }
}
