import { beforeEach, describe, expect, it } from "vitest";
import { forgetOldWaysIn } from "../../app/accounts/forgetting.server";
import { freezeAccount } from "../../app/accounts/freezing.server";
import { signingInForm } from "../../app/accounts/passkeys/answer-of-a-device";
import { askForPasskey, makePasskey } from "../../app/accounts/passkeys/making-a-passkey.server";
import { passkeysOf } from "../../app/accounts/passkeys/my-passkeys.server";
import { removePasskey } from "../../app/accounts/passkeys/removing-a-passkey.server";
import { askForSignature, signInWithPasskey } from "../../app/accounts/passkeys/signing-in-with-a-passkey.server";
import { openSession, whoHolds } from "../../app/accounts/sessions.server";
import { daysAfter, minutesAfter, now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { hashOf } from "../../app/platform/secrets.server";
import { operator, type Person } from "../../app/policy/viewer.server";
import { authenticator } from "../authenticator";
import { freshDatabase } from "../database";
import { circleOfJan, type World } from "../world";

let world: World;
let fatima: Person;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
  fatima = await signedIn("fatima");
});

const [mine, other] = [hashOf("her browser"), hashOf("another browser")];
const phone = "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0";
const at = (browser = mine) => ({ browser, device: phone });

async function signedIn(who: "fatima" | "tom", cardId: string | null = null): Promise<Person> {
  const { person } = await whoHolds((await openSession(world.accounts[who] ?? "", phone, { cardId })).split(";")[0] ?? "");
  return person ?? expect.fail("not signed in");
}

/** Fatima's phone, after she let it make a passkey. */
async function herPhone(person = fatima) {
  const device = authenticator();
  const { challenge } = await askForPasskey(person, mine, moment());
  await makePasskey(person, device.makes(challenge), at(), moment());
  return device;
}

/** Signs in with a device, which may say something else than it should. */
async function comesIn(device: ReturnType<typeof authenticator>, said: Parameters<typeof device.signs>[1] = {}, browser = mine) {
  const { challenge } = await askForSignature(browser, moment());
  return signInWithPasskey(device.signs(challenge, said), at(browser), moment());
}
const refused = (key: string) => ({ name: "Refusal", words: { key: `passkey.${key}` } });
const mails = (kind: string) => rows<{ toMail: string }>("SELECT toMail FROM OutboxMail WHERE kind = @kind", { kind });

describe("A passkey on Fatima's phone", () => {
  it("signs her in without mail or name, as often as she likes, and she hears of it when it is made", async () => {
    const device = await herPhone();
    expect(passkeysOf(fatima)).toMatchObject([{ id: device.id, device: { kind: "phone", browser: "Firefox" } }]);
    expect(mails("newPasskey")).toEqual([{ toMail: "fatima@kring.example" }]);
    expect(await comesIn(device)).toEqual({ accountId: world.accounts.fatima });
    expect(await comesIn(device, { userHandle: fatima.accountId })).toEqual({ accountId: world.accounts.fatima });
    expect(row("SELECT usedAt IS NOT NULL AS used FROM Passkey")).toEqual({ used: 1 });
  });

  it("in another browser of hers brings a mail of its own, as each way in does", async () => {
    const device = await herPhone();
    await comesIn(device);
    expect(mails("newDevice")).toEqual([]);
    await comesIn(device, {}, other);
    expect(mails("newDevice")).toEqual([{ toMail: "fatima@kring.example" }]);
  });

  it("opens nothing any more once she took it away; nobody else can", async () => {
    const device = await herPhone();
    await expect(removePasskey(await signedIn("tom"), device.id)).rejects.toMatchObject({ status: 404 });
    await removePasskey(fatima, device.id);
    await expect(comesIn(device)).rejects.toMatchObject(refused("notFitting"));
    await expect(removePasskey(fatima, device.id)).rejects.toMatchObject({ status: 404 });
  });

  it("opens nothing once her account is frozen, nor after that", async () => {
    const device = await herPhone();
    await freezeAccount(operator(moment()), "fatima@kring.example");
    await expect(comesIn(device)).rejects.toMatchObject(refused("notFitting"));
    expect(row("SELECT count(*) AS n FROM Passkey")).toEqual({ n: 0 });
  });

  it("is not made with a card, by which anybody who finds it would have a way in for ever", async () => {
    const byCard = await signedIn("fatima", "card");
    await expect(askForPasskey(byCard, mine, moment())).rejects.toMatchObject({ status: 403 });
    const { challenge } = await askForPasskey(fatima, mine, moment());
    await expect(makePasskey(byCard, authenticator().makes(challenge), at(), moment())).rejects.toMatchObject({ status: 403 });
    const { id } = await herPhone();
    await expect(removePasskey(byCard, id)).rejects.toMatchObject({ status: 403 });
  });

  it("is made once on a device, and on twenty devices at most", async () => {
    const device = await herPhone();
    const again = await askForPasskey(fatima, mine, moment());
    expect(again.excludeCredentials).toMatchObject([{ id: device.id }]);
    await expect(makePasskey(fatima, device.makes(again.challenge), at(), moment())).rejects.toMatchObject(refused("already"));
    for (let count = 1; count < 20; count += 1) await herPhone();
    await expect(herPhone()).rejects.toMatchObject(refused("tooMany"));
  });
});

