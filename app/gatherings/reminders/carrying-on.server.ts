import type { Transaction } from "~/platform/transaction.server";

/** A gathering that is at another instant, though nobody has another hour to note. Instants in UTC. */
interface Moved {
  id: string;
  wasAt: string;
  startsAt: string;
}

/**
 * Who was reminded of a gathering is not reminded again when only the clock is another; who lives elsewhere
 * is, since for them it is at another hour. A reminder that has not left, or was too late, goes by the new instant.
 */
export async function carryReminders(tx: Transaction, moved: readonly Moved[]): Promise<void> {
  const byId = new Map(moved.map((one) => [one.id, one]));
  const queued = await tx.reminder.findMany({ where: { gatheringId: { in: [...byId.keys()] }, outcome: "queued" } });
  const elsewhere = await tx.member.findMany({
    where: { id: { in: queued.map(({ memberId }) => memberId) }, zone: { not: null } },
    select: { id: true },
  });
  for (const reminder of queued) {
    const { gatheringId, startsAt: wasAt, memberId, lead } = reminder;
    const gathering = byId.get(gatheringId);
    if (gathering?.wasAt !== wasAt || elsewhere.some(({ id }) => id === memberId)) continue;
    const dedupeKey = `reminder:${gatheringId}:${wasAt}:${lead}:${memberId}`;
    if ((await tx.outboxMail.count({ where: { dedupeKey, state: { in: ["waiting", "dropped"] } } })) > 0) continue;
    const { startsAt } = gathering;
    const where = { gatheringId_startsAt_memberId_lead: { gatheringId, startsAt, memberId, lead } };
    await tx.reminder.upsert({ where, update: {}, create: { ...reminder, startsAt } });
  }
}
