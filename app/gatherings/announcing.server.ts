import { holding } from "~/groups/belonging";
import { languageOf } from "~/i18n/text";
import { answerMark } from "~/mail/answer-address.server";
import { type MailData, type MailKind, queueMail } from "~/mail/queueing.server";
import { hashOf, newToken } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";

/** The gathering that a mail is about, and the moment. */
export interface Announced {
  id: string;
  groupId: string;
  now: string;
}

/** One mail about a new gathering to each who takes part, with the question whether they come. */
export async function announceGathering(tx: Transaction, actor: Actor, { id, groupId, now }: Announced): Promise<void> {
  for (const reader of await readers(tx, actor, groupId, "gatheringPlanned")) {
    const tokens = await tokensFor(tx, { groupId, gatheringId: id, now }, reader.memberId);
    await queue(tx, reader, { kind: "gatheringPlanned", fact: id, begins: id, groupId, now, data: { gatheringId: id, ...tokens } });
  }
}

/** A revision of a gathering: each is a fact of its own, of which everybody hears once. */
export interface Revision extends Announced {
  sequence: number;
}

/** One mail to each who takes part that a gathering is off, also to who wants no other mails. */
export async function announceCancelled(tx: Transaction, actor: Actor, { id, groupId, now, sequence }: Revision): Promise<void> {
  for (const reader of await readers(tx, actor, groupId, "gatheringCancelled"))
    await queue(tx, reader, { kind: "gatheringCancelled", fact: `${id}:${sequence}`, groupId, now, data: { gatheringId: id } });
}

/** The same that it goes on after all. */
export async function announceOn(tx: Transaction, actor: Actor, { id, groupId, now, sequence }: Revision): Promise<void> {
  const data = { gatheringId: id, sequence, by: actor.byName, for: actor.forName };
  for (const reader of await readers(tx, actor, groupId, "gatheringOn"))
    await queue(tx, reader, { kind: "gatheringOn", fact: `${id}:${sequence}`, groupId, now, data });
}

type Was = MailData["gatheringChanged"]["was"];

/** The same that it is at another time or place. @param was how it stood before, for who had it in their head: as they were told last */
export async function announceChanged(tx: Transaction, actor: Actor, { id, groupId, now, sequence }: Revision, was: Was): Promise<void> {
  const untold = await notToldYet(tx, groupId, id);
  for (const reader of await readers(tx, actor, groupId, "gatheringChanged")) {
    const answerToken = await answerTokenFor(tx, { groupId, gatheringId: id, now }, reader.memberId);
    const told = untold.get(reader.memberId);
    const asTold = told
      ? {
          ...{ startLocal: told.startLocal ?? was.startLocal, place: told.place ?? was.place },
          ...{ minutes: told.minutes ?? was.minutes, online: told.online || was.online },
        }
      : was;
    const data = { gatheringId: id, sequence, by: actor.byName, for: actor.forName, was: asTold, answerToken };
    await queue(tx, reader, { kind: "gatheringChanged", fact: `${id}:${sequence}`, groupId, now, data });
  }
}

/** How it stood before changes of which the mail still waits, by who waits for it: that mail won't leave any more, this one says it all. */
async function notToldYet(tx: Transaction, groupId: string, gatheringId: string): Promise<Map<string, Was>> {
  const mails = await tx.outboxMail.findMany({
    where: { groupId, kind: "gatheringChanged", state: "waiting", dedupeKey: { startsWith: `gatheringChanged:${gatheringId}:` } },
    orderBy: { id: "asc" },
    select: { memberId: true, data: true },
  });
  // The latest of them has it from the first.
  return new Map(mails.map(({ memberId, data }) => [memberId ?? "", (JSON.parse(data) as MailData["gatheringChanged"]).was]));
}

