import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import type { House } from "./house";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, phone, press, signIn } from "./walking";

let demo: Demo;
let post: PostOffice;
let kring: House;
let browser: Browser;
beforeAll(async () => {
  demo = await openDemo();
  ({ post, kring, browser } = demo);
});
afterAll(async () => {
  await demo?.close();
});

/** A phone that knows its owner's face, as Chromium plays one (WebDriver extension of WebAuthn). */
interface Phone {
  page: Page;
  knows: CDPSession;
  authenticatorId: string;
  /** Whether the face that it sees is its owner's. */
  sees(owner: boolean): Promise<void>;
}

async function aPhone(): Promise<Phone> {
  const page = await (await phone(browser)).newPage();
  page.setDefaultTimeout(10_000);
  const knows = await page.context().newCDPSession(page);
  await knows.send("WebAuthn.enable");
  const { authenticatorId } = await knows.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  });
  const sees = async (isUserVerified: boolean) => {
    await knows.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  };
  return { page, knows, authenticatorId, sees };
}

const lettersAbout = (subject: string) => post.letters.filter((letter) => letter.subject === subject);

describe("Fatima lets her phone sign her in", () => {
  let hers: Phone;

  it("with her face, once, on the page that she finds beside her devices; a mail tells her", async () => {
    hers = await aPhone();
    const { page } = hers;
    await signIn(page, kring, post, "fatima@kring.example");
    await page.goto(`${kring.url}/me`);
    await follow(page, "Aanmelden zonder mail");
    await heading(page, "Aanmelden zonder mail");
    await page.getByRole("button", { name: "Gebruik dit toestel" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, "Gebruik dit toestel");
    await page.getByText("Gelukt. Met dit toestel kan je je nu aanmelden.").waitFor();
    await heading(page, "Zo meld je je aan zonder mail");
    expect(await faultsOf(page)).toEqual([]);
    await expect.poll(() => lettersAbout("Je kan je nu aanmelden zonder mail").length).toBe(1);
    const [letter] = lettersAbout("Je kan je nu aanmelden zonder mail");
    expect(linkIn(letter?.text, "/me/passkeys")).toBe(`${kring.url}/me/passkeys`);
  });

  it("and not twice: the page says that it can do so already", async () => {
    await press(hers.page, "Gebruik dit toestel");
    await hers.page.getByText("Dit toestel kan je al aanmelden.").waitFor();
  });

  it("and comes back with one press, where she wanted to be, and without a mail", async () => {
    const { page } = hers;
    await page.goto(`${kring.url}/me`);
    await press(page, "Meld mij af");
    const before = post.letters.length;
    await page.goto(`${kring.url}/me/devices`);
    await follow(page, "Meld je aan met dit toestel, zonder mail");
    await heading(page, "Meld je aan met dit toestel");
    await page.getByRole("button", { name: "Meld mij aan" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, "Meld mij aan");
    await heading(page, "Waar ben ik aangemeld?");
    expect(post.letters.length).toBe(before);
  });

  it("but no face other than hers opens it: nothing is sent, and the page says what to do", async () => {
    const { page } = hers;
    await page.goto(`${kring.url}/me`);
    await press(page, "Meld mij af");
    await page.goto(`${kring.url}/sign-in/passkey`);
    await hers.sees(false);
    await press(page, "Meld mij aan");
    await page.getByText("Het is niet gelukt. Probeer het nog eens.", { exact: false }).waitFor();
    await hers.sees(true);
    await press(page, "Meld mij aan");
    await heading(page, "Dag Fatima");
  });

  it("until she takes it away, from another phone: then it opens nothing", async () => {
    const other = await aPhone();
    await signIn(other.page, kring, post, "fatima@kring.example");
    await other.page.goto(`${kring.url}/me/passkeys`);
    await press(other.page, /^Haal weg/);
    await other.page.getByText("Weggehaald.", { exact: false }).waitFor();
    const { page } = hers;
    await page.goto(`${kring.url}/me`);
    await press(page, "Meld mij af");
    await page.goto(`${kring.url}/sign-in/passkey`);
    await press(page, "Meld mij aan");
    await page.getByText("Dat past hier niet. Meld je aan met je mailadres.").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await follow(page, "Meld je aan met een code in je mail");
    await heading(page, "Meld je aan");
  });
});

describe("Where a device can't", () => {
  it("the page says what else there is, without script too", async () => {
    const without = await (await phone(browser, false)).newPage();
    await without.goto(`${kring.url}/sign-in/passkey`);
    await without.getByText("Dit toestel kan dat niet. Vraag een code met je mailadres.").waitFor();
    expect(await without.getByRole("button").count()).toBe(0);
    const old = await (await phone(browser)).newPage();
    await old.addInitScript("delete window.PublicKeyCredential");
    await old.goto(`${kring.url}/sign-in/passkey`);
    await old.getByText("Dit toestel kan dat niet. Vraag een code met je mailadres.").waitFor();
    expect(await old.getByRole("button").count()).toBe(0);
  });

  it("no script is sent to the page where people sign in by mail", async () => {
    const page = await (await phone(browser)).newPage();
    await page.goto(`${kring.url}/sign-in`);
    expect(await page.locator("script").count()).toBe(0);
  });
});
