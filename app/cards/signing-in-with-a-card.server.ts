import { holding } from "~/groups/belonging";
import { languageOf } from "~/i18n/text";
import { queueMail } from "~/mail/queueing.server";
import { query } from "~/platform/query.server";
import { Refusal } from "~/platform/refusal";
import { hashOf, newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { actByCard } from "~/policy/act.server";

/** Whose card it is: no more than stands on it. */
export interface Held {
  name: string;
  hue: number;
  hasPhoto: boolean;
}

const held = query<{ name: string; hue: number; photoId: string | null }>(
  `SELECT m.name, m.hue, m.photoId FROM SignInCard c JOIN Member m ON m.id = c.memberId AND m.accountId = c.accountId
   JOIN Membership s ON s.memberId = m.id AND s.until IS NULL
   WHERE c.tokenHash = @hash AND c.voidedAt IS NULL AND c.expiresAt > @now`,
);

/** Whose card this is. Changes nothing. @returns null for one that opens nothing, or never was one */
export function cardHeld(token: string, now: string): Held | null {
  const found = held.first({ hash: hashOf(token), now });
  return found ? { name: found.name, hue: found.hue, hasPhoto: found.photoId !== null } : null;
}

/**
 * Somebody says that the card is theirs. Whom they trust hears of it by mail: who acts for the central person, else who facilitates.
 * @returns the account that it opens, and the circle
 * @throws Refusal for a card that opens nothing (any more)
 */
export async function signInWithCard(token: string, now: string): Promise<{ accountId: string; cardId: string; groupId: string }> {
  return actByCard(async (tx) => {
    const card = await tx.signInCard.findFirst({ where: { tokenHash: hashOf(token), voidedAt: null, expiresAt: { gt: now } } });
    const member =
      card && (await tx.member.findFirst({ where: { id: card.memberId, accountId: card.accountId, memberships: { some: holding } } }));
    if (!card || !member) throw new Refusal({ key: "card.over" });
    await tx.signInCard.update({ where: { id: card.id }, data: { usedAt: now } });
    await tell(tx, card, now);
    return { accountId: card.accountId, cardId: card.id, groupId: card.groupId };
  });
}

async function tell(tx: Transaction, { id: cardId, groupId, memberId }: { id: string; groupId: string; memberId: string }, now: string) {
  const helpers = await tx.assistance.findMany({ where: { groupId, until: null }, select: { assistantId: true } });
  const acting = await peopleWithMail(tx, { groupId, id: { in: helpers.map((one) => one.assistantId), not: memberId } });
  const leading = { groupId, id: { not: memberId }, memberships: { some: { role: { in: ["facilitator", "starter"] }, ...holding } } };
  const told = acting.length > 0 ? acting : await peopleWithMail(tx, leading);
  const group = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { language: true } });
  const useId = newId();
  for (const { id, name, mail, language } of told)
    await queueMail(tx, {
      kind: "cardUsed",
      dedupeKey: `cardUsed:${useId}:${id}`,
      to: { mail, name, language: languageOf(language ?? group.language) },
      memberId: id,
      groupId,
      data: { cardId, at: now },
      now,
    });
}

async function peopleWithMail(tx: Transaction, where: NonNullable<Parameters<Transaction["member"]["findMany"]>[0]>["where"]) {
  const found = await tx.member.findMany({
    where: { ...where, memberships: where?.memberships ?? { some: holding } },
    include: { account: true },
  });
  return found.flatMap(({ id, name, mail, account }) => {
    const address = account?.mail ?? mail;
    return address ? [{ id, name, mail: address, language: account?.language ?? null }] : [];
  });
}
