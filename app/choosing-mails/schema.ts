import type { z } from "zod";
import { ticked } from "~/forms/fields";
import { reminderForm } from "~/gatherings/reminders/schema";

/** All mails that somebody may choose. */
export const mailsForm = reminderForm.extend({ planned: ticked, digest: ticked });

export type MailsForm = z.infer<typeof mailsForm>;
