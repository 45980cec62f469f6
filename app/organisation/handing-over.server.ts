import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { addressOf } from "~/groups/address-of";
import { alwaysNoMore } from "~/groups/always-no-more.server";
import { comesNoMore } from "~/groups/coming-no-more.server";
import { listed } from "~/i18n/dates";
import { queueMail } from "~/mail/queueing.server";
import { query } from "~/platform/query.server";
import { notFound, Refusal } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { act, noteOf, type Sent } from "~/policy/act.server";
import type { MemberViewer, Person } from "~/policy/viewer.server";

/**
 * The starter leaves a group to its facilitators and from that moment sees nothing of it. Needs a facilitator who said
 * yes; a group that was still getting to know each other is now forming.
 * @returns where to go on: the starter's organisation, else their own groups
 * @throws Refusal when nobody is there to go on
 */
export async function handOver(viewer: MemberViewer, formKey: string | null): Promise<string> {
  return act(viewer, sent(viewer.groupId, formKey), async ({ tx, viewer, may }) => {
    const actor = may("group.handOver");
    const { groupId, now } = viewer;
    const left = await tx.membership.updateMany({
      where: { groupId, memberId: viewer.memberId, role: "starter", until: null },
      data: { until: now },
    });
    if (left.count === 0) throw notFound();
    await tx.assistance.updateMany({ where: { groupId, assistantId: viewer.memberId, until: null }, data: { until: now } });
    await alwaysNoMore(tx, viewer);
    await comesNoMore(tx, viewer, null, actor);
    await tx.member.update({ where: { id: viewer.memberId }, data: { birthday: null, zone: null } });

    const people = await tx.membership.findMany({
      where: { groupId, role: { in: ["central", "facilitator"] }, until: null },
      include: { member: { include: { account: true } } },
      orderBy: [{ since: "asc" }, { id: "asc" }],
    });
    const goingOn = people.filter(({ role, member }) => role === "facilitator" && member.accountId !== null);
    if (goingOn.length === 0) throw new Refusal({ key: "organisation.handoverNobody" });
    const names = listed(
      goingOn.map(({ member }) => member.name),
      viewer.language,
    );

    const handoverId = newId();
    await tx.handover.create({ data: { id: handoverId, groupId, at: now, byId: viewer.memberId, toId: goingOn[0]?.memberId ?? null } });
    await beginToForm(tx, groupId, now);
    await addStoryLine(tx, viewer, actor, "handedOver", { name: names }, { memberId: goingOn[0]?.memberId, audience: "everyone" });
    for (const { role, member } of people) {
      if (role === "facilitator" && member.accountId === null) continue;
      const to = addressOf(member, viewer.language);
      if (!to) continue;
      await queueMail(tx, {
        kind: "handover",
        dedupeKey: `handover:${handoverId}:${member.id}`,
        to,
        memberId: member.id,
        groupId,
        data: { handoverId },
        now,
      });
    }
    return nextPage(tx, viewer);
  });
}

const sent = (groupId: string, formKey: string | null): Sent => ({ formKey, content: [groupId] });
const memberOfAccount = query<{ id: string }>("SELECT id FROM Member WHERE groupId = @groupId AND accountId = @accountId");
const takenIn = query<{ to: string }>('SELECT "to" FROM FormKey WHERE key = @key AND content = @content');

/**
 * Where the same form led before. Whoever pressed twice is a stranger to the group by the second press, and would find nothing.
 * @returns null when this form was not taken in before
 */
export function ledBefore({ accountId }: Person, groupId: string, formKey: string | null): string | null {
  const member = memberOfAccount.first({ groupId, accountId });
  return (member && takenIn.first(noteOf(member.id, sent(groupId, formKey)))?.to) ?? null;
}

/** Getting to know each other is what a starter is there for. */
async function beginToForm(tx: Transaction, groupId: string, now: string): Promise<void> {
  const latest = await tx.phase.findFirst({ where: { groupId }, orderBy: [{ since: "desc" }, { id: "desc" }] });
  if (latest && latest.phase !== "gettingToKnow") return;
  await tx.phase.create({ data: { id: newId(), groupId, phase: "forming", since: now } });
}

async function nextPage(tx: Transaction, viewer: MemberViewer): Promise<string> {
  const group = await tx.group.findUnique({ where: { id: viewer.groupId }, select: { organisationId: true } });
  const organisationId = group?.organisationId;
  if (!organisationId || !viewer.accountId) return "/me";
  const staff = await tx.staff.count({ where: { organisationId, accountId: viewer.accountId, until: null } });
  return staff > 0 ? `/o/${organisationId}?handed-over` : "/me";
}
