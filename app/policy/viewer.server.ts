import { query, readWithin } from "~/platform/query.server";
import { notFound, SignedOut } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
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
  /** The session that they ask with, by its hash; none for who asks without a browser. Acts look whether it is still open. */
  session?: string;
  /** They signed in with a card. */
  byCard?: boolean;
  /** The group for whose central person they act now, from this browser. */
  actsIn?: string | null;
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
  mayActForId: string | null;
  /** The same when they do so now: in a browser, that they said so there. */
  actsForId: string | null;
  central: CentralFace;
  zone: string;
  /** Where whoever reads lives by the clock, if they said so; of who acts for the central person, that person's. Nobody else's to see. */
  ownZone: string | null;
  /** When this circle is erased, since its central person asked for it; else null. */
  erasesAt: string | null;
  /** When this circle was closed, if it is: then it is read, and hardly anything else. */
  closedAt: string | null;
  language: "nl" | "en";
  /** Moment of the request, UTC. */
  now: string;
  /** That day in the group's zone. */
  today: string;
  seenAt: string | null;
  seenBeforeAt: string | null;
  /** See Person. */
  session: string | null;
  /** Somebody else looks through their eyes: nothing that this viewer does is theirs. */
  lookedThrough: boolean;
  /** See Person. */
  byCard: boolean;
  /** They have left: see memberEver. */
  gone?: true;
}

/** Somebody on the staff of an organisation: sees that groups exist, never what is in them. */
export interface StaffViewer extends Branded<"StaffViewer"> {
  staffId: string;
  accountId: string;
  organisationId: string;
  organisationName: string;
  name: string;
  now: string;
  /** See Person. */
  session: string | null;
}

/** Whoever holds a link from a mail: may see and answer one gathering, or when one can be, as one member. */
export interface LinkViewer extends Branded<"LinkViewer"> {
  purpose: "answer" | "poll" | "fewer" | "reply";
  groupId: string;
  memberId: string;
  gatheringId: string | null;
  pollId: string | null;
  expiresAt: string | null;
  now: string;
}

/** The operator's commands and the server's own jobs. Reads no content. */
export interface Operator extends Branded<"Operator"> {
  now: string;
}

interface MemberRow
  extends Omit<MemberViewer, typeof brand | "central" | "actsForId" | "now" | "today" | "language" | "session" | "lookedThrough" | "gone"> {
  centralId: string;
  centralName: string;
  centralHue: number;
  centralPhotoId: string | null;
  centralZone: string | null;
  language: string | null;
}

/** @param held SQL: which of a member's memberships `s` makes them what they are */
const member = (held: string) => `
  SELECT m.groupId, m.id AS memberId, m.accountId, m.name, m.hue, m.photoId, m.seenAt, m.seenBeforeAt, s.role, s.ring, g.zone, g.erasesAt, g.closedAt,
    m.zone AS ownZone, c.zone AS centralZone,
    coalesce(x.language, g.language) AS language, c.id AS centralId, c.name AS centralName, c.hue AS centralHue, c.photoId AS centralPhotoId,
    (SELECT a.forId FROM Assistance a WHERE a.assistantId = m.id AND a.forId = c.id AND a.until IS NULL) AS mayActForId
  FROM Member m
  JOIN Membership s ON s.memberId = m.id AND ${held}
  JOIN "Group" g ON g.id = m.groupId
  JOIN Membership cs ON cs.groupId = m.groupId AND cs.role = 'central' AND cs.until IS NULL
  JOIN Member c ON c.id = cs.memberId
  LEFT JOIN Account x ON x.id = m.accountId
  WHERE x.frozenAt IS NULL`;
const nowHeld = member("s.until IS NULL");
const memberByAccount = query<MemberRow>(`${nowHeld} AND m.groupId = @groupId AND m.accountId = @accountId`);
const memberById = query<MemberRow>(`${nowHeld} AND m.id = @memberId`);
const lastHeld = member("s.id = (SELECT z.id FROM Membership z WHERE z.memberId = m.id ORDER BY z.since DESC, z.id DESC LIMIT 1)");
const onceByAccount = query<MemberRow>(`${lastHeld} AND m.groupId = @groupId AND m.accountId = @accountId`);
const openSession = query<{ cardId: string | null; actsIn: string | null }>(
  `SELECT cardId, CASE WHEN actsUntil > @moment THEN actsIn END AS actsIn FROM Session
   WHERE id = @session AND accountId = @accountId AND expiresAt > @moment`,
);
const staffMember = query<{ staffId: string; organisationName: string }>(
  `SELECT s.id AS staffId, o.name AS organisationName FROM Staff s JOIN Organisation o ON o.id = s.organisationId
   WHERE s.organisationId = @organisationId AND s.accountId = @accountId AND s.until IS NULL`,
);
const holder = query<Omit<LinkViewer, typeof brand | "now">>(
  `SELECT l.purpose, l.groupId, l.memberId, l.gatheringId, l.pollId, l.expiresAt FROM MailLink l
   WHERE l.tokenHash = @tokenHash AND l.purpose = @purpose
     AND EXISTS (SELECT 1 FROM Membership s WHERE s.memberId = l.memberId AND s.until IS NULL)
     AND NOT EXISTS (SELECT 1 FROM Member f JOIN Account x ON x.id = f.accountId WHERE f.id = l.memberId AND x.frozenAt IS NOT NULL)`,
);

