import { createHmac } from "node:crypto";
import { config } from "~/platform/config.server";
import { sameHash } from "~/platform/secrets.server";

/** How long a signature holds, and how far a clock may be off: milliseconds. */
const holds = 5 * 60_000;

/** Whether mails are taken in at all. */
export function takesMailsIn(): boolean {
  const { mailReplyTo, mailInboundSecret } = config();
  return mailReplyTo !== undefined && mailInboundSecret !== undefined;
}

/** Whether it can be signed at all, before anything of it is read. @param now moment in UTC */
export function maySigned(headers: Headers, now: string): boolean {
  const seconds = headers.get("x-kring-timestamp") ?? "";
  if (!/^\d{1,12}$/.test(seconds) || !/^[0-9a-f]{64}$/.test(headers.get("x-kring-signature") ?? "")) return false;
  return Math.abs(Number(seconds) * 1000 - Date.parse(now)) <= holds;
}

/**
 * Whether a mail was handed over by who has the secret, just now: `X-Kring-Signature` is the HMAC-SHA256, in hex, of the
 * seconds since 1970 in `X-Kring-Timestamp`, a point, and the body.
 * @param now moment in UTC
 */
export function isSigned(body: Buffer, headers: Headers, now: string): boolean {
  const { mailInboundSecret } = config();
  const seconds = headers.get("x-kring-timestamp") ?? "";
  if (!mailInboundSecret || !maySigned(headers, now)) return false;
  const right = createHmac("sha256", mailInboundSecret).update(`${seconds}.`).update(body).digest("hex");
  return sameHash(headers.get("x-kring-signature") ?? "", right);
}
