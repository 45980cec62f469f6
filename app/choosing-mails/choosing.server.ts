import { chooseLead } from "~/gatherings/reminders/choosing-a-reminder.server";
import { holding } from "~/groups/belonging";
import { wantMails } from "~/groups/fewer-mails.server";
import { notFound } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { MailsForm } from "./schema";

/**
 * Somebody chooses which mails they want, or an assistant for the central person.
 * @returns the page of that person
 * @throws NotAllowed for anybody else's mails; 404 for who is not in this circle
 */
export async function chooseMails(viewer: MemberViewer, memberId: string, form: MailsForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["mails", memberId, form] }, async ({ tx, viewer, may }) => {
    const { groupId, now } = viewer;
    if ((await tx.member.count({ where: { id: memberId, groupId, memberships: { some: holding } } })) === 0) throw notFound();
    may("mails.choose", memberId);
    const whose = { groupId, memberId, now };
    await chooseLead(tx, whose, form.reminder);
    await wantMails(tx, whose, "planned", form.planned);
    await wantMails(tx, whose, "digest", form.digest);
    return `/g/${groupId}/people/${memberId}`;
  });
}
