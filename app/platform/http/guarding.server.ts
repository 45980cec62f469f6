import type { IncomingMessage } from "node:http";
import { isIPv4, isIPv6 } from "node:net";
import { config, isLoopback } from "../config.server";

/** Every answer carries these. Nothing on our pages is inline, so the policy needs no nonce and no exception. */
export function safetyHeaders({ appUrl, development } = config()): Record<string, string> {
  const headers: Record<string, string> = {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "frame-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
  if (appUrl.startsWith("https:") && !development) headers["strict-transport-security"] = "max-age=63072000";
  return headers;
}

/**
 * Whether a request that changes something comes from our own pages. Browsers name the origin of every post; what names
 * none is no browser, and carries nobody's cookie unless they gave it themselves.
 */
export function fromOurPages(req: IncomingMessage): boolean {
  const { origin, host } = req.headers;
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const { appUrl, loopback } = config();
  if (from.origin === new URL(appUrl).origin) return true;
  return loopback && isLoopback(from.hostname) && from.host === host;
}

/**
 * Whether a request was made on this very machine: by its socket and by the name that it asked for (a page elsewhere can
 * point a name of its own at 127.0.0.1), and not passed on from another machine by a proxy.
 */
export function fromThisMachine(req: IncomingMessage): boolean {
  const passedOn = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"];
  if (passedOn.some((name) => req.headers[name] !== undefined)) return false;
  const name = /^([^\s/@:]+|\[[\da-f:]+\])(:\d+)?$/i.exec(req.headers.host ?? "")?.[1] ?? "";
  if (!isLoopback(name.toLowerCase())) return false;
  return isLoopback((req.socket.remoteAddress ?? "").replace(/^::ffff:/, "").replace(/^::1$/, "[::1]"));
}

/** Where mails are handed over. */
const inbound = "/mail/inbound";

/** Bytes that a request may bring: a photo on a photo page, a mail where they are taken in, else a form. */
export function bodyLimit(path: string): number {
  if (path === inbound) return 5 * 1024 * 1024;
  return path.endsWith("/photo") ? 15 * 1024 * 1024 : 256 * 1024;
}

/** Whether what a request brings is written as our forms write it, or is a mail: anything else could only fail when it is read. */
export function formType(req: IncomingMessage): boolean {
  const encoded = req.headers["content-encoding"] ?? "identity";
  if (req.url === inbound) return encoded === "identity";
  const type = (req.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  return encoded === "identity" && (type === "application/x-www-form-urlencoded" || type === "multipart/form-data");
}

/** Whether who asks can unpack what was packed so (RFC 9110, 12.5.3). */
export function takes(req: IncomingMessage, encoding: "br" | "gzip"): boolean {
  const offers = String(req.headers["accept-encoding"] ?? "").split(",");
  return offers.some((offer) => {
    const [name = "", ...parameters] = offer
      .toLowerCase()
      .split(";")
      .map((part) => part.trim());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

/** The network of who asks, for limits. Only as many proxies are believed as the operator says there are. */
export function networkAddress(req: IncomingMessage): string {
  const { trustedProxies } = config();
  const forwarded = String(req.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const believed = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  return networkOf(believed ?? req.socket.remoteAddress ?? "");
}

/**
 * What counts as one visitor: an IPv4 address, or the first 64 bits of an IPv6 address, which one house has for itself.
 * @param address as a socket or a proxy writes it: perhaps with a port, brackets, a zone, or IPv4 within IPv6
 * @returns "unknown" for what is no address
 */
export function networkOf(address: string): string {
  const bare = /^\[([^\]]*)\](:\d+)?$/.exec(address)?.[1] ?? (/^[\d.]+:\d+$/.test(address) ? address.replace(/:\d+$/, "") : address);
  const withoutZone = bare.replace(/%.*$/, "");
  if (isIPv4(withoutZone)) return withoutZone;
  if (!isIPv6(withoutZone)) return "unknown";
  // The URL parser writes each IPv6 address in its one short form, IPv4 within as two groups of figures.
  const short = new URL(`http://[${withoutZone}]`).hostname.slice(1, -1);
  const [head = "", tail] = short.split("::");
  const groups = (text = "") => text.split(":").filter(Boolean);
  const [before, after] = [groups(head), groups(tail)];
  const all = [...before, ...Array<string>(tail === undefined ? 0 : 8 - before.length - after.length).fill("0"), ...after];
  if (all.slice(0, 6).join(":") === "0:0:0:0:0:ffff") {
    const [high = 0, low = 0] = all.slice(6).map((group) => Number.parseInt(group, 16));
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  }
  return `${all.slice(0, 4).join(":")}::/64`;
}
