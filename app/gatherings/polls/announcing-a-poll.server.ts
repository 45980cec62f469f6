import { hashOf, newToken } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import { fewerTokenFor, queue, readers } from "../announcing.server";

/** The poll that a mail is about, and the moment. */
interface Announced {
  id: string;
  groupId: string;
  now: string;
}

/** One mail to each who takes part: when can you? With a link to say so, which is stored as its hash only. */
export async function announcePoll(tx: Transaction, actor: Actor, { id, groupId, now }: Announced): Promise<void> {
  for (const reader of await readers(tx, actor, groupId, "dateSought")) {
    const { memberId } = reader;
    const token = await pollTokenFor(tx, { groupId, pollId: id, now }, memberId);
    const data = { pollId: id, token, fewerToken: await fewerTokenFor(tx, { groupId, now }, memberId) };
    await queue(tx, reader, { kind: "dateSought", fact: id, begins: id, groupId, now, data });
  }
}

/** One mail that it is sought no more, to each whom the question has reached: by mail, or they have answered. */
export async function announceGivenUp(tx: Transaction, actor: Actor, { id, groupId, now }: Announced): Promise<void> {
  const [links, answers] = await Promise.all([
    tx.mailLink.findMany({ where: { pollId: id, groupId }, select: { memberId: true } }),
    tx.pollAnswer.findMany({ where: { groupId, option: { pollId: id } }, select: { memberId: true }, distinct: ["memberId"] }),
  ]);
  const keys = links.map(({ memberId }) => `dateSought:${id}:${memberId}`);
  const notSent = { dedupeKey: { in: keys }, state: { in: ["waiting", "dropped"] } };
  const without = (await tx.outboxMail.findMany({ where: notSent, select: { memberId: true } })).map(({ memberId }) => memberId);
  const told = new Set([
    ...links.map(({ memberId }) => memberId).filter((one) => !without.includes(one)),
    ...answers.map(({ memberId }) => memberId),
  ]);
  const data = { pollId: id, by: actor.byName, for: actor.forName };
  for (const reader of await readers(tx, actor, groupId, "dateGivenUp"))
    if (told.has(reader.memberId)) await queue(tx, reader, { kind: "dateGivenUp", fact: id, groupId, now, data });
}

/** A link to say when one can. Only its hash is stored. */
export async function pollTokenFor(
  tx: Transaction,
  { groupId, pollId, now }: { groupId: string; pollId: string; now: string },
  memberId: string,
): Promise<string> {
  const token = newToken();
  await tx.mailLink.create({ data: { tokenHash: hashOf(token), purpose: "poll", groupId, memberId, pollId, createdAt: now } });
  return token;
}
