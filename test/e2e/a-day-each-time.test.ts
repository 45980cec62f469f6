import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, heading, phone, press } from "./walking";

let demo: Demo;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await demo?.close();
});

/** Somebody of the demo, in Jan's circle, on a phone. */
async function persona(name: string, script = false): Promise<Page> {
  const context = await phone(demo.browser, script);
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(demo.kring.url);
  await press(page, new RegExp(`^Kijk mee met.*${name}`));
  await page.locator('a[href^="/g/"]').first().click();
  return page;
}

describe("A rhythm without a date, on a phone without script", () => {
  let mia: Page;
  let home = "";
  let series = "";

  it("is planned where series are; what is missing is said, and what she chose stays", async () => {
    mia = await persona("Mia");
    home = mia.url().replace(/[?#].*/, "");
    await follow(mia, "Samenkomsten");
    await follow(mia, "Plan een reeks");
    await mia.getByLabel("Een paar keer per jaar, we kiezen telkens een dag").check();
    expect(await mia.getByLabel("Om hoe laat?").isVisible()).toBe(false);
    await mia.getByLabel("Hoeveel keer per jaar").selectOption("6");
    await press(mia, "Plan deze reeks");
    await mia.getByRole("alert").getByRole("link", { name: "Schrijf waar jullie samenkomen." }).waitFor();
    expect(await mia.getByLabel("Een paar keer per jaar, we kiezen telkens een dag").isChecked()).toBe(true);
    expect(await mia.getByLabel("Hoeveel keer per jaar").inputValue()).toBe("6");
    await mia.getByLabel("Waar komen jullie samen?").fill("in het park");
    await mia.getByLabel("Waarover gaat het?").fill("Wandelen");
    await press(mia, "Plan deze reeks");
    await heading(mia, "Een reeks zonder vaste dagen");
    await mia.getByText("Ongeveer zes keer per jaar. We kiezen telkens een dag.").waitFor();
    series = mia.url();
  });

  it("is due: her home says so, Fatima's does not; the pages fit a phone and are sound for axe", async () => {
    await mia.goto(home);
    await mia.getByText("Het is tijd om een datum te zoeken").waitFor();
    const fatima = await persona("Fatima");
    expect(await fatima.getByText("Het is tijd om een datum te zoeken").count()).toBe(0);
    await fatima.goto(series);
    await fatima.getByText("Ongeveer zes keer per jaar. We kiezen telkens een dag.").waitFor();
    expect(await fatima.getByRole("link", { name: "Zoek een datum" }).count()).toBe(0);
    const script = await persona("Mia", true);
    const faults: string[] = [];
    for (const page of [home, `${home}/gatherings`, `${home}/gatherings/series/new`, series, `${series}/change`]) {
      await script.goto(page);
      faults.push(...(await faultsOf(script, 360)));
    }
    expect(faults).toEqual([]);
  });

  it("one press leads to moments around that time, with the place and subject of the series", async () => {
    await follow(mia, "Zoek een datum");
    await mia.getByText(/^Ongeveer zes keer per jaar\./).waitFor();
    expect(await mia.getByLabel("Waar komen jullie samen?").inputValue()).toBe("in het park");
    await press(mia, "Vraag het aan de kring");
    await mia.getByRole("alert").waitFor();
    expect(await mia.getByLabel("Waarover gaat het?").inputValue()).toBe("Wandelen");
    await mia.getByRole("checkbox").nth(0).check();
    await mia.getByRole("checkbox").nth(1).check();
    await press(mia, "Vraag het aan de kring");
    await heading(mia, "We zoeken een datum");
    const poll = mia.url();
    await mia.goto(home);
    expect(await mia.getByText("Het is tijd om een datum te zoeken").count()).toBe(0);
    await mia.goto(series);
    await follow(mia, "Zeg wanneer je kan");
    expect(mia.url()).toBe(poll);
  });

  it("the moment that she chooses is a gathering of it", async () => {
    await press(mia, /^Kies/);
    await mia.getByText("Gepland. De kring krijgt er een mail over.").waitFor();
    await mia.getByText("Ongeveer zes keer per jaar. We kiezen telkens een dag.").waitFor();
    expect(await mia.getByRole("link", { name: "Pas de hele reeks aan" }).count()).toBe(0);
    await follow(mia, "Naar de reeks");
    await mia.getByText("De volgende keer is al gepland.").waitFor();
  });

  it("and it ends with a last day", async () => {
    await follow(mia, "Pas deze reeks aan");
    await mia.getByLabel("Tot en met welke dag?").fill("2020-01-01");
    await press(mia, "Bewaar deze reeks");
    await mia.getByRole("alert").getByRole("link", { name: "Die dag is al voorbij. Kies een dag vanaf vandaag." }).waitFor();
    await mia.getByLabel("Tot en met welke dag?").fill(new Date().toLocaleDateString("sv", { timeZone: "Europe/Brussels" }));
    await press(mia, "Bewaar deze reeks");
    await mia.getByText(/^Tot en met /).waitFor();
    expect(mia.url()).toBe(series);
  });
});