/** One mail to each who has not answered, to ask once more. @param but who has answered, or is not reached @returns how many are asked */
export async function announceAskedOnceMore(
  tx: Transaction,
  actor: Actor,
  { id: gatheringId, groupId, now, sequence }: Revision,
  but: ReadonlySet<string>,
): Promise<number> {
  const silent = (await readers(tx, actor, groupId, "gatheringAsked")).filter(({ memberId }) => !but.has(memberId));
  for (const reader of silent) {
    const tokens = await tokensFor(tx, { groupId, gatheringId, now }, reader.memberId);
    const data = { gatheringId, sequence, by: actor.byName, for: actor.forName, ...tokens };
    await queue(tx, reader, { kind: "gatheringAsked", fact: `${gatheringId}:${now}`, groupId, now, data });
  }
  return silent.length;
}

/** One mail to somebody that a gathering comes near. @param about at which moment it is, and how long before they wanted to hear */
export async function announceReminder(
  tx: Transaction,
  reader: Reader,
  about: Revision & { startsAt: string; lead: string },
): Promise<void> {
  const { id: gatheringId, groupId, now, sequence, startsAt, lead } = about;
  const tokens = await tokensFor(tx, { groupId, gatheringId, now }, reader.memberId);
  await queue(tx, reader, {
    ...{ kind: "reminder", fact: `${gatheringId}:${startsAt}:${lead}`, groupId, now },
    data: { gatheringId, sequence, lead, ...tokens },
  });
}

/** Somebody who is mailed. */
export interface Reader {
  memberId: string;
  mail: string;
  name: string;
  language: string;
}

/**
 * Who is mailed: everybody who belongs to the circle now and said yes to it, at the address with which they sign in, which they
 * proved to be theirs; where mails do not reach that, at the one that the circle typed in for them (`queueMail`, decision 0042). Not
 * who did it themselves, and not who stopped this kind.
 */
export async function readers(tx: Transaction, actor: Actor, groupId: string, kind: MailKind): Promise<Reader[]> {
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
export async function tokensFor(tx: Transaction, about: Asked, memberId: string) {
  return { answerToken: await answerTokenFor(tx, about, memberId), fewerToken: await fewerTokenFor(tx, about, memberId) };
}

/** A link to get fewer mails. */
export async function fewerTokenFor(tx: Transaction, { groupId, now }: Pick<Asked, "groupId" | "now">, memberId: string): Promise<string> {
  const token = newToken();
  await tx.mailLink.create({ data: { groupId, memberId, createdAt: now, tokenHash: hashOf(token), purpose: "fewer" } });
  return token;
}

interface Asked {
  groupId: string;
  gatheringId: string;
  now: string;
}

export async function answerTokenFor(tx: Transaction, { groupId, gatheringId, now }: Asked, memberId: string): Promise<string> {
  const token = newToken();
  await tx.mailLink.create({ data: { groupId, memberId, createdAt: now, tokenHash: hashOf(token), purpose: "answer", gatheringId } });
  return token;
}

export interface Fact<Kind extends MailKind> {
  kind: Kind;
  fact: string;
  /** The id of what it is the first mail about. */
  begins?: string | undefined;
  groupId: string;
  now: string;
  data: MailData[Kind];
}

/** Queues one mail of a fact to one reader. */
export async function queue<Kind extends MailKind>(
  tx: Transaction,
  reader: Reader,
  { kind, fact, begins, groupId, now, data }: Fact<Kind>,
): Promise<void> {
  const { memberId, mail, name, language } = reader;
  const to = { mail, name, language: languageOf(language) };
  await openAnswers(tx, groupId, memberId, now);
  await queueMail<Kind>(tx, { kind, dedupeKey: `${kind}:${fact}:${memberId}`, to, memberId, groupId, data, now, begins });
}

/** The address from which mails to a member come takes their answers in, where mails are taken in at all. */
async function openAnswers(tx: Transaction, groupId: string, memberId: string, now: string): Promise<void> {
  const mark = answerMark(memberId);
  if (!mark) return;
  const tokenHash = hashOf(mark);
  const create = { tokenHash, purpose: "reply", groupId, memberId, createdAt: now };
  await tx.mailLink.upsert({ where: { tokenHash }, update: {}, create });
}
