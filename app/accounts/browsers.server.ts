import { config } from "~/platform/config.server";
import { daysKept } from "~/platform/periods";
import { hashOf, newToken } from "~/platform/secrets.server";
import type { Asked } from "./asking.server";

const secure = config().appUrl.startsWith("https:");
const cookie = secure ? "__Host-kring-browser" : "kring-browser";

/** Which browser asks: the hash of the secret in its cookie, or null for one that has none. It says nothing of who sits before it. */
export function browserOf({ request }: Asked): string | null {
  const secret = new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]{43})(?:;|$)`).exec(request.headers.get("cookie") ?? "")?.[1];
  return secret ? hashOf(secret) : null;
}

/** The same, with a new secret for a browser that has none. */
export function browserNamed(asked: Asked): string {
  const known = browserOf(asked);
  if (known) return known;
  const secret = newToken();
  asked.context.setCookie(
    `${cookie}=${secret}; Path=/; Max-Age=${daysKept.knownBrowser * 86_400}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`,
  );
  return hashOf(secret);
}
