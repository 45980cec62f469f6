import type { Transaction } from "~/platform/transaction.server";

interface Who {
  groupId: string;
  memberId: string;
  now: string;
}

/** Somebody who is there no more says of no series that they come: what followed from it for gatherings to come goes with it. */
export async function alwaysNoMore(tx: Transaction, { groupId, memberId, now }: Who): Promise<void> {
  const series = (await tx.standingAnswer.findMany({ where: { groupId, memberId } })).map(({ seriesId }) => seriesId);
  await tx.standingAnswer.deleteMany({ where: { groupId, memberId } });
  const coming = await tx.gathering.findMany({ where: { groupId, seriesId: { in: series }, startsAt: { gt: now } }, select: { id: true } });
  await tx.response.deleteMany({ where: { memberId, standing: true, gatheringId: { in: coming.map(({ id }) => id) } } });
}
