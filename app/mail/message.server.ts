import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import { config } from "~/platform/config.server";
import type { CalendarPart, Letter } from "../../emails/letter";
import { drawText } from "../../emails/plain-text";
import { headerLine } from "../../emails/words";

/** A mail as it was drawn: kept until it has gone, so that a second try sends the very same. */
export interface Rendered {
  subject: string;
  /** Name of the sender. */
  from: string;
  language: string;
  /** Moment of drawing, UTC. */
  date: string;
  html: string;
  text: string;
  /** Where this kind of mail can be stopped. */
  fewer: string | null;
  calendar?: CalendarPart | undefined;
  /** See Letter; without, it comes from our own address, and answers go to where somebody reads them. */
  address?: string | undefined;
  replyTo?: string | undefined;
  conversation?: string | undefined;
}

/** To whom a mail goes, and under which Message-ID. */
export interface Envelope {
  messageId: string;
  toMail: string;
  toName: string;
}

/** Draws a letter, as HTML and as plain text. */
export async function rendered(letter: Letter, now: string): Promise<Rendered> {
  const { drawHtml } = await import("../../emails/drawing");
  return {
    subject: headerLine(letter.subject, 200),
    from: headerLine(letter.from, 100),
    language: letter.language,
    date: now,
    html: await drawHtml(letter),
    text: drawText(letter),
    fewer: letter.fewer?.href ?? null,
    calendar: letter.calendar,
    address: letter.address,
    replyTo: letter.address ? undefined : config().mailReplyTo,
    conversation: letter.conversation,
  };
}

/** A mail address that can stand in an envelope: one address, and nothing that ends or begins anything else. */
export function isMailable(address: string): boolean {
  return /^[^\s@<>,;:"\\()[\]\p{Cc}]+@[^\s@<>,;:"\\()[\]\p{Cc}]+$/u.test(address) && address.length <= 254;
}

/** The message as it goes over the wire: the same bytes for the same mail, each time. */
export function message({ messageId, toMail, toName }: Envelope, mail: Rendered): SendMailOptions {
  const { calendar, conversation } = mail;
  return {
    from: { name: mail.from, address: mail.address ?? senderAddress() },
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    to: { name: headerLine(toName, 100), address: toMail },
    subject: mail.subject,
    date: new Date(mail.date),
    messageId,
    ...(conversation && conversation !== messageId && { inReplyTo: conversation, references: conversation }),
    headers: headersOf(mail),
    text: mail.text,
    html: mail.html,
    // Its own way of ending lines is lost in any other encoding, and with it the buttons.
    ...(calendar && { icalEvent: { method: calendar.method, content: calendar.ics, contentTransferEncoding: "base64" as const } }),
    envelope: { from: senderAddress(), to: [toMail] },
    baseBoundary: createHash("sha256").update(messageId).digest("hex").slice(0, 16),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What marks a mail as written by a machine (RFC 3834, and Exchange's own), and how to stop it with one click (RFC 8058). */
export function headersOf(mail: Rendered): Record<string, string> {
  const headers: Record<string, string> = {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "Content-Language": mail.language,
  };
  if (mail.fewer && URL.canParse(mail.fewer)) {
    headers["List-Unsubscribe"] = `<${new URL(mail.fewer).href}>`;
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
  }
  return headers;
}

/** The Message-ID of the first mail to a member about a gathering, a series, a pause; to which the later ones refer. */
export function conversationOf(aboutId: string, memberId: string): string {
  return `<${aboutId}.${memberId}@${senderDomain()}>`.toLowerCase();
}

/** The domain of the sender's address: the right side of every Message-ID. */
export function senderDomain(): string {
  return senderAddress().split("@")[1] ?? "kring.example";
}

/** The bare address of MAIL_FROM, which may have a name around it. */
export function senderAddress(): string {
  const { mailFrom } = config();
  return /<([^<>\s]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim();
}
