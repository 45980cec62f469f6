import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { holding } from "~/groups/belonging";
import { everybodyReached } from "~/groups/whom-mail-reaches.server";
import { queueMail } from "~/mail/queueing.server";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";

/**
 * Opens a closed circle again, as it was: who had to go belongs to it again in the same place, what is still to come and
 * was off with the closing is on. Who may have heard that it was closed hears of this too, however long ago that was.
 * @returns the circle
 */
export async function openAgain(viewer: MemberViewer): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const actor = may("group.reopen");
    const { groupId, now, closedAt } = viewer;
    const page = `/g/${groupId}`;
    if (!closedAt) return page;
    await tx.group.update({ where: { id: groupId }, data: { closedAt: null } });
    const closing = await tx.closing.findFirstOrThrow({ where: { groupId, reopenedAt: null } });
    await tx.closing.update({
      where: { id: closing.id },
      data: { reopenedAt: now, reopenedById: actor.byId, reopenedForId: actor.forId },
    });
    await tx.gathering.updateMany({
      where: { groupId, cancelledAt: closedAt, startsAt: { gt: now } },
      data: { cancelledAt: null, cancelledById: null, changedAt: now, sequence: { increment: 1 }, version: { increment: 1 } },
    });
    await takeBackAll(tx, viewer, actor, closedAt);
    await addStoryLine(tx, viewer, actor, "circleReopened", {}, { audience: "everyone" });
    await tellAll(tx, viewer, closing);
    return page;
  });
}

async function takeBackAll(tx: Transaction, { groupId, now }: MemberViewer, { byId, forId }: Actor, closedAt: string): Promise<void> {
  const ended = await tx.membership.findMany({
    where: { groupId, until: closedAt, member: { memberships: { none: holding } } },
  });
  const places = ended.map((place) => ({ ...place, id: newId(), since: now, until: null, byId, forId }));
  if (places.length > 0) await tx.membership.createMany({ data: places });
}

/** A mail that it was closed which has not left yet never leaves, and its reader hears nothing. All others do. */
async function tellAll(tx: Transaction, viewer: MemberViewer, { id, inMemory }: { id: string; inMemory: boolean }): Promise<void> {
  const { groupId, now, central } = viewer;
  const waiting = { groupId, kind: "circleClosed", state: "waiting" };
  const unaware = (await tx.outboxMail.findMany({ where: waiting })).map((mail) => mail.memberId);
  if (inMemory) unaware.push(central.id);
  await tx.outboxMail.deleteMany({ where: waiting });
  for (const { memberId, to } of await everybodyReached(tx, viewer))
    if (!unaware.includes(memberId))
      await queueMail(tx, { kind: "circleReopened", dedupeKey: `circleReopened:${id}:${memberId}`, to, memberId, groupId, data: {}, now });
}
