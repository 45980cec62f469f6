import type { Language, Say } from "~/i18n/text";
import type { Letter } from "../../emails/letter";
import type { MailData, MailKind, patient } from "./queueing.server";

/** A mail that is about to leave: what its composer needs to write it, for its reader as they are now. */
export interface Due<Kind extends MailKind> {
  memberId: string | null;
  groupId: string | null;
  toName: string;
  toMail: string;
  language: Language;
  data: MailData[Kind];
  /** Moment of sending, UTC. */
  now: string;
  t: Say;
  /** Full address of a local path. */
  link(path: string): string;
}

/**
 * What becomes of a mail at this moment: it leaves as a letter; it no longer concerns its reader (they left, it was cancelled,
 * they stopped this kind); it comes too late to be of use; or it waits for another moment (UTC), as for the morning.
 */
export type Composed = Letter | null | "tooLate" | { waitsUntil: string };

/** Writes a mail when it leaves, from what is true then, read with its recipient's own viewer. Only what the server sends by itself can wait. */
export type Composer<Kind extends MailKind> = (due: Due<Kind>) => Kind extends (typeof patient)[number] ? Composed : Letter | null;

/** One composer for each kind; each lives in the domain that queues the mail, and app/jobs.server.ts brings them together. */
export type Composers = { [Kind in MailKind]: Composer<Kind> };
