import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, phone, press } from "./walking";

let demo: Demo;
let mia: Page;
let noor: Page;
let home: string;
beforeAll(async () => {
  demo = await openDemo();
  mia = await demo.signedIn("mia");
  noor = await demo.signedIn("noor");
  home = mia.url();
});
afterAll(() => demo?.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** What is wrong with the page that somebody is on, with their own cookies. */
async function faults(page: Page): Promise<string[]> {
  const looked = await (await phone(demo.browser)).newPage();
  await looked.context().addCookies(await page.context().cookies());
  await looked.goto(page.url());
  return faultsOf(looked);
}
const field = () => mia.getByLabel("Met welke link doe je online mee?");

describe("A gathering in which one can take part online, on phones without script", () => {
  it("is planned by Mia, who is told beside the field which link is none, with what she typed still there", async () => {
    await mia.goto(`${home}/gatherings/new`);
    await mia.getByLabel("Welke dag?").fill(inDays(1));
    await mia.getByLabel("Om hoe laat?").fill("23:30");
    await mia.getByLabel("Waar komen jullie samen?").fill("in de tuin");
    await mia.getByText("Online meedoen of op tijd antwoorden").click();
    for (const wrong of ["javascript:alert(1)", "http://meet.example.org/tuin", "https://mia:geheim@meet.example.org/tuin"]) {
      await field().fill(wrong);
      await press(mia, "Plan deze samenkomst");
      await mia
        .getByRole("alert")
        .getByRole("link", { name: /^Plak de hele link/ })
        .waitFor();
      expect(await field().inputValue()).toBe(wrong);
      expect(await field().isVisible()).toBe(true);
    }
    await field().fill(`https://${"een-heel-lang-".repeat(4)}huis.meet.example.org/tuin`);
    await press(mia, "Plan deze samenkomst");
    await mia.getByText("Online meedoen?").waitFor();
    expect(await faults(mia)).toEqual([]);
  });

  it("leads who takes part online there, and says whose house that is: from a mail, and on Home", async () => {
    await follow(mia, "Pas deze samenkomst aan");
    const before = demo.post.letters.length;
    await field().fill("https://meet.example.org/tuin?a=1&b=2");
    await press(mia, "Pas de samenkomst aan");
    const { text } = await demo.post.letterTo("wim@kring.example", before);
    expect(text?.replace(/\s+/g, " ")).toContain("Mia heeft aangepast hoe je online meedoet.");
    const page = mia.url().split("?")[0] ?? "";
    await noor.goto(page);
    const link = noor.getByRole("link", { name: "Doe online mee (meet.example.org)" });
    expect(await link.getAttribute("href")).toBe("https://meet.example.org/tuin?a=1&b=2");
    expect(await link.getAttribute("rel")).toBe("noreferrer noopener");
    await noor.goto(`${page}/answer`);
    await noor.getByLabel("Ik doe online mee").check();
    await press(noor, "Geef dit antwoord door");
    await noor.goto(home);
    await link.waitFor();
    expect(await faults(noor)).toEqual([]);
  });

  it("shows Wim the link before he answers and, when he takes part online, after it; when he comes, no more", async () => {
    const before = demo.post.letters.length;
    await press(mia, /^Vraag het nog eens/);
    const { text } = await demo.post.letterTo("wim@kring.example", before);
    const wim = await demo.somebody();
    await wim.goto(linkIn(text, "/a/").split("?")[0] ?? "");
    const link = wim.getByRole("link", { name: "Doe online mee (meet.example.org)" });
    await link.waitFor();
    expect(await faults(wim)).toEqual([]);
    await wim.getByLabel("Ik doe online mee").check();
    await press(wim, "Geef dit antwoord door");
    await heading(wim, "Je doet online mee.");
    await link.waitFor();
    expect(await faults(wim)).toEqual([]);
    await follow(wim, "Toch niet?");
    await wim.getByLabel("Ja, ik kom").check();
    await press(wim, "Geef dit antwoord door");
    await heading(wim, "Je komt.");
    expect(await link.count()).toBe(0);
  });
});
