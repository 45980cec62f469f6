import { z } from "zod";
import { ticked } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";

const wrong = (key: TextKey): TextKey => key;

/** How long before a gathering a calendar can warn: minutes, as a form sends them. */
const alarms = ["none", "120", "1440"] as const;

/** A link for a calendar: of one circle or of all, with or without its name, and when it warns. */
export const feedForm = z.object({
  which: z.string(wrong("feed.whichMissing")).min(1, wrong("feed.whichMissing")).max(40, wrong("feed.whichMissing")),
  named: ticked,
  alarm: z
    .enum(alarms, wrong("feed.alarmWrong"))
    .default("none")
    .transform((chosen) => (chosen === "none" ? null : Number(chosen))),
});
export type FeedForm = z.infer<typeof feedForm>;

/** What stands for all circles together. */
export const allCircles = "all";
