import type { MailData } from "~/mail/queueing.server";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import { queue, readers } from "../announcing.server";
import { letFollow } from "../announcing-series.server";

/** What stands on another clock: a series whole, or a gathering by itself, as of this revision. */
export type Followed = { seriesId: string; sequence: number } | { gatheringId: string; sequence: number };

const idOf = (one: Followed) => ("seriesId" in one ? one.seriesId : one.gatheringId);

interface Announced {
  groupId: string;
  now: string;
  zone: string;
  followed: readonly Followed[];
}

/** One mail that the circle follows another clock; where calendars are asked, one more for each other thing that they follow. */
export async function announceMove(tx: Transaction, actor: Actor, { groupId, now, zone, followed }: Announced): Promise<void> {
  const id = newId();
  const follows = [...new Set([...followed.map(idOf), ...(await notToldYet(tx, groupId))])];
  const data = { moveId: id, zone, by: actor.byName, for: actor.forName, follows };
  for (const reader of await readers(tx, actor, groupId, "circleMoved")) {
    await queue(tx, reader, { kind: "circleMoved", fact: id, begins: id, groupId, now, data });
    for (const one of followed.slice(1)) await letFollow(tx, reader, { fact: `${idOf(one)}:${one.sequence}`, groupId, now, data: one });
  }
}

/** What followed moves of which the mail still waits: that mail won't leave any more, and not all of it moved again. */
async function notToldYet(tx: Transaction, groupId: string): Promise<string[]> {
  const mails = await tx.outboxMail.findMany({ where: { groupId, kind: "circleMoved", state: "waiting" }, select: { data: true } });
  return mails.flatMap(({ data }) => (JSON.parse(data) as MailData["circleMoved"]).follows);
}
