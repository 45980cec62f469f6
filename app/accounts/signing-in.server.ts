import type { Language } from "~/i18n/text";
import { queueMail } from "~/mail/queueing.server";
import { minutesAfter } from "~/platform/clock.server";
import { query } from "~/platform/query.server";
import { Refusal } from "~/platform/refusal";
import { hashOf, newCode, newId, newToken, sameHash } from "~/platform/secrets.server";
import { type Transaction, transaction } from "~/platform/transaction.server";
import { noteBrowser } from "./known-browsers.server";
import { mostWrongTries, wrongTriesSince } from "./wrong-tries.server";

const minutesValid = 15;
const triesAllowed = 5;

/**
 * Sends a code and a link to a mail address, whether or not it is known here: nobody learns who has an account. To a
 * frozen one nothing is sent, and the page is the same.
 * @param next local path to go to afterwards
 * @param browser which browser asks (browsers.server.ts): only there can the code be typed; the link opens anywhere
 * @returns the id of the request, for the page where the code is typed
 */
export async function askForCode(mail: string, next: string, language: Language, now: string, browser = ""): Promise<string> {
  const id = newId();
  const code = newCode();
  const token = newToken();
  await transaction(async (tx) => {
    await tx.signInCode.create({
      data: {
        id,
        mail,
        codeHash: hashOf(id + code),
        linkHash: hashOf(token),
        browser,
        next,
        language,
        createdAt: now,
        expiresAt: minutesAfter(now, minutesValid),
      },
    });
    const known = await tx.account.findUnique({ where: { mail } });
    if (known?.frozenAt) return;
    await queueMail(tx, {
      kind: "signIn",
      dedupeKey: `signIn:${id}`,
      to: { mail, name: known?.name ?? "", language: known?.language === "en" ? "en" : language },
      data: { code, token, minutes: minutesValid },
      now,
    });
  });
  return id;
}

const askedIn = query<{ mail: string; next: string }>("SELECT mail, next FROM SignInCode WHERE id = @id AND browser = @browser");
const askedByLink = query<Asking>("SELECT mail, usedAt, createdAt, expiresAt FROM SignInCode WHERE linkHash = @hash");

/** What was asked in this browser, for the page where the code is typed. @returns null for what another one asked, or nobody */
export function askedHere(id: string, browser: string | null): { mail: string; next: string } | null {
  if (!browser) return null;
  return askedIn.first({ id, browser }) ?? null;
}

/** What the page of a link shows before the press. @returns null when the link is wrong, old or used */
export function linkStillGood(token: string, now: string): { mail: string } | null {
  const found = askedByLink.first({ hash: hashOf(token) });
  return found && stillGood(found, now) ? { mail: found.mail } : null;
}

interface Asking {
  mail: string;
  usedAt: string | null;
  createdAt: string;
  expiresAt: string;
}

/** Not used and not too old; nor made by a clock that ran ahead and came back, which would make it good for days. */
function stillGood({ usedAt, createdAt, expiresAt }: Asking, now: string): boolean {
  return !usedAt && expiresAt > now && createdAt <= minutesAfter(now, minutesValid);
}

export interface SignedIn {
  accountId: string;
  next: string;
}

/**
 * Signs in with the code from the mail, in the browser that asked for it.
 * @param device what the browser calls itself, for the mail of a new one
 * @throws Refusal when the code is wrong, old, used, of another browser, or was tried too often; a wrong try is counted
 */
export async function signInWithCode(id: string, code: string, browser: string | null, now: string, device = ""): Promise<SignedIn> {
  const result = await transaction(async (tx) => {
    const asked = await tx.signInCode.findUnique({ where: { id } });
    if (!asked || !browser || asked.browser !== browser) return "signIn.codeElsewhere" as const;
    if (asked.tries >= triesAllowed) return "signIn.codeTooMany" as const;
    if (!stillGood(asked, now)) return "signIn.codeOld" as const;
    if ((await wrongTriesSince(tx, asked, now)) >= mostWrongTries) return "signIn.codeNoMore" as const;
    if (!sameHash(asked.codeHash, hashOf(id + code))) {
      await tx.signInCode.update({ where: { id }, data: { tries: { increment: 1 } } });
      return asked.tries + 1 >= triesAllowed ? ("signIn.codeTooMany" as const) : ("signIn.codeWrong" as const);
    }
    return use(tx, asked, { browser, device }, now);
  });
  if (typeof result === "string") throw new Refusal({ key: result }, "code");
  return result;
}

/** @param browser in which the link was opened. @throws Refusal when the link is wrong, old or used */
export async function signInWithLink(token: string, browser: string, now: string, device = ""): Promise<SignedIn> {
  return transaction(async (tx) => {
    const asked = await tx.signInCode.findUnique({ where: { linkHash: hashOf(token) } });
    if (!asked || !stillGood(asked, now)) throw new Refusal({ key: "signIn.linkOld" });
    return use(tx, asked, { browser, device }, now);
  });
}

/** All open codes of the address are void once one of them was used; what was tried wrong on them is forgotten with them. */
async function use(
  tx: Transaction,
  asked: { mail: string; next: string; language: string },
  { browser, device }: { browser: string; device: string },
  now: string,
): Promise<SignedIn> {
  await tx.signInCode.updateMany({ where: { mail: asked.mail, usedAt: null }, data: { usedAt: now } });
  const account = await accountFor(tx, asked.mail, asked.language, now);
  await noteBrowser(tx, account, { browser, device }, now);
  return { accountId: account.id, next: asked.next };
}

/** The account of a mail address, made when there is none. */
export async function accountFor(
  tx: Transaction,
  mail: string,
  language: string,
  now: string,
  name = "",
): Promise<{ id: string; name: string; mail: string | null; language: string; isNew: boolean }> {
  const known = await tx.account.findUnique({ where: { mail } });
  if (known) return { ...known, isNew: false };
  const account = await tx.account.create({ data: { id: newId(), name, mail, language, createdAt: now } });
  return { ...account, isNew: true };
}
