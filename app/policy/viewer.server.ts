import { query } from "~/platform/reading.server";
import { dayOf } from "~/platform/wall-clock";
import type { Ring, Role } from "./table";

declare const brand: unique symbol;
type Branded<Name extends string> = { readonly [brand]: Name };

/** Someone signed in. Says nothing yet about any group. */
export interface Person {
  accountId: string;
  name: string;
  mail: string | null;
  language: "nl" | "en";
  operator: boolean;
}

/** The face that stands for a group: its central person. */
interface CentralFace {
  id: string;
  name: string;
  hue: number;
  photoId: string | null;
}

/** A member of one group who looks or acts now. Content is only ever read with one of these. */
export interface MemberViewer extends Branded<"MemberViewer"> {
  groupId: string;
  memberId: string;
  accountId: string | null;
  name: string;
  hue: number;
  photoId: string | null;
  role: Role;
  ring: Ring | null;
  /** The central person's member id when this viewer may act for them, else null. */
  actsForId: string | null;
  central: CentralFace;
  zone: string;
  language: "nl" | "en";
  /** Moment of the request, UTC. */
  now: string;
  /** That day in the group's zone. */
  today: string;
  seenAt: string | null;
  seenBeforeAt: string | null;
}

/** Somebody on the staff of an organisation: sees that groups exist, never what is in them. */
export interface StaffViewer extends Branded<"StaffViewer"> {
  staffId: string;
  accountId: string;
  organisationId: string;
  organisationName: string;
  name: string;
  now: string;
}

/** Whoever holds a link from a mail: may see and answer one gathering as one member. */
export interface LinkViewer extends Branded<"LinkViewer"> {
  purpose: "answer" | "fewer";
  groupId: string;
  memberId: string;
  gatheringId: string | null;
  expiresAt: string | null;
  now: string;
}

/** The operator's commands and the server's own jobs. Reads no content. */
export interface Operator extends Branded<"Operator"> {
  now: string;
}

interface MemberRow extends Omit<MemberViewer, typeof brand | "central" | "now" | "today" | "language"> {
  centralId: string;
  centralName: string;
  centralHue: number;
  centralPhotoId: string | null;
  language: string | null;
}

const member = `
  SELECT m.groupId, m.id AS memberId, m.accountId, m.name, m.hue, m.photoId, m.seenAt, m.seenBeforeAt, s.role, s.ring, g.zone,
    coalesce(x.language, g.language) AS language, c.id AS centralId, c.name AS centralName, c.hue AS centralHue, c.photoId AS centralPhotoId,
    (SELECT a.forId FROM Assistance a WHERE a.assistantId = m.id AND a.forId = c.id AND a.until IS NULL) AS actsForId
  FROM Member m
  JOIN Membership s ON s.memberId = m.id AND s.until IS NULL
  JOIN "Group" g ON g.id = m.groupId
  JOIN Membership cs ON cs.groupId = m.groupId AND cs.role = 'central' AND cs.until IS NULL
  JOIN Member c ON c.id = cs.memberId
  LEFT JOIN Account x ON x.id = m.accountId`;
const memberByAccount = query<MemberRow>(`${member} WHERE m.groupId = @groupId AND m.accountId = @accountId`);
const memberById = query<MemberRow>(`${member} WHERE m.id = @memberId`);
const staffMember = query<{ staffId: string; organisationName: string }>(
  `SELECT s.id AS staffId, o.name AS organisationName FROM Staff s JOIN Organisation o ON o.id = s.organisationId
   WHERE s.organisationId = @organisationId AND s.accountId = @accountId AND s.until IS NULL`,
);
const holder = query<Omit<LinkViewer, typeof brand | "now">>(
  `SELECT l.purpose, l.groupId, l.memberId, l.gatheringId, l.expiresAt FROM MailLink l
   WHERE l.tokenHash = @tokenHash AND l.purpose = @purpose
     AND EXISTS (SELECT 1 FROM Membership s WHERE s.memberId = l.memberId AND s.until IS NULL)`,
);

/**
 * The viewer that a signed-in person is in a group, at this moment.
 * @returns null when there is no such group or they are not in it: to them the two are the same
 */
export function memberOf(person: Person, groupId: string, now: string): MemberViewer | null {
  return seen(memberByAccount.first({ groupId, accountId: person.accountId, now }), now);
}

/** The viewer that a member is, with or without an account: a mail to them is read with this, and decided again when it leaves. */
export function recipient(memberId: string, now: string): MemberViewer | null {
  return seen(memberById.first({ memberId, now }), now);
}

function seen(found: MemberRow | undefined, now: string): MemberViewer | null {
  if (!found) return null;
  const { centralId, centralName, centralHue, centralPhotoId, ...rest } = found;
  const central = { id: centralId, name: centralName, hue: centralHue, photoId: centralPhotoId };
  const language = found.language === "en" ? "en" : "nl";
  return { ...rest, language, central, now, today: dayOf(now, found.zone) } as MemberViewer;
}

/** The viewer that a signed-in person is for an organisation. @returns null when they are not on its staff now */
export function staffOf(person: Person, organisationId: string, now: string): StaffViewer | null {
  const found = staffMember.first({ organisationId, accountId: person.accountId, now });
  return found ? ({ ...found, organisationId, accountId: person.accountId, name: person.name, now } as StaffViewer) : null;
}

/** The viewer that the holder of a link is. @returns null for a link that never was, was for something else, or whose member has left */
export function linkHolder(tokenHash: string, purpose: LinkViewer["purpose"], now: string): LinkViewer | null {
  const found = holder.first({ tokenHash, purpose, now });
  return found ? ({ ...found, now } as LinkViewer) : null;
}

/** For the operator's commands and the server's jobs only. */
export function operator(now: string): Operator {
  return { now } as Operator;
}
