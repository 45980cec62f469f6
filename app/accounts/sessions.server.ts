import { type Adapter, Lucia, TimeSpan } from "lucia";
import { minutesAfter, now } from "~/platform/clock.server";
import { hostOnly, overHttps } from "~/platform/http/cookie.server";
import { log } from "~/platform/log.server";
import { query } from "~/platform/query.server";
import { hashOf } from "~/platform/secrets.server";
import { type Transaction, transaction } from "~/platform/transaction.server";
import type { Person } from "~/policy/viewer.server";
import { forgetOldWaysIn } from "./forgetting.server";

declare module "lucia" {
  interface Register {
    Lucia: typeof sessions;
    DatabaseUserAttributes: Omit<Person, "accountId" | "session" | "byCard" | "actsIn">;
    DatabaseSessionAttributes: SessionKind;
  }
}

interface SessionKind {
  /** What the browser calls itself. */
  device: string;
  /** The card that it was opened with, if it was. */
  cardId: string | null;
  /** On a device that is not theirs: it is over after some hours, and when the browser closes. */
  borrowed: boolean;
  /** The group for whose central person they act from here, and until when. */
  actsIn: string | null;
  actsUntil: string | null;
}

interface SessionRow extends Omit<SessionKind, "borrowed"> {
  accountId: string;
  expiresAt: string;
  borrowed: 0 | 1;
}

const lasts = new TimeSpan(180, "d");
const lastsBorrowed = new TimeSpan(12, "h");

/** Sessions that ended, by the hash of their id, until the disk knows it too: from that moment they open nothing any more. */
const ending = new Set<string>();
/** Sessions that are being lengthened. */
const sliding = new Set<string>();
/** When the disk took nothing, it is asked again after so many milliseconds. */
const again = 60_000;

/** Writes in the background, until it worked: no page waits for it, and none fails over it. Once at a time for each session. */
function later(inHand: Set<string>, hash: string, act: (tx: Transaction) => Promise<unknown>): void {
  if (inHand.has(hash)) return;
  inHand.add(hash);
  const attempt = () => {
    transaction(act).then(
      () => inHand.delete(hash),
      (error: unknown) => {
        log.warn({ error }, "session not noted yet");
        setTimeout(attempt, again).unref();
      },
    );
  };
  attempt();
}

const withAccount = query<SessionRow & { name: string; mail: string | null; language: "nl" | "en"; operatorSince: string | null }>(
  `SELECT s.accountId, s.expiresAt, s.device, s.cardId, s.borrowed, s.actsIn, s.actsUntil, a.name, a.mail, a.language, a.operatorSince
   FROM Session s JOIN Account a ON a.id = s.accountId WHERE s.id = @id`,
);
const ofAccount = query<SessionRow & { id: string }>(
  "SELECT id, accountId, expiresAt, device, cardId, borrowed, actsIn, actsUntil FROM Session WHERE accountId = @userId",
);

/** Keeps sessions in our own table, under the hash of the id that the cookie holds: who reads the database can't sign in with it. */
const adapter: Adapter = {
  async getSessionAndUser(id) {
    const hash = hashOf(id);
    if (ending.has(hash)) return [null, null];
    const found = withAccount.first({ id: hash });
    if (!found || (found.borrowed && found.expiresAt <= now())) return [null, null];
    const { name, mail, language } = found;
    return [asSession(id, found), { id: found.accountId, attributes: { name, mail, language, operator: found.operatorSince !== null } }];
  },
  async getUserSessions(userId) {
    return ofAccount.all({ userId }).map((session) => asSession(session.id, session));
  },
  async setSession({ id, userId: accountId, expiresAt, attributes }) {
    const createdAt = now();
    const ends = attributes.borrowed ? minutesAfter(createdAt, lastsBorrowed.seconds() / 60) : expiresAt.toISOString();
    await transaction((tx) => tx.session.create({ data: { id: hashOf(id), accountId, createdAt, expiresAt: ends, ...attributes } }));
  },
  async updateSessionExpiration(id, expiresAt) {
    later(sliding, hashOf(id), (tx) => tx.session.updateMany({ where: { id: hashOf(id) }, data: { expiresAt: expiresAt.toISOString() } }));
  },
  async deleteSession(id) {
    later(ending, hashOf(id), (tx) => tx.session.deleteMany({ where: { id: hashOf(id) } }));
  },
  async deleteUserSessions(accountId) {
    await transaction((tx) => tx.session.deleteMany({ where: { accountId } }));
  },
  async deleteExpiredSessions() {
    await forgetOldWaysIn(now());
  },
};

function asSession(id: string, { accountId: userId, expiresAt, device, cardId, borrowed, actsIn, actsUntil }: SessionRow) {
  // Lucia lengthens what is over half its time. One on a borrowed device always looks new to it: it ends when it ends.
  const until = borrowed ? Date.parse(now()) + lasts.milliseconds() : Date.parse(expiresAt);
  return { id, userId, expiresAt: new Date(until), attributes: { device, cardId, borrowed: borrowed === 1, actsIn, actsUntil } };
}

/** Lucia, kept behind this folder (docs/decisions/0006-lucia-behind-one-folder.md). A session lasts half a year and slides. */
export const sessions = new Lucia(adapter, {
  sessionExpiresIn: lasts,
  sessionCookie: { name: hostOnly("kring"), attributes: { secure: overHttps, sameSite: "lax", path: "/" } },
  getUserAttributes: (attributes) => attributes,
  getSessionAttributes: (attributes) => attributes,
});

/** Who holds this cookie, and a cookie to send back when the session was lengthened. */
export async function whoHolds(
  cookieHeader: string | undefined,
): Promise<{ person: Person | null; sessionId: string | null; setCookie: string | null }> {
  const id = cookieHeader?.includes(sessions.sessionCookieName) ? sessions.readSessionCookie(cookieHeader) : null;
  if (!id) return { person: null, sessionId: null, setCookie: null };
  const { session, user } = await sessions.validateSession(id);
  if (!session) return { person: null, sessionId: null, setCookie: sessions.createBlankSessionCookie().serialize() };
  const { name, mail, language, operator } = user;
  const setCookie = session.fresh ? sessions.createSessionCookie(id).serialize() : null;
  const { cardId, actsIn, actsUntil } = session;
  const acts = { actsIn: actsUntil && actsUntil > now() ? actsIn : null };
  const person = { accountId: user.id, name, mail, language, operator, session: hashOf(id), byCard: cardId !== null, ...acts };
  return { person, sessionId: id, setCookie };
}

/**
 * Opens a session for an account. @returns the Set-Cookie header
 * @param before the session that this browser had until now: it ends
 */
export async function openSession(
  accountId: string,
  device: string,
  { before = null, cardId = null, borrowed = false }: { before?: string | null } & Partial<SessionKind> = {},
): Promise<string> {
  const session = await sessions.createSession(accountId, {
    ...{ device: device.slice(0, 200), cardId, borrowed },
    ...{ actsIn: null, actsUntil: null },
  });
  if (before) await endSession(before);
  const cookie = sessions.createSessionCookie(session.id);
  // Without an age, browsers forget it when they close.
  if (borrowed) delete cookie.attributes.maxAge;
  return cookie.serialize();
}

/** Ends one session: at once in this server, on disk as soon as it can be. @returns the Set-Cookie header that empties the cookie */
export async function endSession(sessionId: string): Promise<string> {
  await sessions.invalidateSession(sessionId);
  return sessions.createBlankSessionCookie().serialize();
}
