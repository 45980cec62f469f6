import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, heading, press } from "./walking";

let demo: Demo;
let rita: Page;
let tablet: Page;
let jan: Page;
let home: string;
beforeAll(async () => {
  demo = await openDemo();
  rita = await demo.signedIn("rita", true);
  home = rita.url();
  tablet = await demo.signedIn("rita");
  jan = await demo.signedIn("jan");
});
afterAll(async () => {
  await demo?.close();
});

const bar = (page: Page) => page.locator("aside.bar");
const writeDream = "Schrijf een droom op";

describe("Rita, whom Jan named to do things for him", () => {
  it("is herself until she says otherwise: nothing that only Jan may is offered to her", async () => {
    await bar(rita).getByText("Jij mag dingen doen voor Jan.").waitFor();
    await follow(rita, "Plan");
    await heading(rita, "Plan");
    expect(await rita.getByRole("link", { name: writeDream }).count()).toBe(0);
    expect(await faultsOf(rita)).toEqual([]);
  });

  it("says so where she is, and stays there: each page shows both faces, and who it is for", async () => {
    await press(rita, "Doe nu iets voor Jan");
    await heading(rita, "Plan");
    await bar(rita).getByText("Je doet dit nu voor Jan.").waitFor();
    expect(await bar(rita).locator(".face").count()).toBe(2);
    expect(await faultsOf(rita)).toEqual([]);
    await follow(rita, writeDream);
    await bar(rita).getByText("Je doet dit nu voor Jan.").waitFor();
    await rita.getByLabel("De droom").fill("Een tuin met kippen");
    await press(rita, "Bewaar de droom");
    await heading(rita, "Een tuin met kippen");
    await follow(rita, "Verhaal");
    await heading(rita, "Verhaal");
    expect(await rita.locator("main").textContent()).toMatch(/Jij, voor Jan, hebt een droom opgeschreven: Een tuin met kippen/);
  });

  it("on this device alone: on her tablet she is still herself, and is told what to press", async () => {
    const refused = await tablet.goto(`${home}/settings`);
    expect(refused?.status()).toBe(403);
    await tablet.getByText("Dit kan alleen Jan. Jij mag het doen voor Jan. Zeg dat eerst.").waitFor();
    await press(tablet, "Doe nu iets voor Jan");
    await heading(tablet, "Jan beslist");
    expect(tablet.url()).toBe(`${home}/settings`);
  });

  it("stops with one press, and keeps what she writes when she stopped elsewhere meanwhile", async () => {
    await rita.goto(`${home}/plan/dreams/new`);
    await rita.getByLabel("De droom").fill("Elke dag frieten");
    const other = await rita.context().newPage();
    await other.goto(home);
    await press(other, "Stop hiermee");
    await heading(other, "Dag Rita");
    await bar(other).getByText("Jij mag dingen doen voor Jan.").waitFor();
    await press(rita, "Bewaar de droom");
    await rita.getByText("Zeg dat eerst.", { exact: false }).waitFor();
    await rita.getByText("Elke dag frieten").waitFor();
    expect(await faultsOf(rita)).toEqual([]);
  });

  it("and is herself at once when Jan stops it, also where she acts for him", async () => {
    await bar(tablet).getByText("Je doet dit nu voor Jan.").waitFor();
    await jan.goto(`${home}/settings`);
    await press(jan, "Stop met deze hulp");
    await jan.getByText("Bewaard.").waitFor();
    expect((await tablet.reload())?.status()).toBe(403);
    await tablet.goto(home);
    await heading(tablet, "Dag Rita");
    expect(await bar(tablet).count()).toBe(0);
    expect(
      await tablet.evaluate(
        async (to) => (await fetch(to, { method: "POST", body: new URLSearchParams({ act: "yes" }) })).status,
        `${home}/for`,
      ),
    ).toBe(403);
  });
});
