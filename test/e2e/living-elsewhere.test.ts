import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, phone, press } from "./walking";

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo?.close());

/** Somebody's own page, reached as they reach it. */
async function ownPage(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Kring", exact: true }).click();
  await page.locator("main").getByRole("link", { name }).first().click();
  await heading(page, name);
}
const text = async (page: Page) => (await page.locator("main").textContent()) ?? "";
const faults: string[] = [];
/** Looks for what is wrong with this page: with script, which that takes, on another phone of the same person. */
async function look(page: Page): Promise<void> {
  const other = await phone(demo.browser);
  await other.addCookies(await page.context().cookies());
  const seen = await other.newPage();
  await seen.goto(page.url());
  faults.push(...(await faultsOf(seen)));
  await other.close();
}
/** The hour beside the circle's: half past seven in Brussels is half past one in New York, in weeks when one has changed its clock half past two. */
const inNewYork = /bij jou 1[34]\.30 uur/i;

describe("Somebody who lives elsewhere, on a phone without script", () => {
  let fatima: Page;

  it("says so on a page of their own: a zone that there is not is refused beside its field", async () => {
    fatima = await demo.signedIn("fatima");
    expect(await text(fatima)).not.toMatch(/bij jou/i);
    await ownPage(fatima, "Fatima");
    await follow(fatima, "Eigen uur");
    await heading(fatima, "Woon je ergens waar het een ander uur is?");
    const zone = fatima.getByLabel("Welk uur geldt bij jou?");
    expect(await zone.locator("option").first().textContent()).toBe("Zoals de kring");
    await look(fatima);
    const page = fatima.url();
    const token = await fatima.locator('input[name="formKey"]').inputValue();
    const refused = await fatima.request.post(page, { form: { zone: "Mars/Base", formKey: token }, headers: { origin: demo.kring.url } });
    expect([refused.status(), (await refused.text()).includes("We kennen deze plaats niet. Kies er één uit de lijst.")]).toEqual([
      400,
      true,
    ]);
    await zone.selectOption("America/New_York");
    await press(fatima, "Bewaar");
    await fatima.getByText("Bewaard.").waitFor();
    await follow(fatima, "Eigen uur");
    expect(await zone.inputValue()).toBe("America/New_York");
  });

  it("sees their own time beside the circle's at home, among what comes, on its page and where they answer", async () => {
    await follow(fatima, "Thuis");
    await fatima.getByText(inNewYork).first().waitFor();
    await look(fatima);
    await fatima.locator(".when a").first().click();
    expect(await text(fatima)).toMatch(/Van 19\.30 uur \(bij jou 1[34]\.30 uur\) tot ongeveer 21\.30 uur/);
    await look(fatima);
    await follow(fatima, "Toch niet?");
    await heading(fatima, /om 19\.30 uur\?$/);
    await fatima.getByText(inNewYork).waitFor();
    await follow(fatima, "Samenkomsten");
    expect((await text(fatima)).split("Zonder vaste dagen")[0]?.match(/bij jou/gi)?.length).toBeGreaterThan(3);
    expect((await text(fatima)).split("Voorbij in")[1]).not.toMatch(/bij jou/i);
    await look(fatima);
  });

  it("sees it of each moment of a date that is sought", async () => {
    await follow(fatima, "Zoek mee een datum");
    await heading(fatima, "Wanneer kan jij?");
    expect(
      await fatima
        .locator("#mine")
        .getByText(/om 14\.00 uur \(bij jou 0[89]\.00 uur\)$/)
        .count(),
    ).toBe(3);
    await look(fatima);
  });

  it("of which nobody else sees anything: not on her page, and not when Jan looks through her eyes", async () => {
    const jan = await demo.signedIn("jan");
    await ownPage(jan, "Fatima");
    const page = await jan.content();
    expect(page).not.toContain("New_York");
    expect(page).not.toContain("Eigen uur");
    expect((await jan.request.get(`${jan.url()}/clock`)).status()).toBe(403);
  });

  it("from a mail, without signing in: what the mail says, the page to answer, and another clock", async () => {
    const mia = await demo.signedIn("mia");
    const before = demo.post.letters.length;
    await follow(mia, "Samenkomsten");
    await follow(mia, "Plan een samenkomst");
    const inTwoWeeks = new Date(Date.now() + 16 * 86_400_000).toISOString().slice(0, 10);
    await mia.getByLabel("Welke dag?").fill(inTwoWeeks);
    await mia.getByLabel("Om hoe laat?").fill("19:30");
    await mia.getByLabel("Waar komen jullie samen?").fill("bij Jan thuis");
    await press(mia, "Plan deze samenkomst");
    const letter = await demo.post.letterTo("fatima@kring.example", before);
    expect((letter.text ?? "").replace(/\s+/g, " ")).toMatch(/Van 19\.30 uur \(bij jou 1[34]\.30 uur\) tot ongeveer/);
    const reader = await demo.somebody();
    await reader.goto(linkIn(letter.text, "/a/"));
    expect(await text(reader)).toMatch(/Om 19\.30 uur \(bij jou 1[34]\.30 uur\), /);
    await look(reader);

    await reader.goto(linkIn(letter.text, "/u/"));
    await follow(reader, "Woon je ergens waar het een ander uur is?");
    await look(reader);
    await reader.getByLabel("Welk uur geldt bij jou?").selectOption("Europe/London");
    await press(reader, "Bewaar");
    await reader.getByText(/^Bij jou is het nu \d\d\.\d\d uur\.$/).waitFor();
    await look(reader);
    await reader.goto(linkIn(letter.text, "/a/"));
    expect(await text(reader)).toContain("Om 19.30 uur (bij jou 18.30 uur), ");

    await reader.goto(`${linkIn(letter.text, "/u/")}/clock`);
    await reader.getByLabel("Welk uur geldt bij jou?").selectOption({ label: "Zoals de kring" });
    await press(reader, "Bewaar");
    await reader.getByText("Je ziet alleen het uur van de kring.").waitFor();
    await fatima.goto(`${demo.kring.url}${new URL(fatima.url()).pathname.split("/").slice(0, 3).join("/")}`);
    expect(await text(fatima)).not.toMatch(/bij jou/i);
  });

  it("in English as well, and all of it is sound for axe and fits a phone", async () => {
    const noor = await demo.signedIn("noor");
    const home = noor.url();
    await noor.goto(demo.kring.url);
    await press(noor, "English");
    await noor.goto(home);
    await noor.getByRole("link", { name: "Circle", exact: true }).click();
    await noor.locator("main").getByRole("link", { name: "Noor" }).first().click();
    await follow(noor, "Own time");
    await noor.getByLabel("Which time do you live by?").selectOption("Asia/Tokyo");
    await press(noor, "Save");
    await follow(noor, "Home");
    await noor.getByText(/^\w+day \d+ \w+, 0[23]:30 your time/).waitFor();
    await look(noor);
    expect(faults).toEqual([]);
  });
});
