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
export async function inviteMember(
  tx: Transaction,
  where: { groupId: string; now: string },
  actor: Actor,
  memberId: string,
): Promise<void> {
  const { groupId, now } = where;
  const member = await tx.member.findFirst({ where: { id: memberId, groupId, memberships: { some: holding } } });
  if (!member) throw notFound();
  if (member.accountId) throw new Refusal({ key: "circle.joinedAlready", values: { name: member.name } });
  if (!member.mail) throw new Refusal({ key: "circle.noMail", values: { name: member.name } });
  await withdrawOpen(tx, groupId, memberId, now);
  const id = newId();
  const token = newToken();
  await tx.invitation.create({
    data: {
      id,
      groupId,
      memberId,
      tokenHash: hashOf(token),
      byId: actor.byId,
      forId: actor.forId,
      createdAt: now,
      expiresAt: minutesAfter(now, daysValid * 24 * 60),
    },
  });
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

/** Takes back every invitation of a member that could still be answered. @returns how many there were */
export async function withdrawOpen(tx: Transaction, groupId: string, memberId: string, now: string): Promise<number> {
  const { count } = await tx.invitation.updateMany({
    where: { groupId, memberId, usedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
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
