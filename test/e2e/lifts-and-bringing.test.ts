import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import type { House } from "./house";
import { faultsOf } from "./looking";
import { follow, heading, phone, press } from "./walking";

let demo: Demo;
let post: PostOffice;
let kring: House;
let browser: Browser;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  demo = await openDemo();
  ({ post, kring, browser } = demo);
});
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await demo?.close();
});

/** Somebody of the demo on the page of the next gathering, on a phone. */
async function persona(name: string, script = false): Promise<Page> {
  const context = await phone(browser, script);
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(kring.url);
  await press(page, new RegExp(`^Kijk mee met.*${name}`));
  await page.locator('a[href^="/g/"]').first().click();
  await page.locator(".when a").first().click();
  await heading(page, "Wie komt?");
  return page;
}

const row = (page: Page, ofWhom: string, section = "lifts") =>
  page.locator(`#${section} .row`).filter({ has: page.locator(".row-title", { hasText: ofWhom }) });

describe("Lifts and what to bring, on phones without script", () => {
  let mia: Page;
  let fatima: Page;

  it("Mia takes Luc along with one press, and he hears of it", async () => {
    mia = await persona("Mia");
    const before = post.letters.length;
    await row(mia, "Luc").getByText("zoekt een lift").waitFor();
    await press(mia, "Ik neem Luc mee");
    await row(mia, "Luc").getByText("rijdt met jou mee").waitFor();
    await row(mia, "Mia").getByText("je kan nog 1 persoon meenemen").waitFor();
    expect((await post.letterTo("luc@kring.example", before)).subject).toMatch(/: Mia neemt je mee$/);
  });

  it("Fatima brings a cake: what is missing is said, what she typed stays, and it can be undone", async () => {
    fatima = await persona("Fatima");
    await row(fatima, "Fatima").getByText("Mia neemt je mee").waitFor();
    await follow(fatima, "Ik breng iets mee");
    await press(fatima, "Zet het op de lijst");
    await fatima.getByRole("alert").getByRole("link", { name: "Schrijf wat er nodig is, of wat je meebrengt." }).waitFor();
    await fatima.getByLabel("Wat?").fill("x".repeat(101));
    await press(fatima, "Zet het op de lijst");
    await fatima.getByRole("alert").waitFor();
    expect(await fatima.getByLabel("Wat?").inputValue()).toBe("x".repeat(101));
    await fatima.getByLabel("Wat?").fill("een taart");
    await press(fatima, "Zet het op de lijst");
    await row(fatima, "een taart", "bring").getByText("jij brengt dit mee").waitFor();
    await row(fatima, "een taart", "bring").getByRole("button").click();
    await fatima.getByText("Bewaard.").waitFor();
    expect(await row(fatima, "een taart", "bring").count()).toBe(0);
    await press(fatima, /^Ik breng dit mee/);
    await row(fatima, "borden en lepels", "bring").getByText("jij brengt dit mee").waitFor();
    await follow(fatima, "Thuis");
    await fatima
      .locator(".next")
      .getByText(/^Mia neemt je mee\. Je brengt mee: .*borden en lepels/)
      .waitFor();
    await fatima.goBack();
  });

  it("Mia asks for what is still needed, and says that there are fewer places than people: she is told", async () => {
    await mia.reload();
    await follow(mia, "Zet iets op de lijst");
    await mia.getByLabel("Wat?").fill("appelsap");
    await mia.getByLabel("Wie brengt het mee?").selectOption({ label: "Nog niemand, dit is nog nodig" });
    await press(mia, "Zet het op de lijst");
    await row(mia, "appelsap", "bring").getByText("nog nodig, gevraagd door Mia").waitFor();
    await row(mia, "Mia")
      .getByRole("link", { name: /^Pas aan/ })
      .click();
    expect(await mia.getByLabel("Hoeveel mensen kunnen mee?").inputValue()).toBe("3");
    await mia.getByLabel("Hoeveel mensen kunnen mee?").selectOption("1");
    await press(mia, "Bewaar dit");
    await mia.getByRole("alert").getByRole("link", { name: "Er rijden al 2 mensen mee. Kies minstens zoveel plaatsen." }).waitFor();
    await follow(mia, "Terug");
  });

  it("she does not come after all: who counted on her seeks a lift again, and hears of it", async () => {
    const before = post.letters.length;
    await follow(mia, "Toch niet?");
    await mia.getByLabel("Nee, ik kom niet").check();
    await press(mia, "Geef dit antwoord door");
    await mia.getByText("Je antwoord is bewaard.").waitFor();
    for (const name of ["luc", "fatima"])
      expect((await post.letterTo(`${name}@kring.example`, before)).subject).toMatch(/: Mia kan je toch niet meenemen$/);
    await fatima.reload();
    await row(fatima, "Luc").getByText("zoekt een lift").waitFor();
    await row(fatima, "Fatima").getByText("je zoekt nog een lift").waitFor();
    expect(await row(fatima, "Mia").count()).toBe(0);
  });

  it("for Els, who is there for work, none of it is there", async () => {
    const els = await persona("Els");
    expect(await els.locator("#lifts, #bring").count()).toBe(0);
    expect((await els.request.get(`${els.url()}/bring`)).status()).toBe(403);
  });

  it("what they see fits a phone, and is sound for axe", async () => {
    const jan = await persona("Jan", true);
    const page = jan.url();
    const faults = await faultsOf(jan);
    for (const [form, send] of [
      ["lift", null],
      ["car", null],
      ["bring", "Zet het op de lijst"],
    ] as const) {
      await jan.goto(`${page}/${form}`);
      if (send) await press(jan, send);
      faults.push(...(await faultsOf(jan)).map((fault) => `${form}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});
