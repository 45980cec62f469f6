import { config } from "../config.server";

/** Whether browsers reach us over https: then no cookie of ours may go over http. */
export const overHttps = config().appUrl.startsWith("https:");

/** A name that ties a cookie to this very host, where browsers keep that promise: over https. */
export const hostOnly = (name: string) => (overHttps ? `__Host-${name}` : name);

/** What this browser sent in one of our cookies, or null. @param header the Cookie header */
export function cookieIn(header: string | null | undefined, name: string): string | null {
  return new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(header ?? "")?.[1] ?? null;
}

/**
 * A Set-Cookie header for something small that this browser remembers. It is for all our pages, and never for script.
 * @param seconds how long it stays; 0 takes it away
 */
export function cookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly${overHttps ? "; Secure" : ""}`;
}
