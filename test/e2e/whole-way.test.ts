import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type House, house, openBrowser } from "./house";
import { follow, heading, linkIn, phone, press, signIn } from "./walking";

let post: PostOffice;
let kring: House;
let browser: Browser;
const contexts: BrowserContext[] = [];

/** A fresh phone, with a page on it. */
async function somebody(script = true): Promise<Page> {
  const context = await phone(browser, script);
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

beforeAll(async () => {
  post = await openPostOffice();
  [kring, browser] = await Promise.all([house({ SMTP_URL: post.url }), openBrowser()]);
});
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser?.close();
  await kring?.close();
  await post?.close();
});

/** Rita asks somebody into the circle, and they say yes from the mail. @returns their page, where they came in */
async function askIn(rita: Page, who: { name: string; mail: string; ring: string; role?: string }, script: boolean): Promise<Page> {
  const before = post.letters.length;
  await follow(rita, /^Kring$/);
  await follow(rita, "Vraag er iemand bij");
  await rita.getByLabel("Naam", { exact: true }).fill(who.name);
  await rita.getByLabel(who.ring, { exact: false }).first().check();
  if (who.role) await rita.getByLabel(who.role, { exact: false }).last().check();
  await rita.getByLabel("Mailadres").fill(who.mail);
  await rita.getByLabel("Stuur meteen een uitnodiging").check();
  await press(rita, "Zet in de kring");
  await rita.waitForURL(/people|circle$/);
  const letter = await post.letterTo(who.mail, before);
  expect(letter.subject).toBe("Jan nodigt je uit in de kring");
  const theirs = await somebody(script);
  await theirs.goto(linkIn(letter.text, "/i/"));
  await press(theirs, "Ja, ik doe mee");
  await heading(theirs, `Dag ${who.name}`);
  return theirs;
}

