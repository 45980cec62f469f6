import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { addressOf } from "~/groups/address-of";
import { holding } from "~/groups/belonging";
import { endPlace } from "~/groups/ending-a-membership.server";
import { queueMail } from "~/mail/queueing.server";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import type { ClosingForm } from "./schema";

/**
 * Closes a circle: nothing goes, and nothing is added any more. What was planned is off. Who stays goes on reading: the
 * central person, who acts for them, and whom they chose; for all others it ends here. Everybody hears of it once.
 * @returns the circle as it is then
 */
export async function closeCircle(viewer: MemberViewer, form: ClosingForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["close", form] }, async ({ tx, viewer, may }) => {
    const actor = may("group.close");
    const { groupId, now } = viewer;
    const { word } = form;
    const inMemory = form.why === "memory" && viewer.role !== "central";
    const id = newId();
    await tx.group.update({ where: { id: groupId }, data: { closedAt: now } });
    await tx.closing.create({ data: { id, groupId, at: now, byId: actor.byId, forId: actor.forId, word, inMemory } });
    await addStoryLine(tx, viewer, actor, "circleClosed", { word, inMemory }, { audience: "everyone" });
    await tx.gathering.updateMany({
      where: { groupId, cancelledAt: null, startsAt: { gt: now } },
      data: { cancelledAt: now, cancelledById: actor.byId, changedAt: now, sequence: { increment: 1 }, version: { increment: 1 } },
    });
    await tx.datePoll.updateMany({
      where: { groupId, endedAt: null },
      data: { endedAt: now, endedById: actor.byId, endedForId: actor.forId },
    });
    await tellAndEnd(tx, viewer, { id, actor, word, inMemory, stay: await whoStays(tx, viewer, form.people) });
    return `/g/${groupId}`;
  });
}

/** @param chosen by whoever closes; what the central person chose beforehand goes before what anybody else does */
async function whoStays(tx: Transaction, { groupId, role, central }: MemberViewer, chosen: readonly string[]): Promise<Set<string>> {
  const before = (await tx.laterReader.findMany({ where: { groupId } })).map(({ memberId }) => memberId);
  const helpers = await tx.assistance.findMany({ where: { groupId, forId: central.id, until: null }, select: { assistantId: true } });
  const theirs = role !== "central" && before.includes(central.id) ? before : chosen;
  return new Set([central.id, ...helpers.map(({ assistantId }) => assistantId), ...theirs]);
}

interface Closed {
  id: string;
  actor: Actor;
  word: string;
  inMemory: boolean;
  stay: ReadonlySet<string>;
}

async function tellAndEnd(tx: Transaction, viewer: MemberViewer, { id, actor, word, inMemory, stay }: Closed): Promise<void> {
  const { groupId, now, language, central } = viewer;
  const places = await tx.membership.findMany({ where: { groupId, ...holding }, include: { member: { include: { account: true } } } });
  for (const { id: placeId, memberId, member } of places) {
    const stays = stay.has(memberId);
    if (!stays) await endPlace(tx, viewer, { id: placeId, memberId });
    const to = addressOf(member, language);
    // In memory of somebody is not told to them.
    if (!to || (inMemory && memberId === central.id)) continue;
    await queueMail(tx, {
      ...{ kind: "circleClosed", dedupeKey: `circleClosed:${id}:${memberId}`, to, memberId, groupId, now },
      data: { ...{ name: central.name, own: memberId === central.id, by: actor.byName, for: actor.forName }, word, inMemory, stays },
    });
  }
  await tx.invitation.updateMany({
    where: { groupId, usedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    data: { withdrawnAt: now },
  });
}