describe("What a device signed", () => {
  it("counts once: nobody comes in with what they overheard", async () => {
    const device = await herPhone();
    const { challenge } = await askForSignature(mine, moment());
    const answer = device.signs(challenge);
    await signInWithPasskey(answer, at(), moment());
    await expect(signInWithPasskey(answer, at(), moment())).rejects.toMatchObject(refused("tooLate"));
  });

  it("counts for ten minutes, in the browser that asked, and for what was asked", async () => {
    const device = await herPhone();
    const now = moment();
    const ask = async () => device.signs((await askForSignature(mine, now)).challenge);
    await expect(signInWithPasskey(await ask(), at(), minutesAfter(now, 10))).rejects.toMatchObject(refused("tooLate"));
    await expect(signInWithPasskey(await ask(), at(), minutesAfter(now, -1))).rejects.toMatchObject(refused("tooLate"));
    await expect(signInWithPasskey(await ask(), at(other), now)).rejects.toMatchObject(refused("tooLate"));
    const { challenge } = await askForPasskey(fatima, mine, now);
    await expect(signInWithPasskey(device.signs(challenge), at(), now)).rejects.toMatchObject(refused("tooLate"));
    await expect(signInWithPasskey(device.signs("made up"), at(), now)).rejects.toMatchObject(refused("tooLate"));
    expect(await signInWithPasskey(await ask(), at(), minutesAfter(now, 9))).toEqual({ accountId: world.accounts.fatima });
  });

  it.each([
    ["by another site", { origin: "https://kring.example.evil" }],
    ["for another site", { rpID: "kring.example.evil" }],
    ["without its owner", { verified: false }],
    ["for another account", { userHandle: "somebody else" }],
  ])("%s is refused", async (_, said) => {
    await expect(comesIn(await herPhone(), said)).rejects.toMatchObject(refused("notFitting"));
  });

  it("with another key under her passkey's name is refused", async () => {
    const device = await herPhone();
    const { challenge } = await askForSignature(mine, moment());
    const stranger = authenticator().signs(challenge);
    const forged = { ...stranger, id: device.id, rawId: device.id };
    await expect(signInWithPasskey(forged, at(), moment())).rejects.toMatchObject(refused("notFitting"));
  });

  it("by a device that was copied is refused, once its count goes back", async () => {
    const device = await herPhone();
    await comesIn(device, { counter: 5 });
    await expect(comesIn(device, { counter: 5 })).rejects.toMatchObject(refused("notFitting"));
    await expect(comesIn(device, { counter: 4 })).rejects.toMatchObject(refused("notFitting"));
    await comesIn(device, { counter: 6 });
  });

  it("to make a passkey is refused from another site, without its owner, and for somebody else than was asked", async () => {
    const device = authenticator();
    const makes = async (said: Parameters<typeof device.makes>[1], person = fatima) => {
      const { challenge } = await askForPasskey(fatima, mine, moment());
      return makePasskey(person, device.makes(challenge, said), at(), moment());
    };
    await expect(makes({ origin: "https://kring.example.evil" })).rejects.toMatchObject(refused("notFitting"));
    await expect(makes({ verified: false })).rejects.toMatchObject(refused("notFitting"));
    await expect(makes({}, await signedIn("tom"))).rejects.toMatchObject(refused("tooLate"));
    expect(row("SELECT count(*) AS n FROM Passkey")).toEqual({ n: 0 });
  });

  it.each(["", "null", "{}", "[]", "{", '{"id":1}', `{"id":"${"x".repeat(2000)}"}`, "x".repeat(100_001)])(
    "is read as an answer or not at all: %.20s",
    (credential) => {
      expect(signingInForm.safeParse({ credential }).error?.issues[0]?.message).toBe("passkey.noAnswer");
    },
  );

  it("is forgotten a day after nobody answered it", async () => {
    const now = moment();
    await askForSignature(mine, now);
    await forgetOldWaysIn(now);
    expect(row("SELECT count(*) AS n FROM PasskeyChallenge")).toEqual({ n: 1 });
    await forgetOldWaysIn(minutesAfter(daysAfter(now, 1), 11));
    expect(row("SELECT count(*) AS n FROM PasskeyChallenge")).toEqual({ n: 0 });
  });
});