describe.each([
  { script: true, town: "gent" },
  { script: false, town: "luik" },
])("The whole way, with script: $script", ({ script, town }) => {
  const at = (name: string) => `${name}@${town}.example`;
  let rita: Page;
  let mia: Page;
  let fatima: Page;
  let planned = 0;

  it("Rita makes a circle for Jan, and asks Mia and Fatima in by mail", async () => {
    rita = await somebody(script);
    await signIn(rita, kring, post, at("rita"));
    await follow(rita, "Maak een kring");
    await press(rita, "Maak de kring");
    await rita.getByRole("alert").waitFor();
    await rita.getByLabel("Voor iemand anders").check();
    await rita.getByLabel("Hoe heet jij?").fill("Rita");
    await rita.getByLabel("Hoe heet die persoon?").fill("Jan");
    await rita.getByLabel("Wie ben jij voor die persoon?").fill("mama");
    await press(rita, "Maak de kring");
    await heading(rita, "Een foto van Jan?");
    await rita.getByLabel("Kies een foto").setInputFiles({ name: "jan.png", mimeType: "image/png", buffer: await picture() });
    await press(rita, "Bewaar de foto");
    await heading(rita, "De kring van Jan");
    await rita.getByText("Je doet dit nu voor Jan.").waitFor();
    expect(await rita.locator("header img.face").count()).toBe(1);
    mia = await askIn(rita, { name: "Mia", mail: at("mia"), ring: "Doen mee", role: "Begeleider" }, script);
    fatima = await askIn(rita, { name: "Fatima", mail: at("fatima"), ring: "Vrienden" }, script);
    await follow(rita, /^Kring$/);
    for (const name of ["Rita", "Mia", "Fatima"]) await rita.getByRole("link", { name }).first().waitFor();
  });

  it("Mia plans every first Tuesday, sees the next six days as she chooses, and it stands for a year", async () => {
    planned = post.letters.length;
    await follow(mia, "Samenkomsten");
    await follow(mia, "Plan een reeks");
    await mia.getByLabel("Op een vaste dag in de maand").check();
    await mia.getByLabel("Om hoe laat?").fill("19:30");
    if (!script) await press(mia, "Laat de dagen zien");
    await mia.locator("#days li").nth(5).waitFor();
    const days = await mia.locator("#days li").allTextContents();
    expect(days).toHaveLength(6);
    for (const day of days) expect(day).toMatch(/^Dinsdag [1-7] \S+ \d{4} om 19.30 uur( |$)/);
    if (script) {
      await mia.getByLabel("De hoeveelste van de maand").selectOption("laatste");
      await expect.poll(() => mia.locator("#days li").first().textContent()).not.toBe(days[0]);
      await mia.getByLabel("De hoeveelste van de maand").selectOption("eerste");
    }
    await press(mia, "Plan deze reeks");
    await mia.getByRole("alert").getByRole("link", { name: "Schrijf waar jullie samenkomen." }).waitFor();
    expect(await mia.getByLabel("Om hoe laat?").inputValue()).toBe("19:30");
    await mia.getByLabel("Waar komen jullie samen?").fill("bij Jan thuis");
    await press(mia, "Plan deze reeks");
    await mia.waitForURL(/gatherings(#|$)/);
    await mia
      .getByRole("link", { name: /^Dinsdag [1-7] \S+.* om 19.30 uur/ })
      .first()
      .waitFor();
    await follow(mia, "Toon wat later komt");
    await mia
      .getByRole("link", { name: /^Dinsdag/ })
      .first()
      .waitFor();
  });

  it("Fatima answers from the mail without signing in; a scanner that opens the link answers nothing", async () => {
    const letter = await post.letterTo(at("fatima"), planned);
    expect(letter.subject).toMatch(/^Dinsdag [1-7] \S+.*: de eerste samenkomst$/);
    const link = linkIn(letter.text, "/a/");
    for (const method of ["GET", "HEAD", "GET"]) await fetch(link, { method, headers: { "user-agent": "LinkScanner/1.0" } });
    const stranger = await somebody(script);
    await stranger.goto(link);
    await heading(stranger, /^Kom je dinsdag/);
    expect(await stranger.getByLabel("Ja, ik kom").isChecked()).toBe(true);
    await stranger.getByLabel("Wil je er iets bij zeggen?").fill("Ik breng soep mee <3");
    await follow(mia, "Thuis");
    expect(await mia.getByText("Fatima komt").count()).toBe(0);
    await press(stranger, "Geef dit antwoord door");
    await heading(stranger, "Je komt.");
    await stranger.getByText(/Tot dinsdag .*, 19.30 uur, bij Jan thuis\./).waitFor();
    await mia.reload();
    await mia.getByText("Fatima komt").waitFor();
    await stranger.getByRole("link", { name: "Bekijk de samenkomst" }).click();
    await heading(stranger, "Meld je aan");
  });

  it("Rita answers for Jan from home, and for herself", async () => {
    await follow(rita, "Thuis");
    await press(rita, "Ik kom");
    await rita.getByText("Jij komt.").waitFor();
    await press(rita, "Jan komt");
    await rita.getByText("Jan komt.").waitFor();
  });

  it("Rita writes Jan's dream, under it a goal, under it what Fatima will do", async () => {
    await follow(rita, "Plan");
    await follow(rita, "Schrijf een droom op");
    await rita.getByLabel("De droom").fill("<b>Ik wil alleen wonen</b> & مع كلب");
    await rita.getByLabel("De hele kring, zonder betaalde hulp").check();
    await press(rita, "Bewaar de droom");
    await heading(rita, "<b>Ik wil alleen wonen</b> & مع كلب");
    await follow(rita, /^Schrijf een doel op/);
    await rita.getByLabel("Het doel").fill("Een studio zoeken");
    await press(rita, "Bewaar het doel");
    await heading(rita, "Een studio zoeken");
    await follow(rita, /^Wat gaan we doen/);
    await rita.getByLabel("Wat gaan we doen?").fill("De mutualiteit bellen");
    await rita.getByLabel("Fatima").check();
    await press(rita, "Bewaar de belofte");
    await rita.getByText("De mutualiteit bellen", { exact: true }).waitFor();
  });

  it("Fatima ticks hers off from home, and may take it back", async () => {
    await follow(fatima, "Thuis");
    await press(fatima, /^Gedaan.*De mutualiteit bellen/);
    await fatima.getByText("Toch niet? Tik dan nog eens.").waitFor();
    await follow(rita, "Thuis");
    await rita.getByText("Fatima", { exact: false }).first().waitFor();
  });

  it("Fatima notes what she supports Jan with; the story has a line for each thing", async () => {
    await follow(fatima, /^Kring$/);
    await follow(fatima, "Wie steunt wat");
    await follow(fatima, "Schrijf steun op");
    await fatima.getByLabel("Wat is de steun?").fill("kookt samen op zaterdag");
    await fatima.getByLabel("Vrije tijd").check();
    await press(fatima, "Bewaar de steun");
    await fatima.getByText("kookt samen op zaterdag").first().waitFor();
    await follow(fatima, "Verhaal");
    const story = await fatima.locator("main").textContent();
    for (const line of ["alleen wonen", "Een studio zoeken", "De mutualiteit bellen", "kookt samen op zaterdag", "reeks", "Rita, voor Jan"])
      expect(story).toContain(line);
  });

  it("Mia calls one off, and those who take part get a mail", async () => {
    const before = post.letters.length;
    await follow(mia, "Samenkomsten");
    await follow(mia, /^Dinsdag/);
    await follow(mia, "Zeg deze samenkomst af");
    await press(mia, "Zeg de samenkomst af");
    await mia.getByText("Deze samenkomst gaat niet door").waitFor();
    const letter = await post.letterTo(at("fatima"), before);
    expect(letter.subject).toMatch(/samenkomst gaat niet door$/);
  });
});

describe("Sofie, of Plan", () => {
  it("starts a circle, sees that it is there and nothing of what is in it, and hands it over", async () => {
    kring.command("create-organisation", "--name", "Plan vzw");
    const made = kring.command("create-staff", "--organisation", "Plan vzw", "--mail", "sofie@plan.example", "--name", "Sofie");
    expect(made).toContain("sofie@plan.example");
    const sofie = await somebody();
    await signIn(sofie, kring, post, "sofie@plan.example");
    await follow(sofie, "Plan vzw");
    await follow(sofie, "Begin een kring");
    await sofie.getByLabel("Van wie is de kring?").fill("Nele");
    await sofie.getByLabel("Wie wordt begeleider?").fill("Bart");
    await sofie.getByLabel("Het mailadres van de begeleider").fill("bart@kring.example");
    await press(sofie, "Begin de kring");
    await heading(sofie, "Dag Sofie");
    const inside = sofie.url();
    await sofie.goto(`${kring.url}/me`);
    await follow(sofie, "Plan vzw");
    await follow(sofie, "Draag de kring over");
    await sofie.getByText("We wachten nog op een antwoord van Bart").waitFor();

    const bart = await somebody();
    await bart.goto(linkIn((await post.letterTo("bart@kring.example")).text, "/i/"));
    await press(bart, "Ja, ik doe mee");
    await heading(bart, "Dag Bart");
    await sofie.reload();
    await press(sofie, "Draag over en verlaat de kring");
    await heading(sofie, "Plan vzw");
    await sofie.getByText("De kring gaat verder zonder jou").waitFor();
    expect(await sofie.locator("main").textContent()).toContain("Nele");
    expect((await sofie.goto(inside))?.status()).toBe(404);
    expect((await bart.reload())?.status()).toBe(200);
    const letter = await post.letterTo("bart@kring.example", 1 + post.letters.findIndex((one) => one.subject?.includes("nodigt je uit")));
    expect(letter.subject).toContain("Nele");
  });
});

/** A picture of one colour, as a camera would send it. */
async function picture(): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  return sharp({ create: { width: 800, height: 600, channels: 3, background: "#a86b32" } })
    .png()
    .toBuffer();
}
