import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import type { House } from "./house";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, phone, press } from "./walking";

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

/** A phone without script, on which nobody is signed in. */
async function somebody(script = false): Promise<Page> {
  const context = await phone(browser, script);
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

/** Somebody of the demo, in Jan's circle, on a phone without script. */
async function persona(name: string): Promise<Page> {
  const page = await somebody();
  await page.goto(kring.url);
  await press(page, new RegExp(`^Kijk mee met.*${name}`));
  await page.locator('a[href^="/g/"]').first().click();
  return page;
}

/** What is wrong with a page from a mail: axe itself needs script to look. */
async function faultsAt(link: string): Promise<string[]> {
  const page = await somebody(true);
  await page.goto(link);
  return faultsOf(page, 360);
}

/** Says yes, if need be or no to each moment of the page, in order. */
async function say(page: Page, answers: string[]): Promise<void> {
  const moments = page.getByRole("radiogroup");
  for (const [place, answer] of answers.entries()) await moments.nth(place).getByLabel(answer, { exact: true }).check();
}

describe("A date that Mia seeks, on phones without script", () => {
  let mia: Page;
  let asked = 0;
  let chosen = 0;
  const links: Record<string, string> = {};
  const pages: Record<string, Page> = {};

  it("she ticks two evenings that are offered and writes one herself; what is wrong is said, and what she ticked stays", async () => {
    mia = await persona("Mia");
    asked = post.letters.length;
    await follow(mia, "Samenkomsten");
    await follow(mia, "Zoek samen een datum");
    await mia.getByRole("checkbox").first().check();
    await press(mia, "Vraag het aan de kring");
    await mia.getByRole("alert").getByRole("link", { name: "Schrijf waar jullie samenkomen." }).waitFor();
    await mia.getByLabel("Waar komen jullie samen?").fill("in het park");
    await press(mia, "Vraag het aan de kring");
    await mia
      .getByRole("alert")
      .getByRole("link", { name: /^Kies minstens twee momenten/ })
      .waitFor();
    expect(await mia.getByRole("checkbox").first().isChecked()).toBe(true);
    await mia.getByRole("checkbox").nth(1).check();
    await mia.getByText("Zelf momenten opschrijven").click();
    await mia.getByLabel("Moment 1: welke dag?").fill("2029-03-03");
    await mia.getByLabel("Moment 1: hoe laat?").fill("15:00");
    await press(mia, "Vraag het aan de kring");
    await heading(mia, "We zoeken een datum");
    await mia.getByText("Nog niemand heeft geantwoord").waitFor();
  });

  it.each([
    ["jan", ["Ja", "Als het moet", "Nee"], ""],
    ["fatima", ["Nee", "Ja", "Ja"], "Ik kan pas vanaf 20 uur"],
    ["tom", ["Ja", "Nee", "Ja"], ""],
  ] as const)(
    "%s answers from the mail, without an account on that phone; opening the link answers nothing",
    async (name, answers, word) => {
      const letter = await post.letterTo(`${name}@kring.example`, asked);
      expect(letter.subject).toBe("Wanneer kan je samenkomen?");
      const link = linkIn(letter.text, "/p/");
      links[name] = link;
      for (const method of ["GET", "HEAD", "GET"])
        await fetch(link, { method, headers: { "user-agent": "LinkScanner/1.0" } }).then((answer) => answer.text());
      const page = await somebody();
      pages[name] = page;
      await page.goto(link);
      await heading(page, "Wanneer kan je samenkomen?");
      await page.getByText(/^Je antwoordt als /).waitFor();
      await press(page, "Geef dit antwoord door");
      await page.getByRole("alert").getByRole("link", { name: "Kies een antwoord bij minstens één moment." }).waitFor();
      await say(page, [...answers]);
      if (word) await page.getByLabel("Wil je er iets bij zeggen?").fill(word);
      await press(page, "Geef dit antwoord door");
      await heading(page, "Je antwoord is doorgegeven");
      await follow(page, "Naar de kring");
      await heading(page, "Meld je aan");
    },
  );

  it("what they see fits a phone, and is sound for axe", async () => {
    const { fatima: link = "" } = links;
    expect([...(await faultsAt(link)), ...(await faultsAt(`${link}?saved`))]).toEqual([]);
  });

  it("Tom changes his mind with the same link", async () => {
    const page = pages.tom ?? expect.fail("no page");
    await page.goto(links.tom ?? "");
    expect(await page.getByRole("radiogroup").nth(1).getByLabel("Nee").isChecked()).toBe(true);
    await say(page, ["Als het moet"]);
    await press(page, "Geef dit antwoord door");
    await heading(page, "Je antwoord is doorgegeven");
    await page.getByText(/: Als het moet$/).waitFor();
  });

  it("Mia sees which moment suits best and why, who can when, and who has not answered", async () => {
    await mia.reload();
    await mia.getByText("Dit past het best").waitFor();
    await mia.getByText(/^Jan kan\. .*Nog iemand kan als het moet\.$/).waitFor();
    await mia.getByText("Jan kan dan niet").waitFor();
    await mia.getByText("Ik kan pas vanaf 20 uur").waitFor();
    await heading(mia, "Wie heeft nog niet geantwoord?");
  });

  it("one press of hers makes the gathering, with their answers, and tells everybody once", async () => {
    chosen = post.letters.length;
    const page = mia.url();
    await press(mia, "Kies dit moment");
    await mia.getByText("Gepland. De kring krijgt er een mail over.").waitFor();
    await heading(mia, "1 persoon komt");
    await heading(mia, "1 persoon weet het nog niet");
    await heading(mia, "1 persoon komt niet");
    await mia.getByText("Ik kan pas vanaf 20 uur").waitFor();
    for (const name of ["jan", "fatima", "tom", "noor"]) {
      const letter = await post.letterTo(`${name}@kring.example`, chosen);
      expect(letter.subject).toMatch(/: samenkomst$/);
      expect(letter.text?.includes("Je hebt al gezegd")).toBe(name !== "noor");
    }
    await mia.goto(page);
    await mia.getByText("Er is een moment gekozen").waitFor();
    const told = post.letters.slice(chosen).map(({ to }) => JSON.stringify(to));
    expect(new Set(told).size).toBe(told.length);
  });

  it("the old link says which it is, and a form that was open still is refused in words", async () => {
    const page = pages.fatima ?? expect.fail("no page");
    await page.goto(links.fatima ?? "");
    await heading(page, "Er is een moment gekozen");
    await page.getByText(/^Jullie komen samen op .*, in het park\.$/).waitFor();
    expect(await faultsAt(links.fatima ?? "")).toEqual([]);
    const { status } = await fetch(links.fatima ?? "", { method: "POST", body: new URLSearchParams({ "can-x": "yes" }) });
    expect(status).toBe(400);
  });

  it("another is given up, which is told to who was asked", async () => {
    const before = post.letters.length;
    await follow(mia, "Samenkomsten");
    await follow(mia, "We zoeken een datum");
    await follow(mia, "Zoek niet verder");
    await heading(mia, "Zoeken jullie niet verder naar een datum?");
    await press(mia, "Zoek niet verder");
    await mia.getByText(/^We zoeken niet verder\./).waitFor();
    expect(await mia.getByText("We zoeken een datum").count()).toBe(0);
    expect(post.letters.length).toBeGreaterThanOrEqual(before);
  });
});
