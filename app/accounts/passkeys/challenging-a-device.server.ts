import { minutesAfter } from "~/platform/clock.server";
import { config } from "~/platform/config.server";
import { Refusal } from "~/platform/refusal";
import { hashOf, newToken } from "~/platform/secrets.server";
import { transaction } from "~/platform/transaction.server";

/** How long a device may take to answer: a person has to find their glasses. */
const minutes = 10;

/** Kring as a device knows it: a passkey made for one address opens no other (WebAuthn, "relying party"). */
export function relyingParty(): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(config().appUrl);
  return { rpID: hostname, origin };
}

/** Who is asked: a browser, and in it perhaps the account that a passkey is to be made for. */
export interface Challenged {
  /** The hash of the browser's secret (browsers.server.ts). */
  browser: string;
  /** Whose passkey is to be made; null to sign in. */
  accountId: string | null;
}

/** Something new for a device to sign, once, within ten minutes. @returns the challenge, as it is sent to the browser (base64url) */
export async function challenge({ browser, accountId }: Challenged, now: string): Promise<string> {
  const sent = newToken();
  await transaction((tx) =>
    tx.passkeyChallenge.create({ data: { hash: hashOf(sent), browser, accountId, expiresAt: minutesAfter(now, minutes) } }),
  );
  return sent;
}

/**
 * Takes in the challenge that a device says it signed: from then on nobody can answer it again.
 * @throws Refusal when it is not one of ours, was answered, is too old, or was asked for something else or elsewhere
 */
export async function takeChallenge(signed: string, { browser, accountId }: Challenged, now: string): Promise<void> {
  const where = { hash: hashOf(signed), browser, accountId, expiresAt: { gt: now, lte: minutesAfter(now, minutes) } };
  const { count } = await transaction((tx) => tx.passkeyChallenge.deleteMany({ where }));
  if (count === 0) throw new Refusal({ key: "passkey.tooLate" }, null, "a challenge that is not open");
}
