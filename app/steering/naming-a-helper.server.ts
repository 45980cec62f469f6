import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { addressOf } from "~/groups/address-of";
import { holding } from "~/groups/belonging";
import { queueMail } from "~/mail/queueing.server";
import { Refusal } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import { helperRoles } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import type { helperForm } from "./schema";

/**
 * Names somebody of the circle to act for the central person, who hears of it by mail. Who helps already stays it.
 * @returns their page
 * @throws Refusal for who is not in the circle now, or is there for work
 */
export async function nameHelper(viewer: MemberViewer, { memberId }: z.infer<typeof helperForm>, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["helper", memberId] }, async ({ tx, viewer, may }) => {
    const actor = may("helper.name");
    const { groupId, now, central } = viewer;
    const found = await tx.membership.findFirst({
      where: { groupId, memberId, role: { in: [...helperRoles] }, ...holding },
      include: { member: { include: { account: true } } },
    });
    if (!found) throw new Refusal({ key: "steering.helperWho" }, "memberId");
    const page = `/g/${groupId}/people/${memberId}`;
    if ((await tx.assistance.count({ where: { assistantId: memberId, forId: central.id, until: null } })) > 0) return page;

    const { member } = found;
    const assistanceId = newId();
    const assistance = { id: assistanceId, groupId, assistantId: memberId, forId: central.id, since: now, namedById: actor.byId };
    await tx.assistance.create({ data: assistance });
    await addStoryLine(tx, viewer, actor, "helperNamed", { name: member.name }, { memberId, audience: "everyone" });
    await tell(tx, viewer, assistanceId, member);
    return page;
  });
}

interface Told {
  id: string;
  name: string;
  mail: string | null;
  account: { mail: string | null; language: string } | null;
}

async function tell(tx: Transaction, { groupId, now, language }: MemberViewer, assistanceId: string, member: Told): Promise<void> {
  const to = addressOf(member, language);
  if (!to) return;
  await queueMail(tx, {
    kind: "helperNamed",
    dedupeKey: `helperNamed:${assistanceId}`,
    to,
    memberId: member.id,
    groupId,
    data: { assistanceId },
    now,
  });
}
