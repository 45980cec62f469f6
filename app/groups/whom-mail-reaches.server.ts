import type { Language } from "~/i18n/text";
import type { Transaction } from "~/platform/transaction.server";
import { addressOf } from "./address-of";
import { holding } from "./belonging";

interface Circle {
  groupId: string;
  /** For who has none of their own. */
  language: Language;
}

/** Everybody who belongs to the circle now and whom a mail can reach; also whoever acts: it might not have been them. */
export function everybodyReached(tx: Transaction, circle: Circle) {
  return reached(tx, circle, {});
}

/** Of these who prepares its gatherings: who facilitates, and the starter while there is one. */
export function facilitatingReached(tx: Transaction, circle: Circle) {
  return reached(tx, circle, { OR: [{ role: "facilitator" }, { role: "starter" }] });
}

/** Of these the central person, and who acts for them. */
export async function decidingReached(tx: Transaction, circle: Circle) {
  const { groupId } = circle;
  const helpers = await tx.assistance.findMany({ where: { groupId, until: null }, select: { assistantId: true } });
  return reached(tx, circle, { OR: [{ role: "central" }, { memberId: { in: helpers.map(({ assistantId }) => assistantId) } }] });
}

async function reached(
  tx: Transaction,
  { groupId, language }: Circle,
  which: { OR?: ({ role: string } | { memberId: { in: string[] } })[] },
): Promise<{ memberId: string; to: NonNullable<ReturnType<typeof addressOf>> }[]> {
  const where = { groupId, ...holding, ...which };
  const places = await tx.membership.findMany({ where, include: { member: { include: { account: true } } } });
  return places.flatMap(({ memberId, member }) => {
    const to = addressOf(member, language);
    return to ? [{ memberId, to }] : [];
  });
}
