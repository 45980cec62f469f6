import { cookie, cookieIn, hostOnly } from "~/platform/http/cookie.server";

const name = hostOnly("kring-card");

/** The token of the card that was held before this browser a moment ago, or null. */
export function cardInHand(request: Request): string | null {
  const token = cookieIn(request.headers.get("cookie"), name);
  return token && /^[\w-]{43}$/.test(token) ? token : null;
}

/** A Set-Cookie header that keeps it for the ten minutes in which its holder says yes. */
export const holdCard = (token: string) => cookie(name, token, 600);

/** One that takes it away. */
export const letGoOfCard = () => cookie(name, "", 0);
