import { holding } from "~/groups/belonging";
import { daysAfter } from "~/platform/clock.server";
import { notFound, Refusal } from "~/platform/refusal";
import { hashOf, newId, newToken } from "~/platform/secrets.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { voidCards } from "./voiding-a-card.server";

/** How many days a card opens something. */
const daysValid = 365;

/**
 * Makes a card to sign in with, for the central person or for somebody who signs in without mail. Who has no account yet
 * gets one, without an address. An earlier card, and what it opened, ends at once.
 * @returns the token that the card carries: it is kept nowhere. Null when this very form was sent before
 * @throws 404 for who is not in the circle now; Refusal for who signs in by mail
 */
export async function makeCard(viewer: MemberViewer, memberId: string, formKey: string | null): Promise<string | null> {
  let made: string | null = null;
  await act(viewer, { formKey, content: ["card", memberId] }, async ({ tx, viewer, may }) => {
    const { byId, forId } = may("card.make");
    const { groupId, now, language } = viewer;
    const where = { id: memberId, groupId, memberships: { some: holding } };
    const member = await tx.member.findFirst({ where, include: { account: true } });
    if (!member) throw notFound();
    const { name, account } = member;
    if (account?.mail && memberId !== viewer.central.id) throw new Refusal({ key: "card.byMail", values: { name } });
    await voidCards(tx, groupId, memberId, now);
    const accountId = account?.id ?? newId();
    if (!account) {
      await tx.account.create({ data: { id: accountId, name, mail: null, language, createdAt: now } });
      await tx.member.update({ where: { id: memberId }, data: { accountId } });
    }
    const token = newToken();
    const expiresAt = daysAfter(now, daysValid);
    const card = { id: newId(), groupId, memberId, accountId, tokenHash: hashOf(token), madeAt: now, byId, forId, expiresAt };
    await tx.signInCard.create({ data: card });
    made = token;
    return `/g/${groupId}/people/${memberId}/card`;
  });
  return made;
}
