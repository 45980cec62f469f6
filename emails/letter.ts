import type { Say } from "../app/i18n/text";

/** One thing in a letter, in reading order. `plain` is said in the text part instead, where a button is a bare link. */
export type Block =
  | { kind: "text"; text: string; plain?: string }
  /** A fact that stands out: when, where. */
  | { kind: "fact"; label: string; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "button"; label: string; href: string }
  /** Buttons of the same weight beside each other: yes, no, maybe. */
  | { kind: "choices"; items: { label: string; href: string }[] }
  /** A code to read and type over. */
  | { kind: "code"; text: string }
  | { kind: "quiet"; text: string; plain?: string };

/** What a mail brings to its reader's calendar: a method of iTIP (RFC 5546), and the text with that method in it. */
export interface CalendarPart {
  method: "PUBLISH" | "REQUEST" | "CANCEL";
  ics: string;
}

/** What a mail says, before it is drawn as HTML and as plain text: the two always say the same. */
export interface Letter {
  subject: string;
  /** Shown behind the subject in a list of mails. */
  preview: string;
  /** Name of the sender: "Jans kring". The address is ours. */
  from: string;
  language: "nl" | "en";
  title: string;
  blocks: Block[];
  /** Why the reader got this. */
  why: string;
  /** How to get fewer of this kind: a page, and one click from the mail program. */
  fewer?: { label: string; href: string };
  calendar?: CalendarPart;
  /** The address that it comes from and that answers go to, where mails are taken in; else our own. */
  address?: string;
  /** The Message-ID of the first mail about the same thing to this reader. */
  conversation?: string;
}

/** What every template is given besides its own facts. */
export interface Written {
  t: Say;
  language: "nl" | "en";
}
