import { z } from "zod";
import { oneOf, ticked } from "~/forms/fields";
import { leads } from "./leads";

/** When to be reminded. */
export const reminderForm = z.object({ reminder: oneOf([...leads, "none"], "reminder.missing") });
/** All mails that somebody may choose. */
export const mailsForm = reminderForm.extend({ planned: ticked });

export type ReminderForm = z.infer<typeof reminderForm>;
export type MailsForm = z.infer<typeof mailsForm>;
