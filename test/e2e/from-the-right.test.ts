import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type House, house, openBrowser } from "./house";
import { follow, press, signIn } from "./walking";

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

/** Where two pieces of a text begin on the screen, from the left. */
function beginnings(text: Locator, ...pieces: string[]): Promise<number[]> {
  return text.evaluate((element, looked) => {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
    return looked.map((piece) => {
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(piece));
      range.setEnd(node, node.data.indexOf(piece) + piece.length);
      return range.getBoundingClientRect().left;
    });
  }, pieces);
}

describe("A name that is written from right to left", () => {
  it("leaves the sentences around it in their own order", async () => {
    const page = await (await browser.newContext({ locale: "nl-BE" })).newPage();
    await signIn(page, kring, post, "amina@kring.example");
    await follow(page, "Maak een kring");
    await page.getByLabel("Voor iemand anders").check();
    await page.getByLabel("Hoe heet jij?").fill("Amina");
    await page.getByLabel("Hoe heet die persoon?").fill("محمد");
    await press(page, "Maak de kring");
    await page.waitForURL("**/photo?first=1");
    await page.goto(kring.url);
    await press(page, "English");
    await page.goto(`${kring.url}/g/${kring.group()}/plan`);
    expect(await page.title()).toBe("Plan · \u2068محمد\u2069's circle");
    for (const [place, words] of [
      [page.locator(".whose bdi"), "'s circle"],
      [page.locator("h1 bdi"), "'s plan"],
    ] as const) {
      const [name = 0, rest = 0] = await beginnings(place, "محمد", words);
      expect(name, words).toBeLessThan(rest);
    }
    await page.context().close();
  });
});
