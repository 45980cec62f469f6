import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, phone, press } from "./walking";

let demo: Demo;
let mia: Page;
let fatima: Page;
let home: string;
beforeAll(async () => {
  demo = await openDemo();
  mia = await demo.signedIn("mia");
  fatima = await demo.signedIn("fatima");
  home = mia.url();
});
afterAll(() => demo?.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** Those of the list, soonest first. */
const gatherings = () => mia.locator("main a:has(span[id])");
/** What is wrong with the page that somebody is on, with their own cookies. */
async function faults(page: Page): Promise<string[]> {
  const looked = await (await phone(demo.browser)).newPage();
  await looked.context().addCookies(await page.context().cookies());
  await looked.goto(page.url());
  return faultsOf(looked);
}

describe("Mia wants to know in time who comes, on a phone without script", () => {
  it("plans a gathering, and chooses by when everybody lets it know, where most leave it as it is", async () => {
    await mia.goto(`${home}/gatherings/new`);
    await mia.getByLabel("Welke dag?").fill(inDays(16));
    await mia.getByLabel("Waar komen jullie samen?").fill("in de tuin");
    expect(await mia.getByLabel("Een week vooraf").isVisible()).toBe(false);
    await mia.getByText("Online meedoen of op tijd antwoorden").click();
    expect(await mia.getByLabel("Ik kies geen dag").isChecked()).toBe(true);
    await mia.getByLabel("Een week vooraf").check();
    const before = demo.post.letters.length;
    await press(mia, "Plan deze samenkomst");
    await mia.getByText(/^Laat het weten tegen /).waitFor();
    const { text } = await demo.post.letterTo("wim@kring.example", before);
    expect(text).toMatch(/^Laat het weten tegen .+\.$/m);
    const wim = await demo.somebody();
    await wim.goto(linkIn(text, "/a/"));
    await wim.getByText(/^Laat het weten tegen /).waitFor();
    expect(await faults(wim)).toEqual([]);
    await press(wim, "Geef dit antwoord door");
    await heading(wim, "Je komt.");
    await follow(wim, "Toch niet?");
    expect(await wim.getByText(/^Laat het weten tegen /).count()).toBe(0);
  });

  it("keeps the choice in the form to change it; moved nearer, that day is over, and she reads who has not answered", async () => {
    const page = mia.url().split("?")[0] ?? "";
    await follow(mia, "Pas deze samenkomst aan");
    expect(await mia.getByLabel("Een week vooraf").isChecked()).toBe(true);
    expect(await faults(mia)).toEqual([]);
    await mia.getByLabel("Welke dag?").fill(inDays(5));
    await press(mia, "Pas de samenkomst aan");
    await mia.getByText(/^De dag om het te laten weten is voorbij: .+\.$/).waitFor();
    await mia.getByText("Je kan nog altijd antwoorden.").waitFor();
    expect(
      await mia
        .getByText(/hebben nog niet geantwoord$/)
        .first()
        .textContent(),
    ).toMatch(/Fatima.* en .*Wim/);
    expect(await faults(mia)).toEqual([]);
    await press(mia, /^Vraag het nog eens/);
    await mia.goto(page);
    await mia.getByText(/is het nog eens gevraagd/).waitFor();
    expect(await mia.getByRole("button", { name: /^Vraag het nog eens/ }).count()).toBe(0);
  });

  it("who knows late is still welcome: Fatima reads so, and answers", async () => {
    await fatima.goto(mia.url());
    await fatima.getByText("Je kan nog altijd antwoorden.").waitFor();
    expect(await fatima.getByText(/^(Iedereen laat het weten tegen|De dag om het te laten weten)/).count()).toBe(0);
    await press(fatima, "Ik kom");
    await fatima.getByText("Jij komt.").first().waitFor();
    expect(await fatima.getByText("Je kan nog altijd antwoorden.").count()).toBe(0);
  });
});

describe("Of the whole series", () => {
  it("she chooses another day: first she reads that nobody is mailed", async () => {
    await mia.goto(`${home}/gatherings`);
    await gatherings().nth(2).click();
    await follow(mia, "Pas de hele reeks aan");
    expect(await mia.getByLabel("Twee dagen vooraf").isChecked()).toBe(true);
    await mia.getByLabel("Twee weken vooraf").check();
    await press(mia, "Bekijk wat er verandert");
    await mia.getByText("De dagen, de uren en de plaats blijven zoals ze zijn. Daar gaat geen mail over.").waitFor();
    const before = demo.post.letters.length;
    await press(mia, "Ja, pas de reeks aan");
    await mia.getByText(/^Aangepast\./).waitFor();
    await gatherings().nth(2).click();
    await mia.getByText(/^Laat het weten tegen |Je kan nog altijd antwoorden/).waitFor();
    expect(demo.post.letters.length).toBe(before);
  });
});
