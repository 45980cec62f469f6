import { languageOf, say } from "~/i18n/text";
import { now as moment } from "~/platform/clock.server";
import { config } from "~/platform/config.server";
import { log } from "~/platform/log.server";
import { onCommit, type Transaction } from "~/platform/transaction.server";
import { truncateWal } from "~/platform/writer.server";
import type { Composed, Composer, Composers } from "./composing.server";
import { isMailable, message, type Rendered, rendered } from "./message.server";
import { claim, type DueMail, dueMails, end, explainWaiting, type Held, letWait, putBack } from "./outbox.server";
import { alwaysTried, type MailData, type MailKind } from "./queueing.server";
import type { Transport } from "./transport.server";
import { leastTries, patience, type Trouble, troubleOf, waitAfter } from "./trouble";
import { isLeftAlone, leftAlone, noteReached, noteRefused, wasRefused } from "./unreached.server";

const pollEvery = 5_000;
const atOnce = 4;
const stopWithin = 7_000;

export interface OutboxParts {
  composers: Composers;
  /** Null when no mail server is set: mails wait. */
  transport: Transport | null;
  /** Who is to hear of it, hears that mails do not reach an address any more. */
  tellUnreached?: TellUnreached;
  clock?: () => string;
  /** Milliseconds until the next try, after so many. */
  wait?: (attempts: number) => number;
}

/** In the transaction in which it is noted. @param now moment in UTC */
export type TellUnreached = (tx: Transaction, mail: string, now: string) => Promise<void>;

export interface Outbox {
  /** Looks now, and not at the next turn. */
  wake(): void;
  /** Starts nothing more, and waits for what is on the wire. */
  stop(): Promise<void>;
  /** Resolves when nothing is due any more. */
  drained(): Promise<void>;
}

/**
 * Sends what is queued (docs/decisions/0007-outbox.md). The rows are the only queue: this process keeps in memory
 * just which of them it has in hand. Each is claimed, and the claim saved, before it goes over the wire. When we stop
 * between the server's yes and our noting it, nobody can know whether it went: it is sent again after the lease, with
 * the same Message-ID and the same bytes, by which mail programs know it as the same.
 */
export function startOutbox({ composers, transport, tellUnreached, clock = moment, wait = waitAfter }: OutboxParts): Outbox {
  const inHand = new Map<string, Promise<void>>();
  let stopping = false;
  let soon: NodeJS.Timeout | undefined;

  function look(): void {
    if (stopping || inHand.size >= atOnce) return;
    try {
      if (!transport) {
        void explainWaiting("no mail server is set (SMTP_URL)").catch(logFailure);
        return;
      }
      for (const mail of dueMails(clock(), 2 * atOnce)) {
        if (inHand.size >= atOnce) return;
        if (!inHand.has(mail.id)) take(mail, transport);
      }
    } catch (error) {
      logFailure(error);
    }
  }

  function take(mail: DueMail, by: Transport): void {
    const handled = handle(mail, { composers, transport: by, tellUnreached, clock, wait }).then(
      () => {
        inHand.delete(mail.id);
        look();
        // What a sent mail held of secrets was wiped from its row, and should not be read in the log of writes either.
        if (inHand.size === 0) void truncateWal().catch(logFailure);
      },
      (error) => {
        // Nothing could be noted (a full disk), so it is still due: the next turn is soon enough.
        inHand.delete(mail.id);
        logFailure(error);
      },
    );
    inHand.set(mail.id, handled);
  }

  function wake(): void {
    soon ??= setTimeout(() => {
      soon = undefined;
      look();
    }, 20);
  }

  const poll = setInterval(look, pollEvery);
  poll.unref();
  const unsubscribe = onCommit(wake);
  wake();

  return {
    wake,
    async stop() {
      stopping = true;
      clearInterval(poll);
      clearTimeout(soon);
      unsubscribe();
      const hurry = new Promise((done) => setTimeout(done, stopWithin).unref());
      await Promise.race([Promise.all(inHand.values()), hurry]);
      transport?.close();
    },
    async drained() {
      for (look(); inHand.size > 0; look()) await Promise.all(inHand.values());
    },
  };
}

