import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, press } from "./walking";

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(async () => {
  await demo?.close();
});

const thisYear = new Date().getUTCFullYear();
/** The next Christmas but for one that is nearly there. */
const christmas = `${new Date().getUTCMonth() === 11 ? thisYear + 1 : thisYear}-12-25`;
const shown = (page: Page) => page.locator("#days-live").textContent();

describe("Mia plans one gathering, on a phone without script", () => {
  let mia: Page;
  let fatima: Page;
  let home: string;
  beforeAll(async () => {
    [mia, fatima] = [await demo.signedIn("mia"), await demo.signedIn("fatima")];
    home = mia.url();
  });

  it("asks for its day, and reads that it is Christmas; nothing is planned yet", async () => {
    await mia.goto(`${home}/gatherings/new`);
    expect(await shown(mia)).toBe("Kies een dag.");
    await mia.getByLabel("Welke dag?").fill(christmas);
    await mia.getByLabel("Waar komen jullie samen?").fill("in de zaal");
    await press(mia, "Laat de dag zien");
    expect(await shown(mia)).toMatch(/25 december \d{4} om 19\.30 uur\s+feestdag: Kerstmis/);
    expect(await mia.getByLabel("Waar komen jullie samen?").inputValue()).toBe("in de zaal");
    expect(await mia.getByRole("alert").count()).toBe(0);
  });

  it("plans it all the same; she reads it beside the day, Fatima, who does not plan, does not", async () => {
    await press(mia, "Plan deze samenkomst");
    await mia.getByText("Gepland.", { exact: false }).waitFor();
    await mia.getByText("feestdag: Kerstmis").waitFor();
    const page = mia.url();
    await mia.goto(`${home}/gatherings`);
    await mia.getByText("feestdag: Kerstmis").waitFor();
    await fatima.goto(`${home}/gatherings`);
    await fatima.getByRole("link", { name: /25 december/ }).waitFor();
    expect(await fatima.getByText("Kerstmis").count()).toBe(0);
    await fatima.goto(page);
    await fatima.getByText("Wanneer?").waitFor();
    expect(await fatima.getByText("Kerstmis").count()).toBe(0);
  });

  it("moves it a day, and reads what that day is before she does", async () => {
    await follow(mia, /25 december/);
    await follow(mia, "Pas deze samenkomst aan");
    expect(await shown(mia)).toContain("feestdag: Kerstmis");
    await mia.getByLabel("Welke dag?").fill(christmas.replace("12-25", "12-26"));
    await press(mia, "Laat de dag zien");
    expect(await shown(mia)).not.toContain("feestdag");
    await press(mia, "Pas de samenkomst aan");
    await mia.getByText(/^Aangepast\./).waitFor();
  });

  it("reads of a series far ahead that the school holidays of then are not known yet, and may plan it", async () => {
    await mia.goto(`${home}/gatherings/series/new`);
    await mia.getByLabel("Vanaf welke dag?").fill(`${thisYear + 4}-01-01`);
    await mia.getByLabel("Waar komen jullie samen?").fill("in de zaal");
    await press(mia, "Laat de dagen zien");
    expect(await shown(mia)).toMatch(/De schoolvakanties na 31 augustus \d{4} zijn nog niet bekend\.$/);
    await press(mia, "Plan deze reeks");
    await mia.getByText("Gepland.", { exact: false }).waitFor();
  });
});

describe("With script", () => {
  it("the day is shown as soon as it is chosen, and Enter saves", async () => {
    const mia = await demo.signedIn("mia", true);
    await mia.goto(`${mia.url()}/gatherings/new`);
    await mia.locator("#days-show").waitFor({ state: "hidden" });
    await mia.getByLabel("Welke dag?").fill(`${thisYear + 1}-11-11`);
    await mia.getByText("feestdag: Wapenstilstand").waitFor();
    expect(await faultsOf(mia)).toEqual([]);
    await mia.getByLabel("Waar komen jullie samen?").fill("in de zaal");
    await mia.getByLabel("Waar komen jullie samen?").press("Enter");
    await mia.getByText("Gepland.", { exact: false }).waitFor();
  });
});

describe("Mia says when her birthday is", () => {
  it("and reads it beside that day when she plans; Fatima sees it on her page, and she takes it away again", async () => {
    const mia = await demo.signedIn("mia", true);
    const home = mia.url();
    await mia.goto(`${home}/circle`);
    await follow(mia, /^Mia/);
    await mia.getByRole("heading", { name: "Mia", level: 1 }).waitFor();
    const page = mia.url();
    await follow(mia, "Verjaardag");
    await mia.getByRole("heading", { name: "Wanneer ben je jarig?" }).waitFor();
    await mia.getByLabel("Dag").selectOption("31");
    await mia.getByLabel("Maand").selectOption("2");
    await press(mia, "Bewaar");
    await mia
      .getByRole("alert")
      .getByRole("link", { name: /^Deze dag en maand horen niet samen/ })
      .waitFor();
    expect(await mia.getByLabel("Maand").inputValue()).toBe("2");
    expect(await faultsOf(mia)).toEqual([]);
    await mia.getByLabel("Dag").selectOption("11");
    await mia.getByLabel("Maand").selectOption("11");
    await press(mia, "Bewaar");
    await mia.getByText("Jarig op 11 november").waitFor();
    expect(await faultsOf(mia)).toEqual([]);

    await mia.goto(`${home}/gatherings/new`);
    await mia.getByLabel("Welke dag?").fill(`${thisYear + 1}-11-11`);
    await mia.getByText("verjaardag van Mia").waitFor();
    const fatima = await demo.signedIn("fatima");
    await fatima.goto(page);
    await fatima.getByText("Jarig op 11 november").waitFor();
    expect(await fatima.getByRole("link", { name: "Verjaardag" }).count()).toBe(0);

    await mia.goto(`${page}/birthday`);
    await mia.getByLabel("Dag").selectOption("");
    await mia.getByLabel("Maand").selectOption("");
    await press(mia, "Bewaar");
    await mia.getByText("Bewaard.", { exact: false }).waitFor();
    expect(await mia.getByText("Jarig op").count()).toBe(0);
  });
});
