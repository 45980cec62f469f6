import { type Language, languageOf } from "~/i18n/text";
import { queueMail } from "~/mail/queueing.server";
import { minutesAfter } from "~/platform/clock.server";
import { notFound, Refusal } from "~/platform/refusal";
import { hashOf, newId, newToken } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { holding } from "./belonging";

/** How long an invitation can be answered, in days. */
const daysValid = 30;

/** By mail to an address, or on paper (and on a screen) as a code to point a phone at. */
export type InvitationWay = "mail" | "paper";

interface Where {
  groupId: string;
  now: string;
}

/** Who asks somebody in, and for whom. */
type Asker = Pick<Actor, "byId" | "forId">;

/** Asks a member by mail to join, or asks them again. @returns their page */
export async function invite(viewer: MemberViewer, memberId: string, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [memberId] }, async ({ tx, viewer, may }) => {
    const actor = may("member.invite");
    await inviteMember(tx, viewer, actor, memberId);
    return `/g/${viewer.groupId}/people/${memberId}`;
  });
}

/**
 * The invitation itself, in the transaction of whoever asks: earlier ones that are still open are withdrawn.
 * @throws 404 for who is not in this circle now; Refusal for who has no mail address or is in already
 */
export async function inviteMember(tx: Transaction, where: Where, actor: Asker, memberId: string): Promise<void> {
  const { groupId, now } = where;
  const member = await whoCanBeAsked(tx, groupId, memberId);
  if (!member.mail) throw new Refusal({ key: "circle.noMail", values: { name: member.name } });
  const { id, token } = await newInvitation(tx, where, actor, memberId, "mail");
  await queueMail(tx, {
    kind: "invitation",
    dedupeKey: `invitation:${id}`,
    to: { mail: member.mail, name: member.name, language: await languageFor(tx, groupId, member.mail) },
    memberId,
    groupId,
    data: { invitationId: id, token },
    now,
  });
}

/**
 * Somebody of this circle who did not say yes yet.
 * @throws 404 for who is not in this circle now; Refusal for who is in already
 */
export async function whoCanBeAsked(tx: Transaction, groupId: string, memberId: string) {
  const member = await tx.member.findFirst({
    where: { id: memberId, groupId, memberships: { some: holding } },
    include: { account: true },
  });
  if (!member) throw notFound();
  if (member.account?.mail) throw new Refusal({ key: "circle.joinedAlready", values: { name: member.name } });
  return member;
}

/** Makes an invitation; earlier ones of the same way that are still open are withdrawn. @returns its id, and its token, which is kept nowhere */
export async function newInvitation(tx: Transaction, { groupId, now }: Where, actor: Asker, memberId: string, way: InvitationWay) {
  await withdrawOpen(tx, groupId, memberId, now, way);
  const [id, token] = [newId(), newToken()];
  const expiresAt = minutesAfter(now, daysValid * 24 * 60);
  const { byId, forId } = actor;
  await tx.invitation.create({ data: { id, groupId, memberId, tokenHash: hashOf(token), byId, forId, createdAt: now, expiresAt, way } });
  return { id, token };
}

/** Takes back every invitation of a member that could still be answered, or those of one way. @returns how many there were */
export async function withdrawOpen(tx: Transaction, groupId: string, memberId: string, now: string, way?: InvitationWay): Promise<number> {
  const { count } = await tx.invitation.updateMany({
    where: { groupId, memberId, usedAt: null, withdrawnAt: null, expiresAt: { gt: now }, ...(way && { way }) },
    data: { withdrawnAt: now },
  });
  return count;
}

/** Their own language when they have an account already, else that of the circle. */
async function languageFor(tx: Transaction, groupId: string, mail: string): Promise<Language> {
  const account = await tx.account.findUnique({ where: { mail }, select: { language: true } });
  const group = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { language: true } });
  return languageOf(account?.language ?? group.language);
}
