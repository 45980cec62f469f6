import { holding } from "~/groups/belonging";
import { languageOf } from "~/i18n/text";
import { type MailData, type MailKind, queueMail } from "~/mail/queueing.server";
import { hashOf, newToken } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";

/** The gathering that a mail is about, and the moment. */
interface Announced {
  id: string;
  groupId: string;
  now: string;
}

/** One mail about a new series to each who takes part, with the question about its first gathering. */
export async function announceSeries(
  tx: Transaction,
  actor: Actor,
  { id, groupId, firstGatheringId, now }: Announced & { firstGatheringId: string },
): Promise<void> {
  for (const reader of await readers(tx, actor, groupId, "seriesPlanned")) {
    const tokens = await tokensFor(tx, { groupId, gatheringId: firstGatheringId, now }, reader.memberId);
    const data = { seriesId: id, gatheringId: firstGatheringId, ...tokens };
    await queue(tx, reader, { kind: "seriesPlanned", fact: id, groupId, now, data });
  }
}

/** One mail about a new gathering to each who takes part, with the question whether they come. */
export async function announceGathering(tx: Transaction, actor: Actor, { id, groupId, now }: Announced): Promise<void> {
  for (const reader of await readers(tx, actor, groupId, "gatheringPlanned")) {
    const tokens = await tokensFor(tx, { groupId, gatheringId: id, now }, reader.memberId);
    await queue(tx, reader, { kind: "gatheringPlanned", fact: id, groupId, now, data: { gatheringId: id, ...tokens } });
  }
}

/** One mail to each who takes part that a gathering is off, also to who wants no other mails. */
export async function announceCancelled(tx: Transaction, actor: Actor, { id, groupId, now }: Announced): Promise<void> {
  for (const reader of await readers(tx, actor, groupId, "gatheringCancelled"))
    await queue(tx, reader, { kind: "gatheringCancelled", fact: id, groupId, now, data: { gatheringId: id } });
}

interface Reader {
  memberId: string;
  mail: string;
  name: string;
  language: string;
}

/**
 * Who is mailed: everybody who belongs to the circle now and said yes to it, at the address that they proved to be
 * theirs; not who did it themselves, and not who stopped this kind.
 */
async function readers(tx: Transaction, actor: Actor, groupId: string, kind: MailKind): Promise<Reader[]> {
  const [members, stops] = await Promise.all([
    tx.member.findMany({
      where: { groupId, id: { not: actor.byId }, accountId: { not: null }, memberships: { some: holding } },
      select: { id: true, name: true, mail: true, account: { select: { mail: true, language: true } } },
      orderBy: { id: "asc" },
    }),
    tx.mailStop.findMany({ where: { groupId, kind }, select: { memberId: true } }),
  ]);
  const stopped = new Set(stops.map(({ memberId }) => memberId));
  return members.flatMap(({ id, name, mail, account }) => {
    const address = account?.mail ?? mail;
    return address && account && !stopped.has(id) ? [{ memberId: id, name, mail: address, language: account.language }] : [];
  });
}

/** A link to answer, which ends when the gathering begins, and one to get fewer mails, which stays. Only their hashes are stored. */
async function tokensFor(tx: Transaction, about: { groupId: string; gatheringId: string; now: string }, memberId: string) {
  const { groupId, gatheringId, now } = about;
  const [answerToken, fewerToken] = [newToken(), newToken()];
  const link = { groupId, memberId, createdAt: now };
  await tx.mailLink.createMany({
    data: [
      { ...link, tokenHash: hashOf(answerToken), purpose: "answer", gatheringId },
      { ...link, tokenHash: hashOf(fewerToken), purpose: "fewer" },
    ],
  });
  return { answerToken, fewerToken };
}

interface Fact<Kind extends MailKind> {
  kind: Kind;
  fact: string;
  groupId: string;
  now: string;
  data: MailData[Kind];
}

async function queue<Kind extends MailKind>(
  tx: Transaction,
  reader: Reader,
  { kind, fact, groupId, now, data }: Fact<Kind>,
): Promise<void> {
  const { memberId, mail, name, language } = reader;
  const to = { mail, name, language: languageOf(language) };
  await queueMail<Kind>(tx, { kind, dedupeKey: `${kind}:${fact}:${memberId}`, to, memberId, groupId, data, now });
}
