import type { Language } from "~/i18n/text";
import { promiseMail } from "~/mail/promising.server";
import { minutesAfter } from "~/platform/clock.server";
import { row } from "~/platform/reading.server";
import { Refusal } from "~/platform/refusal";
import { hashOf, newCode, newId, newToken, sameHash } from "~/platform/secrets.server";
import { type Writing, write } from "~/platform/writing.server";

const minutesValid = 15;
const triesAllowed = 5;

/**
 * Sends a code and a link to a mail address, whether or not it is known here: nobody learns who has an account.
 * @param next local path to go to afterwards
 * @returns the id of the request, for the page where the code is typed
 */
export async function askForCode(mail: string, next: string, language: Language, now: string): Promise<string> {
  const id = newId();
  const code = newCode();
  const token = newToken();
  await write(async (tx) => {
    await tx.signInCode.create({
      data: {
        id,
        mail,
        codeHash: hashOf(id + code),
        linkHash: hashOf(token),
        next,
        language,
        createdAt: now,
        expiresAt: minutesAfter(now, minutesValid),
      },
    });
    const known = await tx.account.findUnique({ where: { mail } });
    await promiseMail(tx, {
      kind: "signIn",
      dedupeKey: `signIn:${id}`,
      to: { mail, name: known?.name ?? "", language: known?.language === "en" ? "en" : language },
      data: { code, token, minutes: minutesValid },
      now,
    });
  });
  return id;
}

/** What the page of a link shows before the press. @returns null when the link is wrong, old or used */
export function linkStillGood(token: string, now: string): { mail: string } | null {
  return (
    row<{ mail: string }>("SELECT mail FROM SignInCode WHERE linkHash = @hash AND usedAt IS NULL AND expiresAt > @now", {
      hash: hashOf(token),
      now,
    }) ?? null
  );
}

export interface SignedIn {
  accountId: string;
  next: string;
}

/** @throws Refusal when the code is wrong, old, used, or was tried too often; a wrong try is counted */
export async function signInWithCode(id: string, code: string, now: string): Promise<SignedIn> {
  const result = await write(async (tx) => {
    const asked = await tx.signInCode.findUnique({ where: { id } });
    if (!asked || asked.usedAt || asked.expiresAt <= now || asked.tries >= triesAllowed) return "old" as const;
    if (!sameHash(asked.codeHash, hashOf(id + code))) {
      await tx.signInCode.update({ where: { id }, data: { tries: { increment: 1 } } });
      return asked.tries + 1 >= triesAllowed ? ("old" as const) : ("wrong" as const);
    }
    return use(tx, asked, now);
  });
  if (result === "wrong") throw new Refusal({ key: "signIn.codeWrong" }, "code");
  if (result === "old") throw new Refusal({ key: "signIn.codeOld" }, "code");
  return result;
}

/** @throws Refusal when the link is wrong, old or used */
export async function signInWithLink(token: string, now: string): Promise<SignedIn> {
  return write(async (tx) => {
    const asked = await tx.signInCode.findUnique({ where: { linkHash: hashOf(token) } });
    if (!asked || asked.usedAt || asked.expiresAt <= now) throw new Refusal({ key: "signIn.linkOld" });
    return use(tx, asked, now);
  });
}

/** All open codes of the address are void once one of them was used. */
async function use(tx: Writing, asked: { mail: string; next: string; language: string }, now: string): Promise<SignedIn> {
  await tx.signInCode.updateMany({ where: { mail: asked.mail, usedAt: null }, data: { usedAt: now } });
  const account = await accountFor(tx, asked.mail, asked.language, now);
  return { accountId: account.id, next: asked.next };
}

/** The account of a mail address, made when there is none. */
export async function accountFor(
  tx: Writing,
  mail: string,
  language: string,
  now: string,
  name = "",
): Promise<{ id: string; name: string; isNew: boolean }> {
  const known = await tx.account.findUnique({ where: { mail } });
  if (known) return { ...known, isNew: false };
  const account = await tx.account.create({ data: { id: newId(), name, mail, language, createdAt: now } });
  return { ...account, isNew: true };
}
