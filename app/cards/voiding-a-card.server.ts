import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** A card was lost, or is not wanted any more: it opens nothing, and whoever came in with it is signed out. @returns the page of the card */
export async function voidCard(viewer: MemberViewer, memberId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    may("card.void");
    await voidCards(tx, viewer.groupId, memberId, viewer.now);
    return `/g/${viewer.groupId}/people/${memberId}/card`;
  });
}

/** Ends the cards of somebody in this circle, and every session that was opened with one. */
export async function voidCards(tx: Transaction, groupId: string, memberId: string, now: string): Promise<void> {
  const good = await tx.signInCard.findMany({ where: { groupId, memberId, voidedAt: null }, select: { id: true } });
  const ids = good.map((card) => card.id);
  await tx.signInCard.updateMany({ where: { id: { in: ids } }, data: { voidedAt: now } });
  await tx.session.deleteMany({ where: { cardId: { in: ids } } });
}
