import { beforeEach, describe, expect, it } from "vitest";
import { myDevices } from "../../app/accounts/my-devices.server";
import { openSession, whoHolds } from "../../app/accounts/sessions.server";
import { askForCode, signInWithCode, signInWithLink } from "../../app/accounts/signing-in.server";
import { signOutElsewhere, signOutThere } from "../../app/accounts/signing-out-elsewhere.server";
import { now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { hashOf } from "../../app/platform/secrets.server";
import type { Person } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const phone = "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0";
const laptop = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

/** Fatima (or somebody else) on a device. */
async function on(
  device: string,
  who: "fatima" | "tom" = "fatima",
  cardId: string | null = null,
): Promise<{ person: Person; cookie: string }> {
  const cookie = (await openSession(world.accounts[who] ?? "", device, { cardId })).split(";")[0] ?? "";
  const { person } = await whoHolds(cookie);
  return { person: person ?? expect.fail("not signed in"), cookie };
}
const stillIn = async (cookie: string) => (await whoHolds(cookie)).person !== null;

describe("Fatima's devices", () => {
  it("are those that she is signed in on, the one that she looks with first, and nobody else's", async () => {
    const first = await on(phone);
    const { person } = await on(laptop);
    await on(laptop, "tom");
    expect(myDevices(person, moment()).map(({ device, here }) => ({ ...device, here }))).toEqual([
      { kind: "computer", browser: "Chrome", here: true },
      { kind: "phone", browser: "Firefox", here: false },
    ]);
    expect(myDevices(first.person, moment())[0]).toMatchObject({ here: true, device: { kind: "phone" } });
  });

  it("can be signed out one by one, or all but this one", async () => {
    const [one, two, three] = [await on(phone), await on(phone), await on(laptop)];
    await signOutThere(three.person, one.person.session ?? "");
    expect(await Promise.all([one, two, three].map(({ cookie }) => stillIn(cookie)))).toEqual([false, true, true]);
    const toms = await on(laptop, "tom");
    await signOutElsewhere(three.person);
    expect(await Promise.all([two, three, toms].map(({ cookie }) => stillIn(cookie)))).toEqual([false, true, true]);
  });

  it("are not Tom's to sign out: to him hers are as none", async () => {
    const hers = await on(phone);
    const { person } = await on(laptop, "tom");
    for (const id of [hers.person.session ?? "", "none"]) await expect(signOutThere(person, id)).rejects.toMatchObject({ status: 404 });
    expect(await stillIn(hers.cookie)).toBe(true);
  });

  it("are safe from who found a card, and from who was signed out meanwhile", async () => {
    const own = await on(phone);
    const { person } = await on(laptop, "fatima", "card");
    await expect(signOutElsewhere(person)).rejects.toMatchObject({ words: { key: "refusal.notByCard" } });
    await expect(signOutThere(person, own.person.session ?? "")).rejects.toMatchObject({ status: 403 });
    await signOutElsewhere(own.person);
    await expect(signOutElsewhere(person)).rejects.toMatchObject({ name: "SignedOut" });
  });
});

describe("A browser in which Fatima was never signed in", () => {
  const now = moment();
  const signsIn = async (browser: string, device = phone, how: "code" | "link" = "code") => {
    const id = await askForCode("fatima@kring.example", "/me", "nl", now, hashOf(browser));
    const data = row<{ data: string }>("SELECT data FROM OutboxMail WHERE dedupeKey = @key", { key: `signIn:${id}` })?.data ?? "{}";
    const { code, token } = JSON.parse(data) as { code: string; token: string };
    if (how === "code") await signInWithCode(id, code, hashOf(browser), now, device);
    else await signInWithLink(token, hashOf(browser), now, device);
  };
  const news = () =>
    rows<{ toMail: string; data: string }>("SELECT toMail, data FROM OutboxMail WHERE kind = 'newDevice' ORDER BY id").map(
      ({ toMail, data }) => ({
        toMail,
        ...(JSON.parse(data) as object),
      }),
    );

  it("is told to her by mail, once, and never the first one", async () => {
    await signsIn("phone");
    expect(news()).toEqual([]);
    await signsIn("laptop", laptop);
    await signsIn("laptop", laptop);
    await signsIn("phone");
    expect(news()).toEqual([{ toMail: "fatima@kring.example", device: laptop, at: now }]);
    await signsIn("tablet", "x".repeat(900), "link");
    expect(news()[1]).toMatchObject({ device: "x".repeat(200) });
  });
});
