import { type Whose, wantMails } from "~/groups/fewer-mails.server";
import type { Transaction } from "~/platform/transaction.server";
import { actByLink } from "~/policy/act.server";
import type { LinkViewer } from "~/policy/viewer.server";
import { usualLead } from "./leads";
import type { ReminderForm } from "./schema";

/** The holder of a link in a reminder chooses when they come. @returns where to go on */
export async function chooseReminder(link: LinkViewer, { reminder }: ReminderForm, formKey: string | null, to: string): Promise<string> {
  return actByLink(link, { formKey, content: ["reminder", reminder] }, async ({ tx, viewer }) => {
    await chooseLead(tx, viewer, reminder);
    return to;
  });
}

/** Within an act: none, or when. What was chosen before none is forgotten only when they choose again. */
export async function chooseLead(tx: Transaction, whose: Whose, reminder: ReminderForm["reminder"]): Promise<void> {
  const { groupId, memberId, now: at } = whose;
  await wantMails(tx, whose, "reminder", reminder !== "none");
  if (reminder === "none") return;
  const before = await tx.reminderWish.findUnique({ where: { memberId } });
  if ((before?.lead ?? usualLead) === reminder) return;
  const wish = { groupId, lead: reminder, at };
  await tx.reminderWish.upsert({ where: { memberId }, update: wish, create: { memberId, ...wish } });
}
