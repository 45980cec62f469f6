import { Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { addStoryLine } from "./adding-a-story-line.server";
import { holding } from "./belonging";
import { inviteMember } from "./inviting.server";
import { type MemberForm, placeOf } from "./schema";
import { createMember } from "./starting.server";

/** Puts somebody in the circle, and asks them in at once when that was ticked; if they wished so, the wish is answered. @returns their page */
export async function addMember(viewer: MemberViewer, form: MemberForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("member.add");
    const inviting = form.invite ? may("member.invite") : null;
    await refuseKnownMail(tx, viewer, form.mail, null);
    const { groupId, now } = viewer;
    const { name, relation, mail } = form;
    const { byId, forId } = actor;
    const place = placeOf(form);
    const memberId = await createMember(tx, { groupId, name, relation, mail, ...place, byId, forId, now });
    await addStoryLine(tx, viewer, actor, "personAdded", { name, role: place.role, ring: place.ring }, { memberId, audience: "everyone" });
    if (form.wish)
      await tx.wishToJoin.updateMany({ where: { id: form.wish, groupId, endedAt: null }, data: { endedAt: now, memberId, byId, forId } });
    if (inviting) await inviteMember(tx, viewer, inviting, memberId);
    return `/g/${groupId}/people/${memberId}`;
  });
}

/**
 * One mail address is one person in a circle.
 * @param exceptId the member that it may belong to
 * @throws Refusal at the field `mail` when somebody else who belongs to the circle now has it
 */
export async function refuseKnownMail(tx: Transaction, viewer: MemberViewer, mail: string | null, exceptId: string | null): Promise<void> {
  if (mail === null) return;
  const known = await tx.member.findFirst({
    where: {
      groupId: viewer.groupId,
      id: { not: exceptId ?? "" },
      OR: [{ mail }, { account: { mail } }],
      memberships: { some: holding },
    },
  });
  if (known) throw new Refusal({ key: "circle.mailKnown", values: { name: known.name } }, "mail");
}