/**
 * The viewer that a signed-in person is in a group, at this moment.
 * @returns null when there is no such group or they are not in it: to them the two are the same
 */
export function memberOf(person: Person, groupId: string, now: string): MemberViewer | null {
  return toMemberViewer(memberByAccount.first({ groupId, accountId: person.accountId, now }), now, person);
}

/**
 * The viewer that a signed-in person is in a group, or was: who has left belongs to no audience, and sees what they wrote
 * themselves. Only for what they take along.
 */
export function memberEver(person: Person, groupId: string, now: string): MemberViewer | null {
  const here = memberOf(person, groupId, now);
  if (here) return here;
  const once = toMemberViewer(onceByAccount.first({ groupId, accountId: person.accountId, now }), now, person);
  return once && { ...once, mayActForId: null, actsForId: null, gone: true };
}

/** The viewer that a member is, with or without an account: a mail to them is read with this, and decided again when it leaves. */
export function recipient(memberId: string, now: string): MemberViewer | null {
  return toMemberViewer(memberById.first({ memberId, now }), now);
}

/** The viewer that a member of this group is, for who looks through their eyes. @returns null when they are not in it */
export function throughTheirEyes(memberId: string, groupId: string, now: string): MemberViewer | null {
  const viewer = recipient(memberId, now);
  return viewer?.groupId === groupId ? { ...viewer, ownZone: null, lookedThrough: true } : null;
}

/** How they signed in, when it was with a browser. */
type SignedIn = Pick<Person, "byCard" | "actsIn"> & { session?: string | null };

function toMemberViewer(found: MemberRow | undefined, now: string, signedIn: SignedIn = {}): MemberViewer | null {
  if (!found) return null;
  const { centralId, centralName, centralHue, centralPhotoId, centralZone, ...rest } = found;
  const central = { id: centralId, name: centralName, hue: centralHue, photoId: centralPhotoId };
  const language = found.language === "en" ? "en" : "nl";
  const { session = null, byCard = false, actsIn } = signedIn;
  // Without a browser nobody switches: a mail, and who looks through their eyes, has all that they may come to see.
  const actsForId = session === null || actsIn === found.groupId ? found.mayActForId : null;
  const ownZone = session !== null && actsForId ? centralZone : rest.ownZone;
  const about = { session, byCard, actsForId, ownZone, lookedThrough: false };
  return { ...rest, ...about, language, central, now, today: dayOf(now, found.zone) } as MemberViewer;
}

/** What is to be looked up again of a member: who they were, with which account and session. */
type MemberBefore = Pick<MemberViewer, "groupId" | "memberId" | "session" | "now"> & { accountId: string | null | undefined };

/**
 * The viewer that a member is at a moment, within the transaction of what they do then.
 * @param accountId undefined when it does not matter with which account
 * @returns them with the moment that they asked at, which is that of the facts they make
 * @throws 404 for who is not in the group any more, SignedOut for whose session has ended
 */
export async function memberAfresh(tx: Transaction, before: MemberBefore, moment: string): Promise<MemberViewer> {
  const { groupId, memberId, accountId, session, now } = before;
  const [found] = readWithin(tx, memberById, { memberId, now: moment });
  const open = session ? sessionOpen(tx, session, accountId, moment) : null;
  const viewer = toMemberViewer(found, now, { session, byCard: !!open?.cardId, actsIn: open?.actsIn ?? null });
  if (viewer?.groupId !== groupId || (accountId !== undefined && viewer.accountId !== accountId)) throw notFound();
  if (session && !open) throw new SignedOut();
  return viewer;
}

/** The same for the staff of an organisation. @throws 404, SignedOut likewise */
export async function staffAfresh(tx: Transaction, before: StaffViewer, moment: string): Promise<StaffViewer> {
  const { organisationId, accountId, session } = before;
  const [found] = readWithin(tx, staffMember, { organisationId, accountId, now: moment });
  if (!found) throw notFound();
  if (session && !sessionOpen(tx, session, accountId, moment)) throw new SignedOut();
  return { ...before, ...found };
}

/** Whether somebody is still signed in, within the transaction of what they do. */
export async function personStillThere(tx: Transaction, { accountId, session }: Person, moment: string): Promise<boolean> {
  return session === undefined || sessionOpen(tx, session, accountId, moment) !== null;
}

function sessionOpen(
  tx: Transaction,
  session: string,
  accountId: string | null | undefined,
  moment: string,
): { cardId: string | null; actsIn: string | null } | null {
  const [found] = readWithin(tx, openSession, { session, accountId: accountId ?? null, moment });
  return found ?? null;
}

/** The viewer that a signed-in person is for an organisation. @returns null when they are not on its staff now */
export function staffOf(person: Person, organisationId: string, now: string): StaffViewer | null {
  const found = staffMember.first({ organisationId, accountId: person.accountId, now });
  return found
    ? ({ ...found, organisationId, accountId: person.accountId, name: person.name, now, session: person.session ?? null } as StaffViewer)
    : null;
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
