import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { query } from "~/platform/query.server";
import { Refusal } from "~/platform/refusal";
import { transaction } from "~/platform/transaction.server";
import { noteBrowser } from "../known-browsers.server";
import { challengeIn } from "./answer-of-a-device";
import { challenge, relyingParty, takeChallenge } from "./challenging-a-device.server";

const found = query<{ publicKey: string; counter: number; accountId: string }>(
  "SELECT publicKey, counter, accountId FROM Passkey WHERE id = @id",
);

/** What the browser needs to have a device sign in: whichever passkey for Kring it holds. It learns of nobody that they exist. */
export async function askForSignature(browser: string, now: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  const options = await generateAuthenticationOptions({ rpID: relyingParty().rpID, userVerification: "required" });
  return { ...options, challenge: await challenge({ browser, accountId: null }, now) };
}

/**
 * Signs in with what a device signed.
 * @param browser which browser asked for it; a new one is told of by mail
 * @param device what it calls itself
 * @throws Refusal when it is no answer to what was asked, or the passkey is not known (any more)
 */
export async function signInWithPasskey(
  answer: AuthenticationResponseJSON,
  { browser, device }: { browser: string; device: string },
  now: string,
): Promise<{ accountId: string }> {
  const asked = challengeIn(answer);
  await takeChallenge(asked, { browser, accountId: null }, now);
  const known = found.first({ id: answer.id });
  if (!known) throw unfitting("a passkey that is not known");
  const counter = await counted(answer, asked, known);
  return transaction(async (tx) => {
    // The count is in the `where`: of a passkey that was copied, one of two that answer at once is refused.
    const { count } = await tx.passkey.updateMany({
      where: { id: answer.id, counter: known.counter, account: { frozenAt: null } },
      data: { counter, usedAt: now },
    });
    if (count === 0) throw unfitting("a passkey that is gone, or whose account is frozen");
    const account = await tx.account.findUniqueOrThrow({ where: { id: known.accountId } });
    await noteBrowser(tx, account, { browser, device }, now);
    return { accountId: account.id };
  });
}

/** @returns how often the device says that it has signed; many say 0 for ever */
async function counted(
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  { publicKey, counter, accountId }: { publicKey: string; counter: number; accountId: string },
): Promise<number> {
  const { rpID, origin } = relyingParty();
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    ...{ response, expectedChallenge, expectedOrigin: origin, expectedRPID: rpID },
    credential: { id: response.id, publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")), counter },
  }).catch((error: Error) => {
    throw unfitting(error.message);
  });
  const { userHandle } = response.response;
  if (!verified) throw unfitting("a signature that does not fit");
  if (userHandle && Buffer.from(userHandle, "base64url").toString("utf8") !== accountId) throw unfitting("a passkey of another account");
  return authenticationInfo.newCounter;
}

const unfitting = (why: string) => new Refusal({ key: "passkey.notFitting" }, null, why);
