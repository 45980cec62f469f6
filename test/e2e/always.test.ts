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

/** The gatherings of the list, soonest first. */
const gatherings = (page: Page) => page.locator("main a:has(span[id])");

describe("Wim says it for the whole series, from a mail on his phone, without account or script", () => {
  let link: string;
  let wim: Page;

  it("he comes, and then wants not to be asked each time", async () => {
    const { kring, post } = demo;
    const mia = await demo.signedIn("mia");
    await mia.goto(`${kring.url}/me`);
    await mia.locator('a[href^="/g/"]').first().click();
    await follow(mia, "Samenkomsten");
    await gatherings(mia).first().click();
    const before = post.letters.length;
    await press(mia, /^Vraag het nog eens/);
    const { text } = await post.letterTo("wim@kring.example", before);
    link = linkIn(text, "/a/");
    wim = await demo.somebody();
    await wim.goto(`${link.split("?")[0]}?answer=yes`);
    expect(await wim.getByLabel("Voor de hele reeks, tot ik iets anders zeg").count()).toBe(0);
    await press(wim, "Geef dit antwoord door");
    await heading(wim, "Je komt.");
    await follow(wim, "Antwoord voor de hele reeks");
    expect(await wim.getByLabel("Voor de hele reeks, tot ik iets anders zeg").isChecked()).toBe(true);
    await wim.getByLabel("Ik weet het nog niet").check();
    await press(wim, "Geef dit antwoord door");
    await wim
      .getByRole("alert")
      .getByRole("link", { name: /^Nog niet zeker/ })
      .waitFor();
    await wim.getByLabel("Ja, ik kom").check();
    await press(wim, "Geef dit antwoord door");
    await wim.getByText("Dit antwoord geldt voor de hele reeks.").waitFor();
  });

  it("and changes his mind: only online, and asked each time again", async () => {
    await follow(wim, "Toch niet?");
    await wim.getByText("Voor de hele reeks heb je gezegd dat je komt.").waitFor();
    await wim.getByLabel("Ik doe online mee").check();
    await wim.getByLabel("Alleen voor deze. Daarna vragen we het elke keer opnieuw").check();
    await press(wim, "Geef dit antwoord door");
    await heading(wim, "Je doet online mee.");
    expect(await wim.getByText("Dit antwoord geldt voor de hele reeks.").count()).toBe(0);
    await follow(wim, "Toch niet?");
    expect(await wim.getByText(/^Voor de hele reeks heb je gezegd/).count()).toBe(0);
  });

  it("on pages with nothing to stumble over", async () => {
    const page = await (await phone(demo.browser, true)).newPage();
    await page.goto(`${link.split("?")[0]}?reach`);
    expect(await faultsOf(page, 360)).toEqual([]);
  });
});

describe("Rita, who comes always", () => {
  it("sees it at a gathering later in the series, says no to that one only, and still comes to the next", async () => {
    const rita = await demo.signedIn("rita");
    await rita.goto(`${demo.kring.url}/me`);
    await rita.locator('a[href^="/g/"]').first().click();
    await follow(rita, "Samenkomsten");
    const later = gatherings(rita);
    await later.nth(1).click();
    await rita.getByText("Jij komt. Dit antwoord geldt voor de hele reeks.").waitFor();
    await rita.getByRole("link", { name: "Toch niet?" }).first().click();
    await rita.getByText("Voor de hele reeks heb je gezegd dat je komt.").waitFor();
    await rita.getByLabel("Nee, ik kom niet").check();
    await press(rita, "Geef dit antwoord door");
    await rita.getByText("Jij komt niet.").waitFor();
    expect(await rita.getByText("Dit antwoord geldt voor de hele reeks.").count()).toBe(0);
    await follow(rita, "Samenkomsten");
    await later.nth(2).click();
    await rita.getByText("Jij komt. Dit antwoord geldt voor de hele reeks.").waitFor();
  });
});
