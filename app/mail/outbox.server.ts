import { query } from "~/platform/query.server";
import { type Transaction, transaction } from "~/platform/transaction.server";
import { patient } from "./queueing.server";

/** A row of the outbox that may leave now. */
export interface DueMail {
  id: string;
  kind: string;
  groupId: string | null;
  memberId: string | null;
  toMail: string;
  toName: string;
  language: string;
  data: string;
  state: string;
  attempts: number;
  claimedAt: string | null;
  messageId: string;
  message: string | null;
  createdAt: string;
}

/** A mail in the state in which we know it: when it is in another by now, it is no longer ours to note anything on. */
export type Held = Pick<DueMail, "id" | "state" | "claimedAt">;

/** How long a claim holds: longer than any try can last. */
const lease = 60_000;
/** No mail waits longer than a night, to be sent or tried again; it is asked again then. */
const longest = 12 * 60 * 60_000;

/** SQL: whether mail `m` goes by itself. Signing in can't wait, and what the server sends by itself may have to wait for the morning. */
const alone = (m: string) => `${m}.kind IN (${["signIn", ...patient].map((kind) => `'${kind}'`).join(", ")})`;

const due = query<DueMail>(
  `SELECT m.id, m.kind, m.groupId, m.memberId, m.toMail, m.toName, m.language, m.data, m.state, m.attempts, m.claimedAt,
       m.messageId, m.message, m.createdAt
     FROM OutboxMail m
     WHERE ((m.state = 'waiting' AND (m.dueAt <= @now OR m.dueAt > @never OR (m.attempts = 0 AND m.createdAt > @now))) OR (m.state = 'sending' AND (m.claimedAt <= @stale OR m.claimedAt > @now)))
       AND (${alone("m")} OR NOT EXISTS (
         SELECT 1 FROM OutboxMail e WHERE e.toMail = m.toMail AND e.state IN ('waiting', 'sending') AND NOT ${alone("e")}
           AND e.rowid < m.rowid AND NOT (e.state = 'waiting' AND e.attempts > 0 AND e.message IS NULL)))
     ORDER BY m.kind <> 'signIn', m.rowid LIMIT @most`,
);

/**
 * Mails whose moment has come, in the order in which they were queued, to each person one at a time. A mail for
 * signing in, a reminder or a digest waits for none and holds up none; nor does one that could never be written (a fault of ours) hold up others.
 * A claim that outlived its lease is of a server that stopped in between; one from the future, of a clock set back. So
 * is a mail that would wait longer than any does, or was queued in the future: they leave now.
 */
export function dueMails(now: string, most: number): DueMail[] {
  const shifted = (milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString();
  return due.all({ now, never: shifted(longest), stale: shifted(-lease), most });
}

/** A mail waits until a moment, for a night at most. One from a clock that ran ahead is of now: else it would be due all the while. */
export async function letWait({ id, state, claimedAt }: Held, until: string, now: string, reason: string): Promise<void> {
  const latest = new Date(Date.parse(now) + longest).toISOString();
  const dueAt = until < latest ? until : latest;
  await transaction(async (tx) => {
    await tx.outboxMail.updateMany({ where: { id, createdAt: { gt: now } }, data: { createdAt: now } });
    await tx.outboxMail.updateMany({ where: { id, state, claimedAt }, data: { state: "waiting", claimedAt: null, dueAt, reason } });
  });
}

/**
 * Takes a mail for sending, and keeps it as it was drawn; saved before anything goes over the wire.
 * @returns it as it is now ours, or null when another server took it first
 */
export async function claim(mail: DueMail, message: string, now: string): Promise<Held | null> {
  const { id, state, claimedAt } = mail;
  const { count } = await transaction((tx) =>
    tx.outboxMail.updateMany({
      where: { id, state, claimedAt },
      data: { state: "sending", claimedAt: now, message, attempts: { increment: 1 } },
    }),
  );
  return count === 1 ? { id, state: "sending", claimedAt: now } : null;
}

/** A try failed: the mail waits until `dueAt`. @param tried whether it is still to be counted */
export async function putBack({ id, state, claimedAt }: Held, dueAt: string, reason: string, tried: 0 | 1): Promise<void> {
  await transaction((tx) =>
    tx.outboxMail.updateMany({
      where: { id, state, claimedAt },
      data: { state: "waiting", claimedAt: null, dueAt, reason, attempts: { increment: tried } },
    }),
  );
}

/**
 * A mail has gone, or never will. What it held of secrets (tokens in data and text) is wiped.
 * @param message what stays to be read at /mailbox
 * @param also what follows from it, if it was still ours
 */
export async function end(
  { id, state, claimedAt }: Held,
  ending: { state: "sent" | "dropped" | "failed"; reason: string | null; message: string | null; now: string },
  also?: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { now, ...rest } = ending;
  await transaction(async (tx) => {
    const data = { ...rest, data: "{}", claimedAt: null, endedAt: now };
    const { count } = await tx.outboxMail.updateMany({ where: { id, state, claimedAt }, data });
    if (count === 1) await also?.(tx);
  });
}

const unexplained = query<{ one: 1 }>("SELECT 1 AS one FROM OutboxMail WHERE state = 'waiting' AND reason IS NOT @reason LIMIT 1");

/** Says on what waits why it does: for the operator, when no mail server is set. */
export async function explainWaiting(reason: string): Promise<void> {
  if (unexplained.first({ reason })) await transaction((tx) => tx.outboxMail.updateMany({ where: { state: "waiting" }, data: { reason } }));
}
