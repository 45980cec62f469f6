import { config } from "~/platform/config.server";
import { query } from "~/platform/query.server";
import { notFound } from "~/platform/refusal";
import { headersOf, type Rendered, senderAddress } from "./message.server";

/** A mail as it stands in the list of /mailbox. */
export interface KeptMail {
  id: string;
  to: string;
  subject: string;
  /** UTC. */
  at: string;
}

interface KeptRow {
  id: string;
  toMail: string;
  toName: string;
  messageId: string;
  message: string;
}

const columns = "SELECT id, toMail, toName, messageId, message FROM OutboxMail WHERE state = 'sent' AND message IS NOT NULL";
const kept = query<KeptRow>(`${columns} ORDER BY rowid DESC LIMIT 200`);
const keptOne = query<KeptRow>(`${columns} AND id = @id`);

/** Mails that were kept instead of sent, newest first. @param here whether it is asked on this very machine. @throws 404 elsewhere, and where mails really go out */
export function keptMails(here: boolean): KeptMail[] {
  onlyHere(here);
  return kept.all().map(({ id, toMail, message }) => {
    const { subject, date } = JSON.parse(message) as Rendered;
    return { id, to: toMail, subject, at: date };
  });
}

/** One of them, with what stands on its envelope but for its date. @throws 404 when there is none */
export function keptMail(id: string, here: boolean): Rendered & { id: string; envelope: [name: string, value: string][] } {
  onlyHere(here);
  const found = keptOne.first({ id });
  if (!found) throw notFound();
  const mail = JSON.parse(found.message) as Rendered;
  const envelope: [string, string][] = [
    ["From", `${mail.from} <${mail.address ?? senderAddress()}>`],
    ["To", found.toName ? `${found.toName} <${found.toMail}>` : found.toMail],
    ["Subject", mail.subject],
    ["Message-ID", found.messageId],
    ...Object.entries(headersOf(mail)),
  ];
  return { ...mail, id, envelope };
}

function onlyHere(here: boolean): void {
  if (!here || !config().mailbox) throw notFound();
}
