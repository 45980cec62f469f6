import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, house, openBrowser } from "./house";
import { press } from "./walking";

let kring: House;
let browser: Browser;
beforeAll(async () => {
  [kring, browser] = await Promise.all([house({ KRING_DEMO: "1" }, ["seed", "--demo"]), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await kring?.close();
});

/** Mia of the demo, where she writes down a dream. */
async function miaWrites(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 }, locale: "nl-BE" });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(kring.url);
  await press(page, /Mia/);
  await page.goto(`${kring.url}/g/${kring.group()}/plan/dreams/new`);
  return page;
}

const tooLong = `Ik droom ${"heel ".repeat(60)}lang`;

describe.each([{ script: true }, { script: false }])("A form that is refused, with script: $script", ({ script }) => {
  it("keeps what was typed over back, forward and reload", async () => {
    const page = await miaWrites(script);
    const typed = () => page.getByLabel("De droom").inputValue();
    await page.getByLabel("De droom").fill(tooLong);
    await press(page, "Bewaar de droom");
    await page.getByRole("alert").waitFor();
    expect(await page.title()).toMatch(/^Fout: /);
    expect(await typed()).toBe(tooLong);
    await page.goto(`${kring.url}/g/${kring.group()}`);
    await page.goBack();
    await page.getByRole("alert").waitFor();
    expect(await typed()).toBe(tooLong);
    await page.goBack();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await typed()).toBe(tooLong);
    await page.goForward();
    await page.getByRole("alert").waitFor();
    expect(await typed()).toBe(tooLong);
    await page.reload();
    await page.getByRole("alert").waitFor();
    expect(await typed()).toBe(tooLong);
    await page.context().close();
  });

  it("says what is wrong in a summary that has the focus, whose lines lead to their fields", async () => {
    const page = await miaWrites(script);
    await press(page, "Bewaar de droom");
    const summary = page.getByRole("alert");
    expect(await summary.getByText("Wat je hebt ingevuld, staat er nog.").count()).toBe(0);
    if (script) expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
    const lines = await summary.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(lines).toEqual(["#f-text"]);
    expect(await page.locator("#f-text[aria-invalid=true]").count()).toBe(1);
    await page.goto(`${kring.url}/groups/new`);
    await press(page, "Maak de kring");
    expect(await page.getByRole("radiogroup", { name: "Voor wie" }).getAttribute("aria-invalid")).toBe("true");
    await page.context().close();
  });

  it("says once, on the page it leads to, that it was saved, and where that is to be seen", async () => {
    const page = await miaWrites(script);
    const dream = `Een moestuin, ${script ? "met" : "zonder"} script`;
    await page.getByLabel("De droom").fill(dream);
    await page.getByLabel("De hele kring, zonder betaalde hulp").check();
    await press(page, "Bewaar de droom");
    const notice = page.locator(".just-done");
    await notice.getByText("Bewaard.").waitFor();
    if (script) expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Bewaard.");
    const at = (await notice.getByRole("link").getAttribute("href")) ?? "";
    expect(await page.locator(`[id="${at.slice(1)}"]`).textContent()).toContain(dream);
    await page.reload();
    expect(await notice.count()).toBe(0);
    await page.context().close();
  });
});
