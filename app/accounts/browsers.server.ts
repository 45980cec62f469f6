import { cookie, cookieIn, hostOnly } from "~/platform/http/cookie.server";
import { daysKept } from "~/platform/periods";
import { hashOf, newToken } from "~/platform/secrets.server";
import type { Asked } from "./asking.server";

const name = hostOnly("kring-browser");

/** Which browser asks: the hash of the secret in its cookie, or null for one that has none. It says nothing of who sits before it. */
export function browserOf({ request }: Asked): string | null {
  const secret = cookieIn(request.headers.get("cookie"), name);
  return secret && /^[\w-]{43}$/.test(secret) ? hashOf(secret) : null;
}

/** The same, with a new secret for a browser that has none. */
export function browserNamed(asked: Asked): string {
  const known = browserOf(asked);
  if (known) return known;
  const secret = newToken();
  asked.context.setCookie(cookie(name, secret, daysKept.knownBrowser * 86_400));
  return hashOf(secret);
}
