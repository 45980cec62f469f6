import type { Prisma } from "~/platform/prisma/client";
import { notFound, Refusal } from "~/platform/refusal";
import { hashOf } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { actAsPerson, actByInvitation } from "~/policy/act.server";
import type { Person } from "~/policy/viewer.server";
import { addStoryLine } from "./adding-a-story-line.server";
import { holding, notByMail } from "./belonging";
import { withdrawOpen } from "./inviting.server";

/** Finds or makes the account of a mail address; accounts are another domain, so the route hands it in. */
export type AccountFor = (
  tx: Transaction,
  mail: string,
  language: string,
  now: string,
  name: string,
) => Promise<{ id: string; isNew: boolean }>;

/** What came of a yes. */
export interface Accepted {
  groupId: string;
  accountId: string;
  /** The account was made by this yes. Only then does the link open a session: it lives too long to open somebody's account. */
  isNew: boolean;
}

/**
 * Somebody says yes with the link from their mail: their face in the circle is bound to the account of the address that
 * the mail went to. With a paper, to the account of who is signed in.
 * @param person who is signed in on that browser, if anybody
 * @throws Refusal when the link can't be used any more, or when somebody else is signed in
 */
export async function acceptInvitation(token: string, person: Person | null, accountFor: AccountFor, now: string): Promise<Accepted> {
  return actByInvitation(person, async (tx) => {
    const found = await openInvitation(tx, { tokenHash: hashOf(token) }, now);
    if (!found) throw new Refusal({ key: "circle.invitationOver" });
    // A paper is no proof of an address: it takes somebody who is signed in, whatever theirs is.
    if (found.way === "paper") {
      if (!person) throw new Refusal({ key: "circle.myMailMissing" }, "mail");
      await join(tx, found, person.accountId, now);
      return { groupId: found.groupId, accountId: person.accountId, isNew: false };
    }
    if (!found.member.mail) throw new Refusal({ key: "circle.invitationOver" });
    if (person && person.mail !== found.member.mail && person.accountId !== found.member.accountId)
      throw new Refusal({ key: "circle.otherSignedIn", values: { name: person.name || (person.mail ?? ""), other: found.member.name } });
    const { member } = found;
    const account = (await withAddress(tx, found)) ?? (await accountFor(tx, found.member.mail, member.group.language, now, member.name));
    await join(tx, found, account.id, now);
    return { groupId: found.groupId, accountId: account.id, isNew: account.isNew };
  });
}

/** Somebody who signed in by themselves says yes to an invitation that waits for their mail address. @returns the circle */
export async function acceptWaiting(person: Person, invitationId: string, formKey: string | null, now: string): Promise<string> {
  return actAsPerson(person, { formKey, content: [invitationId] }, async ({ tx }) => {
    const found = await openInvitation(tx, { id: invitationId }, now);
    if (!found || !person.mail || found.member.mail !== person.mail) throw notFound();
    await join(tx, found, person.accountId, now);
    return `/g/${found.groupId}`;
  });
}

type Open = Prisma.InvitationGetPayload<object> & { member: Prisma.MemberGetPayload<{ include: { group: true } }> };

/** The invitation, if it can be answered now: open, and to somebody who belongs to the circle and has no account in it. */
export async function openInvitation(tx: Transaction, which: { id: string } | { tokenHash: string }, now: string): Promise<Open | null> {
  const invitation = await tx.invitation.findFirst({ where: { ...which, usedAt: null, withdrawnAt: null, expiresAt: { gt: now } } });
  if (!invitation) return null;
  const member = await tx.member.findFirst({
    where: { id: invitation.memberId, ...notByMail, memberships: { some: holding } },
    include: { group: true },
  });
  return member ? { ...invitation, member } : null;
}

/** Who came in with a card until now keeps the account that it opened: it gets the address. @returns null when there is another way */
async function withAddress(tx: Transaction, { member }: Open): Promise<{ id: string; isNew: boolean } | null> {
  const { accountId, mail } = member;
  if (!accountId || !mail || (await tx.account.findUnique({ where: { mail } }))) return null;
  await tx.account.update({ where: { id: accountId }, data: { mail } });
  return { id: accountId, isNew: true };
}

/** A card is for who has no other way in. */
async function forgetCards(tx: Transaction, memberId: string, now: string): Promise<void> {
  const cards = await tx.signInCard.findMany({ where: { memberId, voidedAt: null }, select: { id: true } });
  await tx.session.deleteMany({ where: { cardId: { in: cards.map((card) => card.id) } } });
  await tx.signInCard.updateMany({ where: { memberId, voidedAt: null }, data: { voidedAt: now } });
}

/** The account that only a card opened, of somebody who has another one after all. */
async function forgetEmptyAccount(tx: Transaction, id: string): Promise<void> {
  await tx.account.deleteMany({ where: { id, mail: null, members: { none: {} }, staff: { none: {} } } });
}

/** @throws Refusal when this account is in the circle already, with another face */
async function join(tx: Transaction, { id, groupId, member }: Open, accountId: string, now: string): Promise<void> {
  const other = await tx.member.findFirst({ where: { groupId, accountId, id: { not: member.id } } });
  if (other) throw new Refusal({ key: "circle.otherFace", values: { name: other.name } });
  const { name } = member;
  await tx.member.update({ where: { id: member.id }, data: { accountId } });
  await forgetCards(tx, member.id, now);
  if (member.accountId && member.accountId !== accountId) await forgetEmptyAccount(tx, member.accountId);
  await tx.account.updateMany({ where: { id: accountId, name: "" }, data: { name } });
  await tx.invitation.update({ where: { id }, data: { usedAt: now } });
  await withdrawOpen(tx, groupId, member.id, now);
  await addStoryLine(
    tx,
    { groupId, now },
    { byId: member.id, byName: name, forId: null, forName: null },
    "personJoined",
    { name },
    { memberId: member.id, audience: "everyone" },
  );
}
