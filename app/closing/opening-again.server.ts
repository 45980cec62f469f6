import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { addressOf } from "~/groups/address-of";
import { holding } from "~/groups/belonging";
import { queueMail } from "~/mail/queueing.server";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";

/**
 * Opens a closed circle again, as it was: who had to go belongs to it again in the same place, what is still to come and
 * was off with the closing is on. Who heard that it was closed hears of this too.
 * @returns the circle
 */
export async function openAgain(viewer: MemberViewer): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const actor = may("group.reopen");
    const { groupId, now, closedAt } = viewer;
    const page = `/g/${groupId}`;
    if (!closedAt) return page;
    await tx.group.update({ where: { id: groupId }, data: { closedAt: null } });
    await tx.closing.updateMany({
      where: { groupId, reopenedAt: null },
      data: { reopenedAt: now, reopenedById: actor.byId, reopenedForId: actor.forId },
    });
    await tx.gathering.updateMany({
      where: { groupId, cancelledAt: closedAt, startsAt: { gt: now } },
      data: { cancelledAt: null, cancelledById: null, sequence: { increment: 1 }, version: { increment: 1 } },
    });
    await takeBackAll(tx, viewer, actor, closedAt);
    await addStoryLine(tx, viewer, actor, "circleReopened", {}, { audience: "everyone" });
    await tellAll(tx, viewer);
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

/** A mail that it was closed which has not left yet never leaves; who got it gets another. */
async function tellAll(tx: Transaction, { groupId, now, language }: MemberViewer): Promise<void> {
  const told = await tx.outboxMail.findMany({ where: { groupId, kind: "circleClosed", state: { in: ["sent", "sending"] } } });
  await tx.outboxMail.deleteMany({ where: { groupId, kind: "circleClosed", state: "waiting" } });
  const here = await tx.membership.findMany({ where: { groupId, ...holding }, include: { member: { include: { account: true } } } });
  for (const { memberId, member } of here) {
    const to = addressOf(member, language);
    const before = told.filter((mail) => mail.memberId === memberId).at(-1);
    if (to && before)
      await queueMail(tx, { kind: "circleReopened", dedupeKey: `circleReopened:${before.id}`, to, memberId, groupId, data: {}, now });
  }
}
