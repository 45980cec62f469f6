import { actAsOperator } from "~/policy/act.server";
import type { Operator } from "~/policy/viewer.server";

/**
 * Freezes the account of an address that somebody else took over: every session ends, what could open one is void, nothing
 * that it belongs to is seen, done or mailed with it until it is unfrozen. Reads no content.
 * @returns how many devices were signed out; null when there is no such account
 */
export async function freezeAccount(operator: Operator, mail: string): Promise<{ devices: number } | null> {
  return actAsOperator(operator, async ({ tx }) => {
    const account = await tx.account.findUnique({ where: { mail } });
    if (!account) return null;
    const { now } = operator;
    await tx.account.update({ where: { id: account.id }, data: { frozenAt: account.frozenAt ?? now } });
    await tx.signInCode.updateMany({ where: { mail, usedAt: null }, data: { usedAt: now } });
    await tx.signInCard.updateMany({ where: { accountId: account.id, voidedAt: null }, data: { voidedAt: now } });
    await tx.passkey.deleteMany({ where: { accountId: account.id } });
    await tx.knownBrowser.deleteMany({ where: { accountId: account.id } });
    const { count } = await tx.session.deleteMany({ where: { accountId: account.id } });
    return { devices: count };
  });
}

/** Its owner has it back: they can sign in again. @returns false when there is no such account */
export async function unfreezeAccount(operator: Operator, mail: string): Promise<boolean> {
  return actAsOperator(operator, async ({ tx }) => {
    const { count } = await tx.account.updateMany({ where: { mail }, data: { frozenAt: null } });
    return count > 0;
  });
}
