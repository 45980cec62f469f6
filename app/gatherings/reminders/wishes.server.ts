import { wantsNone } from "~/groups/belonging";
import { fromHolder, type HoldersCircle, holdersColumns } from "~/groups/holders-circle";
import { linkQuery } from "~/policy/queries.server";
import type { LinkViewer } from "~/policy/viewer.server";
import { type Lead, usualLead } from "./leads";

/** SQL: how long before a gathering Member `m` is reminded, or "none", with ReminderWish `w` joined (LEFT JOIN). */
export const remindedBefore = `CASE WHEN ${wantsNone("m", "reminder")} THEN 'none' ELSE coalesce(w.lead, '${usualLead}') END AS reminder`;

const ofHolder = linkQuery<HoldersCircle & { reminder: Lead | "none" }>(
  `SELECT ${holdersColumns}, ${remindedBefore} FROM ${fromHolder}
   LEFT JOIN ReminderWish w ON w.memberId = m.id WHERE m.id = @me AND m.groupId = @groupId`,
);

/** When the holder of a link is reminded, and whose circle it is: their `own`, or that of who is named. */
export function reminderOf(link: LinkViewer): { own: boolean; name: string; hue: number; reminder: Lead | "none" } {
  const { own, name = "", hue = 0, reminder = usualLead } = ofHolder.first(link) ?? {};
  return { own: own === 1, name, hue, reminder };
}
