import type { AddressObject, HeaderValue, ParsedMail } from "mailparser";
import { config } from "~/platform/config.server";

/** A mail that came in, as far as anything of it matters here. */
export interface CameIn {
  messageId: string | null;
  /** Who it says it is from, in lower case; that proves nothing. */
  from: string;
  /** The marks of the addresses it went to: see answer-address.server.ts. */
  marks: string[];
  /** No person wrote it: an absence, a mailing list, a failure. */
  automatic: boolean;
  /** The Message-IDs that it answers, the nearest last. */
  answersTo: string[];
  /** When it says that it was written; UTC. That proves nothing either. */
  date: string | null;
  /** What it says, as far as we read. */
  text: string;
  /** What it brings for a calendar, if it does. */
  calendar: string | null;
}

/** Nobody says more to say yes; of a longer text the rest is not read. Characters. */
const mostText = 20_000;
const mostCalendar = 100_000;

/** Reads a mail (RFC 5322). @param raw as it went over the wire @returns null for what can't be read */
export async function readMail(raw: Buffer): Promise<CameIn | null> {
  const { simpleParser } = await import("mailparser");
  let mail: ParsedMail;
  try {
    mail = await simpleParser(raw, {
      ...{ skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true },
      maxHtmlLengthToParse: 300_000,
    });
  } catch {
    return null;
  }
  const { headers } = mail;
  const calendar = mail.attachments.find(({ contentType }) => contentType === "text/calendar" || contentType === "application/ics");
  const references = [mail.references ?? [], mail.inReplyTo ?? []].flat();
  return {
    messageId: mail.messageId ?? null,
    from: mail.from?.value[0]?.address?.toLowerCase() ?? "",
    marks: marksIn([...addressesIn(mail.to), ...addressesIn(mail.cc), ...delivery.flatMap((name) => textsOf(headers.get(name)))]),
    automatic: isAutomatic(mail),
    answersTo: references.slice(-50).map((id) => id.trim().toLowerCase()),
    date: mail.date && !Number.isNaN(mail.date.getTime()) ? mail.date.toISOString() : null,
    text: (mail.text ?? "").slice(0, mostText),
    calendar: calendar && calendar.content.length <= mostCalendar ? calendar.content.toString("utf8") : null,
  };
}

/** Where mail servers write to whom a mail went in truth. */
const delivery = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to"];

function marksIn(addresses: readonly string[]): string[] {
  const [local = "", domain = ""] = (config().mailReplyTo ?? "").toLowerCase().split("@");
  const begin = `${local}+`;
  const end = `@${domain}`;
  const marks = addresses.flatMap((address) => {
    const plain = address.trim().toLowerCase().replace(/^<|>$/g, "");
    const mark = plain.startsWith(begin) && plain.endsWith(end) ? plain.slice(begin.length, -end.length) : "";
    return /^[0-9a-f]{32}$/.test(mark) ? [mark] : [];
  });
  return [...new Set(marks)];
}

function addressesIn(found: AddressObject | AddressObject[] | undefined): string[] {
  return [found ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap(({ address, group }) => [address ?? "", ...(group ?? []).map((one) => one.address ?? "")]));
}

function textsOf(value: HeaderValue | undefined): string[] {
  if (value === undefined) return [];
  return [value].flat().map((one) => (typeof one === "string" ? one : typeof one === "object" && "text" in one ? String(one.text) : ""));
}

/** What marks a mail as one that nobody wrote (RFC 3834), or that tells of a failure: it comes from nobody. */
function isAutomatic({ headers, headerLines }: ParsedMail): boolean {
  const said = (name: string) => textsOf(headers.get(name)).join(" ").trim().toLowerCase();
  const auto = said("auto-submitted");
  return (
    (auto !== "" && auto !== "no") ||
    /\b(bulk|list|junk|auto[_-]reply)\b/.test(said("precedence")) ||
    said("x-auto-response-suppress") !== "" ||
    said("x-autoreply") !== "" ||
    headers.has("list") ||
    headerLines.some(({ line }) => /^return-path:\s*<>\s*$/i.test(line))
  );
}
