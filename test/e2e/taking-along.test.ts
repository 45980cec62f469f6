import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unpacked } from "../archive";
import { type House, house, openBrowser } from "./house";
import { axe, sideways } from "./looking";
import { follow, heading, phone, press } from "./walking";

let kring: House;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  [kring, browser] = await Promise.all([house({ KRING_DEMO: "1" }, ["seed", "--demo"]), openBrowser()]);
  folder = mkdtempSync(join(tmpdir(), "kring-along-"));
});
afterAll(async () => {
  await browser?.close();
  await kring?.close();
  if (folder) rmSync(folder, { recursive: true });
});

async function persona(name: string): Promise<Page> {
  const page = await (await phone(browser)).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(kring.url);
  await press(page, new RegExp(`^Kijk mee met.*${name}`));
  return page;
}

/** Presses, keeps the file that comes, and unpacks it where nothing of Kring is. @returns where it lies */
async function taken(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Haal het bestand op")]);
  const place = join(folder, download.suggestedFilename().replace(/\.zip$/, ""));
  for (const [path, bytes] of await unpacked(readFileSync(await download.path()))) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
  return place;
}

/** Reads it as somebody does who has no Kring and no network. */
async function reading(place: string): Promise<Page> {
  const context = await phone(browser);
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto(`file://${place}/index.html`);
  expect([...(await axe(page)), ...(await sideways(page))]).toEqual([]);
  return page;
}

describe("Taking along", () => {
  it("Jan gets his whole circle in a file, and reads it without Kring", async () => {
    const jan = await persona("Jan");
    await jan.locator('a[href^="/g/"]').first().click();
    await follow(jan, /^Kring$/);
    await follow(jan, "Jij beslist");
    await follow(jan, "Neem de kring mee");
    await heading(jan, "Neem de kring mee");
    const place = await taken(jan);
    expect(place).toMatch(/kring Jan \d{4}-\d\d-\d\d$/);
    await heading(jan, "Neem de kring mee");
    const page = await reading(place);
    await heading(page, "De kring van Jan");
    for (const name of ["Mensen", "Dromen, doelen en beloftes", "Steun", "Samenkomsten", "Verhaal"])
      await page.getByRole("heading", { name, exact: true }).waitFor();
    expect(await page.getByText("Jij hebt", { exact: false }).count()).toBeGreaterThan(5);
    const photos = await page.locator("img").evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
    expect(photos.every((width) => width === 640)).toBe(true);
  });

  it("Fatima gets what is hers, from her own page", async () => {
    const fatima = await persona("Fatima");
    await fatima.goto(`${kring.url}/me`);
    await follow(fatima, "Wat van mij is");
    const page = await reading(await taken(fatima));
    await page.getByRole("heading", { name: "Mensen", exact: true }).waitFor();
    expect(await page.locator(".people > li").count()).toBe(1);
  });
});