function logFailure(error: unknown): void {
  log.error({ error }, "outbox failed");
}

type Handling = Omit<Required<OutboxParts>, "transport" | "tellUnreached"> & {
  transport: Transport;
  tellUnreached: TellUnreached | undefined;
};

/** One mail, from its row to the mail server. Whatever goes wrong with it is noted on its row. */
async function handle(mail: DueMail, { composers, transport, tellUnreached, clock, wait }: Handling): Promise<void> {
  const { kind, toMail } = mail;
  const tryLater = async (held: Held, { final, reason, code, address }: Trouble, tried: 0 | 1) => {
    const now = clock();
    const tooLong = Date.parse(now) - Date.parse(mail.createdAt) > patience && mail.attempts + 1 >= leastTries;
    const giveUp = final || tooLong;
    log.warn({ kind, code, attempts: mail.attempts + 1 }, giveUp ? "mail given up" : "mail waits");
    const also = async (tx: Transaction) => {
      if (address && (await noteRefused(tx, toMail, address, now))) await tellUnreached?.(tx, toMail, now);
    };
    if (giveUp) return end(held, { state: "failed", reason, message: null, now }, also);
    const dueAt = new Date(Date.parse(now) + wait(mail.attempts + 1)).toISOString();
    return putBack(held, dueAt, reason, tried);
  };

  const now = clock();
  let ready: Rendered;
  try {
    if (!isMailable(toMail)) return await tryLater(mail, { final: true, reason: "not a mail address", code: "address" }, 1);
    if (!alwaysTried.includes(kind) && isLeftAlone(toMail, now))
      return await end(mail, { state: "dropped", reason: leftAlone, message: null, now });
    // Asked again at each try, since it may have stopped concerning them; drawn only once.
    const letter = compose(mail, composers, now);
    if (letter === null) return await end(mail, { state: "dropped", reason: "no longer concerns them", message: null, now });
    if (letter === "tooLate") return await end(mail, { state: "dropped", reason: "too late to be of use", message: null, now });
    if ("waitsUntil" in letter) return await letWait(mail, letter.waitsUntil, now, "waits for its time");
    ready = mail.message ? (JSON.parse(mail.message) as Rendered) : await rendered(letter, now);
  } catch (error) {
    log.error({ error, kind }, "mail could not be written");
    return await tryLater(mail, { final: false, reason: "could not be written; see the log", code: "composer" }, 1);
  }

  const kept = JSON.stringify(ready);
  const held = await claim(mail, kept, now);
  if (!held) return;
  try {
    await transport.send(message(mail, ready));
  } catch (error) {
    return await tryLater(held, troubleOf(error), 0);
  }
  const also = wasRefused(toMail) ? (tx: Transaction) => noteReached(tx, toMail) : undefined;
  const ending = { state: "sent", reason: null, message: transport.keeps ? kept : null } as const;
  await untilNoted(() => end(held, { ...ending, now: clock() }, also));
  log.info({ kind, attempts: mail.attempts + 1 }, "mail sent");
}

/** What a mail says when it leaves at this moment, or why it does not. */
export function compose(mail: DueMail, composers: Composers, now: string): Composed {
  const { memberId, groupId, toName, toMail } = mail;
  const language = languageOf(mail.language);
  const write = <Kind extends MailKind>(kind: Kind): Composed => {
    const composer: Composer<Kind> | undefined = composers[kind];
    // Written by another version of Kring than this one: it waits for who can write it.
    if (!composer) throw new Error(`nobody writes mails of this kind: ${kind}`);
    const data = JSON.parse(mail.data) as MailData[Kind];
    return composer({ memberId, groupId, toName, toMail, language, data, now, t: say(language), link: (path) => config().appUrl + path });
  };
  return write(mail.kind as MailKind);
}

/** Notes that a mail has gone, also when the database is held or its disk full for longer than an act waits: what is not noted is sent again. */
async function untilNoted(note: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await note();
    } catch (error) {
      if (attempt === 5) throw error;
      await new Promise((done) => setTimeout(done, 100 * 2 ** attempt));
    }
  }
}
