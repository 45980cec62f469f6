import { notFound, Overtaken } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { refuseKnownMail } from "./adding-a-member.server";
import { holding } from "./belonging";
import { withdrawOpen } from "./inviting.server";
import { remindAgain } from "./reminding-again.server";
import type { MemberChange } from "./schema";

/**
 * Changes what is known of somebody: name, relation, mail address. It never changes an account: with which address
 * somebody signs in is theirs. A new address takes back an invitation that went to the old one, and
 * reminders that were lost there come again.
 * @returns their page
 */
export async function changeMember(viewer: MemberViewer, memberId: string, form: MemberChange, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [memberId, form] }, async ({ tx, viewer, may }) => {
    may("member.change", memberId);
    const where = { id: memberId, groupId: viewer.groupId, memberships: { some: holding } };
    const member = await tx.member.findFirst({ where });
    if (!member) throw notFound();
    const { name, relation, mail } = form;
    if (mail !== member.mail) await refuseKnownMail(tx, viewer, mail, memberId);
    const { count } = await tx.member.updateMany({
      where: { ...where, version: form.version },
      data: { name, relation, mail, version: { increment: 1 } },
    });
    if (count === 0) throw new Overtaken({ name: member.name, relation: member.relation, mail: member.mail ?? "" }, member.version);
    if (mail !== member.mail) {
      await withdrawOpen(tx, viewer.groupId, memberId, viewer.now);
      await remindAgain(tx, { groupId: viewer.groupId, memberId, now: viewer.now });
    }
    return `/g/${viewer.groupId}/people/${memberId}`;
  });
}
