import { languageOf } from "~/i18n/text";
import { type MailData, queueMail } from "~/mail/queueing.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import { holding } from "./belonging";

/** Who rides with whom to a gathering, and when that is said: a moment in UTC. */
export interface Ride {
  groupId: string;
  gatheringId: string;
  riderId: string;
  driverId: string;
  now: string;
}

/**
 * Tells by mail what became of a lift to the one of the two who did not say it: to the rider that they are taken along, or
 * not any more; to the driver that somebody rides with them, or not any more.
 * @param by who said it; null when it follows from something else
 */
export async function tellOfLift(tx: Transaction, what: MailData["lift"]["what"], ride: Ride, by: Actor | null): Promise<void> {
  const { groupId, now, ...who } = ride;
  const { gatheringId, riderId, driverId } = who;
  const memberId = what === "taken" || what === "lost" ? riderId : driverId;
  if (memberId === by?.byId) return;
  const member = await tx.member.findFirst({
    where: { id: memberId, groupId, accountId: { not: null }, memberships: { some: holding } },
    include: { account: true },
  });
  const mail = member?.account?.mail ?? member?.mail;
  if (!member?.account || !mail) return;
  // Who said it is named when it was neither of the two.
  const other = by && by.byId !== riderId && by.byId !== driverId ? by : null;
  await queueMail(tx, {
    kind: "lift",
    dedupeKey: `lift:${what}:${gatheringId}:${riderId}:${driverId}:${now}`,
    to: { mail, name: member.name, language: languageOf(member.account.language) },
    data: { ...who, what, by: other?.byName ?? null, for: other?.forName ?? null },
    ...{ memberId, groupId, now },
  });
}
