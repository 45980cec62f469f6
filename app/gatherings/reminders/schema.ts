import { z } from "zod";
import { oneOf } from "~/forms/fields";
import { leads } from "./leads";

/** When to be reminded. */
export const reminderForm = z.object({ reminder: oneOf([...leads, "none"], "reminder.missing") });

export type ReminderForm = z.infer<typeof reminderForm>;
