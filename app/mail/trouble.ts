import { oneLine, shortened } from "../../emails/words";

/** What a refusal says of the reader's address: it is none, or none for now as far as anybody can tell. */
export type AddressSaid = "isNot" | "mayPass";

/** Why a mail did not go, for an operator; `final` when trying again makes no sense. */
export interface Trouble {
  final: boolean;
  /** Left out when it says nothing of the address. */
  address?: AddressSaid | undefined;
  reason: string;
  /** For the log: nothing of the mail, nothing the server wrote. */
  code: string;
}

const minute = 60_000;
/** No try waits longer for the next. Milliseconds. */
export const longestWait = 6 * 60 * minute;
/** After this long and so many tries, a mail that could not be sent is given up: a clock that runs ahead shortens the first, not the second. */
export const patience = 5 * 24 * 60 * minute;
export const leastTries = 10;

/**
 * What an error while sending means. A mail server that refuses the reader or the message with 5xx means it; one that
 * is away, busy (4xx), or does not know us (wrong password, wrong sender) may think otherwise later.
 */
export function troubleOf(error: unknown): Trouble {
  const { code, command, response, responseCode } = (error ?? {}) as {
    code?: unknown;
    command?: unknown;
    response?: unknown;
    responseCode?: unknown;
  };
  const number = typeof responseCode === "number" ? responseCode : 0;
  const name = typeof code === "string" ? code : "";
  if (number === 0) {
    const words = error instanceof Error ? error.message : String(error);
    return { final: false, code: name || "unknown", reason: brief(name ? `mail server not reached (${name})` : words) };
  }
  const aboutThisMail = command === "RCPT TO" || command === "DATA";
  const wantsSignIn = number === 530 || number === 535 || number === 538;
  const final = number >= 500 && aboutThisMail && !wantsSignIn;
  const words = typeof response === "string" && response ? response : String(number);
  const address = final && command === "RCPT TO" ? saidOfAddress(words) : undefined;
  return { final, code: String(number), reason: brief(`mail server answered: ${words}`), ...(address && { address }) };
}

/**
 * What a server that refuses a reader says of their address, by its enhanced status code (RFC 3463) where it gives one. Only what
 * is about the address or its mailbox counts, not policy (5.7), size or routes: those are ours or the operator's to repair.
 * Without one, 550, 551, 552 and 553 (RFC 5321) may mean any of these, so they count as what may pass.
 * @param words of the server: "550 5.1.1 No such user", or a status alone
 * @returns undefined when it says nothing of the address
 */
export function saidOfAddress(words: string): AddressSaid | undefined {
  const status = /^(?:\d{3}[ -])?(5\.\d{1,3}\.\d{1,3})\b/.exec(words)?.[1];
  if (status) {
    if (/^5\.(1\.(1|2|3|6|10)|2\.1)$/.test(status)) return "isNot";
    return /^5\.(0\.0|1\.0|2\.0|2\.2)$/.test(status) ? "mayPass" : undefined;
  }
  if (/^556/.test(words)) return "isNot";
  return /^55[0-3]/.test(words) && !/relay/i.test(words) ? "mayPass" : undefined;
}

function brief(words: string): string {
  return shortened(oneLine(words), 200);
}

/**
 * How long to wait before the next try: anywhere up to a minute, then two, four … six hours, so that mails which failed
 * together don't come back together; never under ten seconds.
 * @param attempts tries so far, from 1
 * @returns milliseconds
 */
export function waitAfter(attempts: number, chance: number = Math.random()): number {
  const most = Math.min(longestWait, minute * 2 ** Math.min(attempts - 1, 20));
  return Math.max(10_000, Math.round(chance * most));
}
