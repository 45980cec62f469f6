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
    expect(await wim.getByLabel("Voor heel de reeks, tot ik iets zeg").count()).toBe(0);
    await press(wim, "Geef dit antwoord door");
    await heading(wim, "Je komt.");
    await follow(wim, "Zeg dit voor heel de reeks");
    expect(await wim.getByLabel("Voor heel de reeks, tot ik iets zeg").isChecked()).toBe(true);
    await wim.getByLabel("Ik weet het nog niet").check();
    await press(wim, "Geef dit antwoord door");
    await wim
      .getByRole("alert")
      .getByRole("link", { name: /^Voor heel de reeks kan je ja of nee zeggen/ })
      .waitFor();
    await wim.getByLabel("Ja, ik kom").check();
    await press(wim, "Geef dit antwoord door");
    await wim.getByText("Dat geldt voor heel de reeks.").waitFor();
  });

  it("and changes his mind: only online, and asked each time again", async () => {
    await follow(wim, "Toch niet?");
    await wim.getByText("Nu kom je altijd naar deze reeks.").waitFor();
    await wim.getByLabel("Ik kom niet, maar doe online mee").check();
    await wim.getByLabel("Alleen voor deze, en vraag het weer elke keer").check();
    await press(wim, "Geef dit antwoord door");
    await heading(wim, "Je doet online mee.");
    expect(await wim.getByText("Dat geldt voor heel de reeks.").count()).toBe(0);
    await follow(wim, "Toch niet?");
    expect(await wim.getByText(/^Nu kom je/).count()).toBe(0);
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
    await rita.getByText("Jij komt. Dat geldt voor heel de reeks.").waitFor();
    await rita.getByRole("link", { name: "Toch niet?" }).first().click();
    await rita.getByText("Nu kom je altijd naar deze reeks.").waitFor();
    await rita.getByLabel("Nee, ik kom niet").check();
    await press(rita, "Geef dit antwoord door");
    await rita.getByText("Jij komt niet.").waitFor();
    expect(await rita.getByText("Dat geldt voor heel de reeks.").count()).toBe(0);
    await follow(rita, "Samenkomsten");
    await later.nth(2).click();
    await rita.getByText("Jij komt. Dat geldt voor heel de reeks.").waitFor();
  });
});
