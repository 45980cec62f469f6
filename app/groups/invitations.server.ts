import { query } from "~/platform/query.server";
import { hashOf } from "~/platform/secrets.server";
import type { Person } from "~/policy/viewer.server";
import { byMail } from "./belonging";
import type { InvitationWay } from "./inviting.server";

/** What the holder of an invitation may know before they said anything. */
export interface Invited {
  groupId: string;
  /** Who is asked, as the circle calls them. */
  name: string;
  mail: string | null;
  /** They are the central person themselves. */
  own: boolean;
  central: { name: string; hue: number; photoId: string | null };
  byName: string;
  /** Set when an assistant asks for the central person. */
  forName: string | null;
  expiresAt: string;
  /** Of the group, for its days. */
  zone: string;
  state: "open" | "used" | "withdrawn" | "expired";
  way: InvitationWay;
  /** Whoever it reached did not know these people. */
  reported: boolean;
  memberId: string;
}

const standing = `CASE WHEN i.usedAt IS NOT NULL OR ${byMail("m")} THEN 'used' WHEN i.withdrawnAt IS NOT NULL OR s.id IS NULL THEN 'withdrawn'
  WHEN i.expiresAt <= @now THEN 'expired' ELSE 'open' END`;

const around = `FROM Invitation i
  JOIN "Group" g ON g.id = i.groupId
  JOIN Member m ON m.id = i.memberId AND m.groupId = i.groupId
  JOIN Membership cs ON cs.groupId = i.groupId AND cs.role = 'central' AND cs.until IS NULL
  JOIN Member c ON c.id = cs.memberId
  JOIN Member b ON b.id = i.byId
  LEFT JOIN Member f ON f.id = i.forId
  LEFT JOIN Membership s ON s.memberId = m.id AND s.until IS NULL`;

interface InvitedRow extends Omit<Invited, "own" | "central" | "reported"> {
  own: number;
  reported: number;
  centralName: string;
  centralHue: number;
  centralPhotoId: string | null;
}

const told = `SELECT i.groupId, m.name, m.mail, m.id = c.id AS own, c.name AS centralName, c.hue AS centralHue, c.photoId AS centralPhotoId,
  b.name AS byName, f.name AS forName, i.expiresAt, i.way, i.memberId, i.reportedAt IS NOT NULL AS reported, g.zone, ${standing} AS state ${around}`;
const byToken = query<InvitedRow>(`${told} WHERE i.tokenHash = @hash`);
const byId = query<InvitedRow>(`${told} WHERE i.id = @id`);

/** What a link from a mail asks. Changes nothing. @returns null for a link that never was */
export function invitationOf(token: string, now: string): Invited | null {
  return asInvited(byToken.first({ hash: hashOf(token), now }));
}

/** The same for the mail that is about to leave with it. */
export function invitationById(id: string, now: string): Invited | null {
  return asInvited(byId.first({ id, now }));
}

function asInvited(found: InvitedRow | undefined): Invited | null {
  if (!found) return null;
  const { centralName, centralHue, centralPhotoId, own, reported, ...rest } = found;
  return { ...rest, own: own === 1, reported: reported === 1, central: { name: centralName, hue: centralHue, photoId: centralPhotoId } };
}

/** An invitation that waits for somebody who signed in by themselves. */
export interface Waiting {
  invitationId: string;
  groupId: string;
  centralName: string;
  byName: string;
  /** The circle was made for them: they are the central person. */
  own: boolean;
}

const forAddress = query<Omit<Waiting, "own"> & { own: number }>(
  `SELECT i.id AS invitationId, i.groupId, c.name AS centralName, b.name AS byName, m.id = c.id AS own ${around}
   WHERE m.mail = @mail AND NOT ${byMail("m")} AND i.usedAt IS NULL AND i.withdrawnAt IS NULL AND i.expiresAt > @now AND s.id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM Member o WHERE o.groupId = i.groupId AND o.accountId = @accountId)
   GROUP BY m.id ORDER BY i.id`,
);

/** The circles that ask for this person, by the mail address that they proved to be theirs; one each. */
export function invitationsFor(person: Person, now: string): Waiting[] {
  if (!person.mail) return [];
  const found = forAddress.all({ mail: person.mail, accountId: person.accountId, now });
  return found.map((waiting) => ({ ...waiting, own: waiting.own === 1 }));
}
