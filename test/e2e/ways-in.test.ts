import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type House, house, openBrowser } from "./house";
import { follow, linkIn, press, signIn } from "./walking";

let post: PostOffice;
let kring: House;
let browser: Browser;
beforeAll(async () => {
  post = await openPostOffice();
  [kring, browser] = await Promise.all([house({ SMTP_URL: post.url }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await kring?.close();
  await post?.close();
});

describe("The link in the mail", () => {
  it("signs nobody in by being opened, and works once when it is pressed", async () => {
    await fetch(`${kring.url}/sign-in`, { method: "POST", body: new URLSearchParams({ mail: "noor@kring.example" }), redirect: "manual" });
    const link = linkIn((await post.letterTo("noor@kring.example")).text, "/sign-in/link/");
    for (const method of ["GET", "HEAD", "GET"]) {
      const opened = await fetch(link, { method, headers: { "user-agent": "Mozilla/5.0 (compatible; LinkScanner)" } });
      expect(opened.headers.get("set-cookie")).toBeNull();
    }
    const context = await browser.newContext({ locale: "nl-BE" });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole("button", { name: "Ja, meld mij aan" }).click();
    await page.waitForURL("**/me");
    await page.goto(link);
    await page.getByRole("heading", { name: "Deze link werkt niet meer" }).waitFor();
    await context.close();
  });
});

describe("The mailbox of a Kring without a mail server", () => {
  it("says in the reader's language when a mail was written", async () => {
    const alone = await house();
    await fetch(`${alone.url}/sign-in`, { method: "POST", body: new URLSearchParams({ mail: "noor@kring.example" }), redirect: "manual" });
    const read = async (language: string) => (await fetch(`${alone.url}/mailbox`, { headers: { "accept-language": language } })).text();
    await expect.poll(() => read("nl-BE"), { timeout: 10_000 }).toMatch(/Aan noor@kring\.example, \S+dag \d+ \S+ \d{4} om \d\d\.\d\d uur/);
    expect(await read("en")).toMatch(/To noor@kring\.example, \S+day,? \d+ \S+ \d{4} at \d\d:\d\d/);
    await alone.close();
  });
});

describe("The circle of somebody else", () => {
  it("looks exactly like one that does not exist", async () => {
    const context = await browser.newContext({ locale: "nl-BE" });
    const page = await context.newPage();
    await signIn(page, kring, post, "rita@kring.example");
    await follow(page, "Maak een kring");
    await page.getByLabel("Voor mij").check();
    await page.getByLabel("Hoe heet jij?").fill("Rita");
    await press(page, "Maak de kring");
    await page.waitForURL("**/photo?first=1");
    const group = kring.group();
    await page.context().clearCookies();
    await signIn(page, kring, post, "rita@kring.example");
    expect(new URL(page.url()).pathname).toBe(`/g/${group}`);
    await page.context().clearCookies();
    await signIn(page, kring, post, "omar@kring.example");
    expect(new URL(page.url()).pathname).toBe("/me");
    for (const path of ["", "/plan", "/circle", "/plan/dreams/new"]) {
      const [theirs, none] = await Promise.all([
        page.request.get(`${kring.url}/g/${group}${path}`),
        page.request.get(`${kring.url}/g/01NOTHING${path}`),
      ]);
      expect(theirs.status()).toBe(404);
      expect(await theirs.text()).toBe(await none.text());
    }
    await context.close();
  });
});

describe("The server", () => {
  it("keeps everything over a restart, and stops cleanly when asked", async () => {
    const before = kring.group();
    expect(await kring.stop()).toBe(0);
    await kring.start();
    expect(kring.group()).toBe(before);
  });
});
