import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { queueMail } from "~/mail/queueing.server";
import { Refusal } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import { actAsPerson } from "~/policy/act.server";
import { refuseCard } from "~/policy/acting";
import type { Person } from "~/policy/viewer.server";
import { challengeIn } from "./answer-of-a-device";
import { challenge, relyingParty, takeChallenge } from "./challenging-a-device.server";
import { passkeysOf } from "./my-passkeys.server";

/** More of them nobody has devices for. */
const most = 20;

/** What the browser needs to have the device make a passkey that only its owner's face, finger or code opens. @throws NotAllowed with a card */
export async function askForPasskey(person: Person, browser: string, now: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
  refuseCard(person, "make a passkey");
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  const options = await generateRegistrationOptions({
    rpName: "Kring",
    rpID: relyingParty().rpID,
    userID: new TextEncoder().encode(person.accountId),
    userName: person.mail ?? (person.name || "Kring"),
    userDisplayName: person.name,
    excludeCredentials: passkeysOf(person).map(({ id, transports }) => ({ id, transports })),
    // Kept on the device, so that signing in asks for no name; and never without its owner.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return { ...options, challenge: await challenge({ browser, accountId: person.accountId }, now) };
}

/**
 * From now on this person signs in with the device that answered. They hear of it by mail, in case it was not them.
 * @param device what the browser calls itself
 * @throws Refusal when it is no answer to what was asked; NotAllowed with a card
 */
export async function makePasskey(
  person: Person,
  answer: RegistrationResponseJSON,
  { browser, device }: { browser: string; device: string },
  now: string,
): Promise<string> {
  refuseCard(person, "make a passkey");
  const { accountId } = person;
  const asked = challengeIn(answer);
  await takeChallenge(asked, { browser, accountId }, now);
  const { id, publicKey, counter } = await verified(answer, asked);
  return actAsPerson(person, null, async ({ tx }) => {
    if ((await tx.passkey.count({ where: { accountId } })) >= most) throw new Refusal({ key: "passkey.tooMany", values: { count: most } });
    if (await tx.passkey.findUnique({ where: { id } })) throw new Refusal({ key: "passkey.already" });
    await tx.passkey.create({
      data: {
        id,
        accountId,
        publicKey,
        counter,
        transports: JSON.stringify(answer.response.transports ?? []),
        device: device.slice(0, 200),
        createdAt: now,
      },
    });
    const { mail, name, language } = person;
    if (mail)
      await queueMail(tx, {
        kind: "newPasskey",
        dedupeKey: `newPasskey:${newId()}`,
        to: { mail, name, language },
        data: { device: device.slice(0, 200), at: now },
        now,
      });
    return "/me/passkeys";
  });
}

async function verified(answer: RegistrationResponseJSON, expectedChallenge: string) {
  const { rpID, origin } = relyingParty();
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const { registrationInfo } = await verifyRegistrationResponse({
    ...{ response: answer, expectedChallenge, expectedOrigin: origin, expectedRPID: rpID },
  }).catch((error: Error) => {
    throw new Refusal({ key: "passkey.notFitting" }, null, error.message);
  });
  if (!registrationInfo) throw new Refusal({ key: "passkey.notFitting" }, null, "a passkey that was not verified");
  const { id, publicKey, counter } = registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey).toString("base64url"), counter };
}
