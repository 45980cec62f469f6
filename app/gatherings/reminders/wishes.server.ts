import { wantsNone } from "~/groups/belonging";
import { notFound } from "~/platform/refusal";
import { groupQuery, linkQuery } from "~/policy/queries.server";
import type { LinkViewer, MemberViewer } from "~/policy/viewer.server";
import { type Lead, usualLead } from "./leads";

/** Which mails somebody wants of a circle. */
export interface MailWishes {
  name: string;
  /** How long before a gathering they are reminded, or "none". */
  reminder: Lead | "none";
  /** Whether they hear of what is newly planned. */
  planned: boolean;
}

const reminder = `CASE WHEN ${wantsNone("m", "reminder")} THEN 'none' ELSE coalesce(w.lead, '${usualLead}') END AS reminder`;

const ofMember = groupQuery<Omit<MailWishes, "planned"> & { notPlanned: 0 | 1 }>(
  `SELECT m.name, ${reminder}, ${wantsNone("m", "gatheringPlanned")} AS notPlanned
   FROM Member m JOIN Membership s ON s.memberId = m.id AND s.until IS NULL LEFT JOIN ReminderWish w ON w.memberId = m.id
   WHERE m.id = @memberId AND m.groupId = @groupId`,
);
const ofHolder = linkQuery<{ own: 0 | 1; name: string; hue: number; reminder: Lead | "none" }>(
  `SELECT c.id = m.id AS own, c.name, c.hue, ${reminder}
   FROM Member m JOIN Membership s ON s.groupId = m.groupId AND s.role = 'central' AND s.until IS NULL JOIN Member c ON c.id = s.memberId
   LEFT JOIN ReminderWish w ON w.memberId = m.id WHERE m.id = @me AND m.groupId = @groupId`,
);

/** Which mails somebody of this circle wants. One statement. @throws 404 for who is not in it */
export function mailWishesOf(viewer: MemberViewer, memberId: string): MailWishes {
  const found = ofMember.first(viewer, { memberId });
  if (!found) throw notFound();
  const { name, reminder, notPlanned } = found;
  return { name, reminder, planned: notPlanned === 0 };
}

/** When the holder of a link is reminded, and whose circle it is: their `own`, or that of who is named. */
export function reminderOf(link: LinkViewer): { own: boolean; name: string; hue: number; reminder: Lead | "none" } {
  const { own, name = "", hue = 0, reminder = usualLead } = ofHolder.first(link) ?? {};
  return { own: own === 1, name, hue, reminder };
}
