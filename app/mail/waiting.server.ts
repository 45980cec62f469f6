import { config } from "~/platform/config.server";
import { query } from "~/platform/query.server";
import { leftAlone } from "./unreached.server";

interface Stuck {
  kind: string;
  state: string;
  toMail: string;
  createdAt: string;
  dueAt: string;
  attempts: number;
  reason: string | null;
}

const countsByKind = query<{ kind: string; state: string; n: number }>(
  "SELECT kind, state, count(*) AS n FROM OutboxMail GROUP BY kind, state ORDER BY kind, state",
);
const notSent = query<Stuck>(
  `SELECT kind, state, toMail, createdAt, dueAt, attempts, reason FROM OutboxMail
   WHERE state IN ('waiting', 'sending', 'failed') ORDER BY state = 'failed', rowid LIMIT 200`,
);

const unreached = query<{ mail: string; since: string; dropped: number }>(
  `SELECT u.mail, u.since, (SELECT count(*) FROM OutboxMail o WHERE o.toMail = u.mail AND o.state = 'dropped' AND o.reason = @leftAlone) AS dropped
   FROM UnreachedAddress u WHERE u.since IS NOT NULL ORDER BY u.since DESC LIMIT 200`,
);

/**
 * What waits in the outbox and why, what was given up, and at which addresses mails are not tried, for the operator at a terminal (`npm run kring -- outbox`).
 * Addresses are shortened: an operator need not know who is in a circle. Times are UTC.
 */
export function outboxReport(now: string): string {
  const counts = countsByKind.all();
  const stuck = notSent.all();
  const dead = unreached.all({ leftAlone });
  const waiting = stuck.filter(({ state }) => state !== "failed");
  return [
    ...(config().smtpUrl || config().mailbox ? [] : ["No mail server is set (SMTP_URL): mails wait.", ""]),
    waiting[0] ? `The oldest waits since ${minuteOf(waiting[0].createdAt)} (it is ${minuteOf(now)} UTC).` : "Nothing waits.",
    "",
    ...table(
      ["kind", "state", "mails"],
      counts.map(({ kind, state, n }) => [kind, state, String(n)]),
    ),
    ...(stuck.length > 0 ? [""] : []),
    ...table(
      ["state", "kind", "to", "queued", "next try", "tries", "why"],
      stuck.map(({ state, kind, toMail, createdAt, dueAt, attempts, reason }) => [
        state,
        kind,
        shortAddress(toMail),
        minuteOf(createdAt),
        state === "waiting" ? minuteOf(dueAt) : "",
        String(attempts),
        shortAddressesIn(reason ?? ""),
      ]),
    ),
    ...(dead.length > 0
      ? ["", "Mail servers refused these addresses; other mails than for signing in and invitations are not tried there:"]
      : []),
    ...table(
      ["address", "since", "mails dropped"],
      dead.map(({ mail, since, dropped }) => [shortAddress(mail), minuteOf(since), String(dropped)]),
    ),
  ].join("\n");
}

/** "f…@kring.example" */
function shortAddress(address: string): string {
  return address.replace(/^([^@]?)[^@]*@/, "$1…@");
}

/** Mail servers like to repeat the address that they refuse. */
function shortAddressesIn(words: string): string {
  return words.replace(/[^\s<>@"]+@[^\s<>@"]+/g, shortAddress);
}

function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace("T", " ");
}

/** Columns as wide as what is in them; nothing at all without rows. */
function table(head: string[], body: string[][]): string[] {
  if (body.length === 0) return [];
  const widths = head.map((word, place) => Math.max(word.length, ...body.map((cells) => cells[place]?.length ?? 0)));
  return [head, ...body].map((cells) =>
    cells
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
