import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, press } from "./walking";

let demo: Demo;
let mia: Page;
let home: string;
/** The gatherings in the list; not a date that is sought, which stands above them. */
const listed = "main li a[href*='/gatherings/']:not([href*='/dates'])";

beforeAll(async () => {
  demo = await openDemo();
  mia = await demo.signedIn("mia");
  home = mia.url();
});
afterAll(async () => {
  await demo?.close();
});

/** The first gathering of the list that comes. */
async function first(): Promise<void> {
  await mia.goto(`${home}/gatherings`);
  await mia.locator(listed).first().click();
  await mia.getByRole("link", { name: "Pas deze samenkomst aan" }).waitFor();
}
const inAWeek = () => new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);

describe("Mia moves one gathering, on a phone without script", () => {
  it("is told what is wrong beside it, with what she typed still there", async () => {
    await first();
    await follow(mia, "Pas deze samenkomst aan");
    await mia.getByText("De andere dagen van de reeks veranderen niet.").waitFor();
    await mia.getByLabel("Welke dag?").fill("2020-01-01");
    await mia.getByLabel("Waar komen jullie samen?").fill("in de zaal");
    await press(mia, "Pas de samenkomst aan");
    await mia.getByRole("alert").getByRole("link", { name: "Die dag is al voorbij. Kies een dag vanaf vandaag." }).waitFor();
    expect(await mia.getByLabel("Waar komen jullie samen?").inputValue()).toBe("in de zaal");
  });

  it("puts it on another day; Fatima reads in her mail from when to when, and answers again from there", async () => {
    const before = demo.post.letters.length;
    await mia.getByLabel("Welke dag?").fill(inAWeek());
    await press(mia, "Pas de samenkomst aan");
    await mia.getByText(/^Aangepast\./).waitFor();
    const letter = await demo.post.letterTo("fatima@kring.example", before);
    expect(letter.subject).toMatch(/: samenkomst verzet$/);
    expect(letter.text).toContain("in de zaal");
    const fatima = await demo.somebody();
    await fatima.goto(linkIn(letter.text, "/a/"));
    await heading(fatima, /^Kom je /);
    await press(fatima, "Geef dit antwoord door");
    await heading(fatima, "Je komt.");
    await mia.reload();
    await mia.getByText("Fatima", { exact: true }).first().waitFor();
  });

  it("calls it off, and lets it go on after all with one press", async () => {
    await follow(mia, "Zeg deze samenkomst af");
    await press(mia, "Zeg de samenkomst af");
    await mia.getByText("Deze samenkomst gaat niet door").waitFor();
    await press(mia, "Laat ze toch doorgaan");
    await mia.getByText("Ze gaat toch door.", { exact: false }).waitFor();
    expect(await mia.getByText("Deze samenkomst gaat niet door").count()).toBe(0);
  });

  it("changes the whole series from there: first sees what that does, then says yes; Fatima gets one mail", async () => {
    await mia.goto(`${home}/gatherings`);
    await mia.locator(listed).nth(2).click();
    await follow(mia, "Pas de hele reeks aan");
    await mia.getByLabel("Om hoe laat?").fill("");
    await press(mia, "Bekijk wat er verandert");
    await mia.getByRole("alert").getByRole("link", { name: "Schrijf hoe laat het begint." }).waitFor();
    await mia.getByLabel("Om hoe laat?").fill("14:00");
    await mia.getByLabel("Waar komen jullie samen?").fill("in het park");
    await press(mia, "Bekijk wat er verandert");
    await mia.getByRole("heading", { name: "Dit verandert er" }).waitFor();
    await mia.getByText(/^\d+ samenkomsten veranderen\.$/).waitFor();
    const before = demo.post.letters.length;
    await press(mia, "Ja, pas de reeks aan");
    await mia.getByText(/^Aangepast\./).waitFor();
    const letter = await demo.post.letterTo("fatima@kring.example", before);
    expect(letter.subject).toMatch(/: de reeks is veranderd$/);
    expect(letter.text).toContain("om 14.00 uur, 2 uur lang, in het park");
    await mia.getByText("in het park").first().waitFor();
  });

  it("undoes that from the list: first sees what it does, then says yes; all is as it was, and Fatima gets one mail", async () => {
    await mia.getByText(/^Mia heeft op .* een reeks aangepast\. Nu is het zo: .* om 14\.00 uur\./).waitFor();
    await follow(mia, "Maak deze aanpassing ongedaan");
    await heading(mia, "Maak de aanpassing ongedaan");
    await mia.getByText(/^\d+ samenkomsten veranderen\.$/).waitFor();
    const before = demo.post.letters.length;
    await press(mia, "Ja, maak het ongedaan");
    await mia.getByText(/^Aangepast\./).waitFor();
    const letter = await demo.post.letterTo("fatima@kring.example", before);
    expect(letter.subject).toMatch(/: de reeks is weer zoals vroeger$/);
    expect(await mia.getByText("in het park").count()).toBe(0);
    expect(await mia.getByRole("link", { name: "Maak deze aanpassing ongedaan" }).count()).toBe(0);
  });

  it("pauses the summer, sees that they do not meet, and meets again with one press", async () => {
    // Before a mail of the pause can come where the one with her code is waited for.
    const page = await demo.signedIn("fatima", true);
    await mia.goto(`${home}/gatherings`);
    await follow(mia, "Pauzeer de samenkomsten");
    await heading(mia, "Even niet samenkomen");
    await mia.getByLabel("Tot en met welke dag?").fill("2020-01-01");
    await press(mia, "Begin de pauze");
    await mia.getByRole("alert").getByRole("link", { name: "Dat is vroeger dan de eerste dag. Kies een latere dag." }).waitFor();
    await mia.getByLabel("Tot en met welke dag?").fill("");
    await press(mia, "Begin de pauze");
    await mia.getByText("Jullie komen even niet samen").waitFor();
    await page.goto(`${home}/gatherings`);
    await page.getByText("Jullie komen even niet samen").waitFor();
    expect(await page.getByRole("button", { name: "Kom weer samen" }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(home);
    await page.getByText("Jullie komen even niet samen").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(mia, "Kom weer samen");
    await mia.getByText(/^Aangepast\./).waitFor();
    expect(await mia.getByText("Jullie komen even niet samen").count()).toBe(0);
  });

  it("on pages that are sound and fit the narrowest phone", async () => {
    const page = await demo.signedIn("mia", true);
    await page.goto(`${home}/gatherings`);
    await page.locator(listed).first().click();
    await page.getByRole("link", { name: "Pas deze samenkomst aan" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await follow(page, "Pas deze samenkomst aan");
    await page.getByLabel("Welke dag?").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${home}/gatherings`);
    await page.locator(listed).nth(3).click();
    await follow(page, "Pas de hele reeks aan");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel("Om hoe laat?").fill("15:00");
    await press(page, "Bekijk wat er verandert");
    await page.getByRole("heading", { name: "Dit verandert er" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, "Ja, pas de reeks aan");
    await page.getByRole("link", { name: "Maak deze aanpassing ongedaan" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await follow(page, "Maak deze aanpassing ongedaan");
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${new URL(home).origin}/me/calendar`);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, "Maak de link");
    await heading(page, "Je link is klaar");
    expect(await faultsOf(page)).toEqual([]);
  });
});
