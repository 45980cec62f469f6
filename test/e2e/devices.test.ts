import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type House, house, openBrowser } from "./house";
import { heading, linkIn, phone, press, signIn } from "./walking";

let post: PostOffice;
let kring: House;
let browser: Browser;
beforeAll(async () => {
  post = await openPostOffice();
  [kring, browser] = await Promise.all([house({ SMTP_URL: post.url, KRING_DEMO: "1" }, ["seed", "--demo"]), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await kring?.close();
  await post?.close();
});

/** Fatima on a phone of hers, without script. */
async function signedIn(): Promise<Page> {
  const page = await (await phone(browser, false)).newPage();
  page.setDefaultTimeout(10_000);
  await signIn(page, kring, post, "fatima@kring.example");
  return page;
}
const news = () => post.letters.filter(({ subject }) => subject === "Je bent aangemeld op een nieuw toestel");

describe("Fatima signs in on a second device", () => {
  let first: Page;
  let second: Page;

  it("and hears of it by mail, which the first one did not bring", async () => {
    first = await signedIn();
    second = await signedIn();
    await expect.poll(() => news().length).toBe(1);
    await second.goto(linkIn(news()[0]?.text, "/me/devices"));
    await heading(second, "Waar ben ik aangemeld?");
    expect(await second.getByText("Dit toestel:", { exact: false }).count()).toBe(1);
  });

  it("and signs the first one out there: its next page asks to sign in", async () => {
    await press(second, /^Meld af/);
    await second.getByText("Afgemeld.").waitFor();
    await second.getByText("Je bent nergens anders aangemeld.").waitFor();
    await first.reload();
    expect(new URL(first.url()).pathname).toBe("/sign-in");
    await second.goto(`${kring.url}/me`);
    await heading(second, "Dag Fatima");
  });
});
