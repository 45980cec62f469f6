import type { Lead } from "~/gatherings/reminders/leads";
import { remindedBefore } from "~/gatherings/reminders/wishes.server";
import { wantsNone } from "~/groups/belonging";
import { notFound } from "~/platform/refusal";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** Which mails somebody wants of a circle. */
export interface MailWishes {
  name: string;
  /** How long before a gathering they are reminded, or "none". */
  reminder: Lead | "none";
  /** Whether they hear of what is newly planned. */
  planned: boolean;
  /** Whether they get a mail of each month in which something happened. */
  digest: boolean;
}

const ofMember = groupQuery<Pick<MailWishes, "name" | "reminder"> & { notPlanned: 0 | 1; noDigest: 0 | 1 }>(
  `SELECT m.name, ${remindedBefore}, ${wantsNone("m", "gatheringPlanned")} AS notPlanned,
     ${wantsNone("m", "digest")} AS noDigest
   FROM Member m JOIN Membership s ON s.memberId = m.id AND s.until IS NULL LEFT JOIN ReminderWish w ON w.memberId = m.id
   WHERE m.id = @memberId AND m.groupId = @groupId`,
);
/** Which mails somebody of this circle wants. One statement. @throws 404 for who is not in it */
export function mailWishesOf(viewer: MemberViewer, memberId: string): MailWishes {
  const found = ofMember.first(viewer, { memberId });
  if (!found) throw notFound();
  const { name, reminder, notPlanned, noDigest } = found;
  return { name, reminder, planned: notPlanned === 0, digest: noDigest === 0 };
}
