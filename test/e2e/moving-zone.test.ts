import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, heading, press } from "./walking";

let demo: Demo;
let jan: Page;
let home: string;

beforeAll(async () => {
  demo = await openDemo();
  jan = await demo.signedIn("jan");
  home = jan.url();
});
afterAll(async () => {
  await demo?.close();
});

describe("Jan's circle lives in Portugal from now on, on a phone without script", () => {
  it("reads which clock it follows, and is told kindly that it follows that one already", async () => {
    await jan.goto(`${home}/settings`);
    await jan.getByText("Alle uren staan op de klok van Brussel.").waitFor();
    await follow(jan, "Kies een andere klok");
    await heading(jan, "Welke klok volgen jullie?");
    await press(jan, "Bekijk wat er verandert");
    await jan.getByRole("alert").getByRole("link", { name: "Die klok volgen jullie al. Kies een andere." }).waitFor();
  });

  it("sees first what that does; nothing is another by looking", async () => {
    await jan.getByLabel("Kies een stad in de buurt").selectOption("Europe/Lisbon");
    await press(jan, "Bekijk wat er verandert");
    await heading(jan, "Dit verandert er");
    await jan.getByText(/^\d+ samenkomsten houden hun uur, voortaan op de klok van Lissabon\.$/).waitFor();
    expect(await jan.getByLabel("Kies een stad in de buurt").inputValue()).toBe("Europe/Lisbon");
    const other = await jan.context().newPage();
    await other.goto(`${home}/settings`);
    await other.getByText("Alle uren staan op de klok van Brussel.").waitFor();
    await other.close();
  });

  it("says yes: it is so, the story tells it, and Fatima gets one mail", async () => {
    const before = demo.post.letters.length;
    await press(jan, "Ja, volg deze klok");
    await jan.getByText(/^Aangepast\./).waitFor();
    await jan.getByText("Alle uren staan op de klok van Lissabon.").waitFor();
    const letter = await demo.post.letterTo("fatima@kring.example", before);
    expect(letter.subject).toBe("De kring volgt voortaan de klok van Lissabon");
    expect(letter.text?.replace(/\s+/g, " ")).toContain("op de klok van Lissabon");
    await jan.goto(`${home}/story`);
    await jan.getByText("De kring volgt voortaan de klok van Lissabon.", { exact: false }).first().waitFor();
  });

  it("is told to look again when something else stands by then, and keeps what was chosen", async () => {
    await jan.goto(`${home}/settings/zone`);
    await jan.getByLabel("Kies een stad in de buurt").selectOption("America/New_York");
    await press(jan, "Bekijk wat er verandert");
    await heading(jan, "Dit verandert er");
    const mia = await demo.signedIn("mia");
    await mia.goto(`${home}/gatherings`);
    await mia.locator("main li a[href*='/gatherings/']:not([href*='/dates'])").nth(1).click();
    await follow(mia, "Zeg deze samenkomst af");
    await press(mia, "Zeg de samenkomst af");
    await mia.getByText("Deze samenkomst gaat niet door").waitFor();
    await press(jan, "Ja, volg deze klok");
    await jan.getByRole("alert").getByRole("link", { name: "Er is intussen iets veranderd. Kijk opnieuw na wat er verandert." }).waitFor();
    expect(await jan.getByLabel("Kies een stad in de buurt").inputValue()).toBe("America/New_York");
  });

  it("on pages that are sound and fit the narrowest phone; who prepares does not get them", async () => {
    const page = await demo.signedIn("jan", true);
    await page.goto(`${home}/settings`);
    await page.getByText("Alle uren staan op de klok van Lissabon.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await follow(page, "Kies een andere klok");
    await page.getByLabel("Kies een stad in de buurt").selectOption("Pacific/Auckland");
    expect(await faultsOf(page)).toEqual([]);
    await press(page, "Bekijk wat er verandert");
    await heading(page, "Dit verandert er");
    expect(await faultsOf(page)).toEqual([]);
    const mia = await demo.signedIn("mia");
    expect((await mia.goto(`${home}/settings/zone`))?.status()).toBe(403);
  });
});
