import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { inviteMember } from "~/groups/inviting.server";
import { createGroup, createMember } from "~/groups/starting.server";
import { Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { actAsStaff } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { StaffViewer } from "~/policy/viewer.server";
import type { groupForm } from "./schema";

/** Where a group meets that an organisation here starts, until its people set another zone. */
const zone = "Europe/Brussels";

/**
 * Somebody on the staff begins a group together with its central person. They stand in it as its starter, paid, until
 * they hand it over to the volunteer who facilitates. Both others are invited by mail, the central person if they have an address.
 * @param language what the group's mails are in
 * @returns the page of the new group
 */
export async function startGroup(
  viewer: StaffViewer,
  form: z.infer<typeof groupForm>,
  language: string,
  formKey: string | null,
): Promise<string> {
  return actAsStaff(viewer, { formKey, content: [form] }, async ({ tx, viewer }) => {
    const self = await accountOf(tx, viewer);
    refuseMixedUp(form, self.mail);
    const { organisationId, accountId, now } = viewer;
    const central = { name: form.centralName, mail: form.centralMail, accountId: null };
    const { groupId, centralId } = await createGroup(tx, { zone, language, organisationId, startedById: accountId, central, now });
    const where = { groupId, now };
    const by = { byId: null, forId: null, relation: "", ...where };
    const starterId = await createMember(tx, { ...by, name: self.name, mail: self.mail, accountId, role: "starter", ring: "paid" });
    const actor: Actor = { byId: starterId, byName: self.name, forId: null, forName: null };
    await addStoryLine(tx, where, actor, "groupStarted", {}, { audience: "everyone" });

    const name = form.facilitatorName;
    const place = { role: "facilitator", ring: "joining" } as const;
    const facilitatorId = await createMember(tx, { ...by, byId: starterId, name, mail: form.facilitatorMail, ...place });
    await addStoryLine(tx, where, actor, "personAdded", { name, ...place }, { memberId: facilitatorId, audience: "everyone" });
    await inviteMember(tx, where, actor, facilitatorId);
    if (form.centralMail) await inviteMember(tx, where, actor, centralId);
    return `/g/${groupId}`;
  });
}

/** What the starter is called in the group, and the address that is theirs. */
async function accountOf(tx: Transaction, { accountId }: StaffViewer): Promise<{ name: string; mail: string | null }> {
  const { name, mail } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true, mail: true } });
  return { name: name || (mail?.split("@")[0] ?? ""), mail };
}

/** Three people with three addresses: who says yes to an invitation is whoever holds its address. */
function refuseMixedUp(form: z.infer<typeof groupForm>, own: string | null): void {
  const yours = { key: "organisation.ownMail" } as const;
  if (own !== null && form.centralMail === own) throw new Refusal(yours, "centralMail");
  if (own !== null && form.facilitatorMail === own) throw new Refusal(yours, "facilitatorMail");
  if (form.facilitatorMail === form.centralMail) throw new Refusal({ key: "organisation.sameMail" }, "facilitatorMail");
}
