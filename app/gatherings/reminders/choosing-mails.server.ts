import { holding } from "~/groups/belonging";
import { notFound } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { act, actByLink } from "~/policy/act.server";
import type { LinkViewer, MemberViewer } from "~/policy/viewer.server";
import { type Whose, wantMails } from "../fewer-mails.server";
import { usualLead } from "./leads";
import type { MailsForm, ReminderForm } from "./schema";

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
    await remindThem(tx, whose, form.reminder);
    await wantMails(tx, whose, "planned", form.planned);
    return `/g/${groupId}/people/${memberId}`;
  });
}

/** The same of reminders, by the link in one. @returns where to go on */
export async function chooseReminder(link: LinkViewer, { reminder }: ReminderForm, formKey: string | null, to: string): Promise<string> {
  return actByLink(link, { formKey, content: ["reminder", reminder] }, async ({ tx, viewer }) => {
    await remindThem(tx, viewer, reminder);
    return to;
  });
}

/** None, or when. What was chosen before none is forgotten only when they choose again. */
async function remindThem(tx: Transaction, whose: Whose, reminder: ReminderForm["reminder"]): Promise<void> {
  const { groupId, memberId, now: at } = whose;
  await wantMails(tx, whose, "reminder", reminder !== "none");
  if (reminder === "none") return;
  const before = await tx.reminderWish.findUnique({ where: { memberId } });
  if ((before?.lead ?? usualLead) === reminder) return;
  const wish = { groupId, lead: reminder, at };
  await tx.reminderWish.upsert({ where: { memberId }, update: wish, create: { memberId, ...wish } });
}
