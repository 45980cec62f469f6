import { cookie, cookieIn } from "~/platform/http/cookie.server";

/** What a page can say of what was just done: texts of `said`. */
const sayings = [
  "saved",
  "done",
  "joy",
  "invited",
  "withdrawn",
  "answered",
  "proposed",
  "dateSought",
  "dateGivenUp",
  "planned",
  "changed",
  "goesOn",
  "askedOnceMore",
  "cancelled",
  "left",
  "feedEnded",
  "noteGone",
  "signedOut",
  "passkeyMade",
  "passkeyGone",
  "kept",
  "erasedMe",
] as const;
export type Saying = (typeof sayings)[number];

/** Said once, at the top of the next page; `at` is the id of where it is to be seen there. */
export interface Said {
  saying: Saying;
  at: string | null;
}

const name = "said";

/**
 * Leads on to a page that says what was done. The part behind "#" is left off, since a browser that scrolls there would
 * not read out what is said: the page offers it as a link.
 * @param to local path, perhaps with a fragment
 */
export function goOn(to: string, saying: Saying | null): { to: string; headers: HeadersInit } {
  if (!saying) return { to, headers: {} };
  const [path = "", at = ""] = to.split("#");
  return { to: path, headers: { "set-cookie": cookie(name, `${saying}.${at.replace(/[^\w-]/g, "")}`, 60) } };
}

/** What the page that is asked for has to say, if anything. @param cookies the Cookie header */
export function saidIn(cookies: string | null): Said | null {
  const [, saying, at] = /^(\w+)\.([\w-]*)/.exec(cookieIn(cookies, name) ?? "") ?? [];
  const known = sayings.find((one) => one === saying);
  return known ? { saying: known, at: at || null } : null;
}

/** The Set-Cookie header after which it is not said again. */
export const saidOnce = cookie(name, "", 0);
