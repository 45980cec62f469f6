import { oneLine, shortened } from "../../emails/words";

/** Why a mail did not go, for an operator; `final` when trying again makes no sense. */
export interface Trouble {
  final: boolean;
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
  return {
    final: number >= 500 && aboutThisMail && !wantsSignIn,
    code: String(number),
    reason: brief(`mail server answered: ${typeof response === "string" && response ? response : number}`),
  };
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
