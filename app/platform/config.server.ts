import { join, resolve } from "node:path";

/** What the environment says, read once. Every name here is in the README. */
export interface Config {
  port: number;
  /** Where it listens: this machine alone, unless the operator says otherwise. */
  host: string;
  /** Folder of the database and the photos. */
  dataDir: string;
  /** The SQLite file. */
  database: string;
  /** Public address without a slash at the end; what links in mails begin with. */
  appUrl: string;
  /** The public address is this machine. */
  loopback: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Where somebody, or Kring itself, reads what people answer to its mails. */
  mailReplyTo: string | undefined;
  /** What mails that are handed to us are signed with: with an address to answer to as well, they are taken in. */
  mailInboundSecret: string | undefined;
  /** Which name server the operator's check-mail asks; without it, those of this machine. */
  dnsServer: string | undefined;
  /** Mails are shown at /mailbox and go nowhere else. Never where another machine can ask. */
  mailbox: boolean;
  /** Jan's circle with one-click personas. Never where another machine can ask. */
  demo: boolean;
  development: boolean;
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  trustedProxies: number;
}

let known: Config | undefined;

/** @returns the configuration of this process */
export function config(): Config {
  known ??= configFrom(process.env);
  return known;
}

/** @throws Error, in words for an operator, when a value makes no sense */
export function configFrom(env: Record<string, string | undefined>): Config {
  const port = whole(env.PORT, "PORT", 3000);
  const dataDir = resolve(env.DATA_DIR || "./data");
  const appUrl = (env.APP_URL || `http://localhost:${port}`).replace(/\/+$/, "");
  if (!URL.canParse(appUrl)) throw new Error(`APP_URL is not an address: ${appUrl}`);
  const { hostname } = new URL(appUrl);
  const loopback = isLoopback(hostname);
  const smtpUrl = env.SMTP_URL || undefined;
  const host = env.HOST || "127.0.0.1";
  const mailFrom = env.MAIL_FROM || `kring@${loopback ? "kring.example" : hostname}`;
  const onlyHere = loopback && isLoopback(host.includes(":") ? `[${host}]` : host);
  return {
    port,
    host,
    dataDir,
    database: env.DATABASE_URL ? resolve(env.DATABASE_URL.replace(/^file:/, "")) : join(dataDir, "kring.db"),
    appUrl,
    loopback,
    smtpUrl,
    mailFrom,
    mailReplyTo: replyAddress(env.MAIL_REPLY_TO, mailFrom),
    mailInboundSecret: inboundSecret(env.MAIL_INBOUND_SECRET),
    dnsServer: env.DNS_SERVER || undefined,
    mailbox: !smtpUrl && onlyHere,
    demo: env.KRING_DEMO === "1" && onlyHere,
    development: env.NODE_ENV === "development",
    trustedProxies: whole(env.TRUSTED_PROXIES, "TRUSTED_PROXIES", 0),
  };
}

/** @returns whether a host name means this very machine */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Calendars and mail servers mind who a mail is from: it is the address to answer to, so that must be of our own domain. */
function replyAddress(text: string | undefined, mailFrom: string): string | undefined {
  if (!text) return undefined;
  // A member's own address has 33 characters more before the @, and 64 at most.
  if (!/^[\w.-]{1,31}@[\w.-]+$/.test(text))
    throw new Error(`MAIL_REPLY_TO is not a plain address, with at most 31 characters before the @: ${text}`);
  const domain = (address: string) => address.replace(/>\s*$/, "").split("@").at(-1)?.trim().toLowerCase();
  if (domain(text) !== domain(mailFrom)) throw new Error(`MAIL_REPLY_TO (${text}) and MAIL_FROM (${mailFrom}) are not of one domain`);
  return text;
}

function inboundSecret(text: string | undefined): string | undefined {
  if (text && text.length < 32) throw new Error("MAIL_INBOUND_SECRET has fewer than 32 characters");
  return text || undefined;
}

function whole(text: string | undefined, name: string, otherwise: number): number {
  if (!text) return otherwise;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`${name} is not a whole number: ${text}`);
  return number;
}
