import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, press } from "./walking";

let demo: Demo;
let post: PostOffice;
let somebody: Demo["somebody"];
let signedIn: Demo["signedIn"];
let jan: Page;
let fatima: Page;
let home: string;

beforeAll(async () => {
  demo = await openDemo();
  ({ post, somebody, signedIn } = demo);
  jan = await signedIn("jan", true);
  home = jan.url();
  fatima = await signedIn("fatima");
});
afterAll(async () => {
  await demo?.close();
});

describe("Somebody would like to belong to Jan's circle", () => {
  let lieve: Page;
  let link: string;

  it("Jan shows a link, and Lieve asks with it: she sees his name, and nothing of the circle", async () => {
    await jan.goto(`${home}/circle`);
    await follow(jan, "Laat mensen vragen om erbij te horen");
    expect(await faultsOf(jan)).toEqual([]);
    await press(jan, "Maak een link");
    await heading(jan, "Wil je bij de kring van Jan horen?");
    expect(await faultsOf(jan)).toEqual([]);
    link = (await jan.locator(".address").textContent()) ?? "";
    lieve = await somebody(true);
    await lieve.goto(link);
    expect(await faultsOf(lieve)).toEqual([]);
    await press(lieve, "Vraag om erbij te horen");
    await lieve.getByText("Schrijf een naam.").first().waitFor();
    expect(await faultsOf(lieve)).toEqual([]);
    await lieve.getByLabel("Hoe heet jij?").fill("Lieve");
    await lieve.getByLabel("Wie ben jij voor Jan?").fill("buurvrouw");
    await lieve.getByLabel("Je mailadres").fill("lieve@kring.example");
    await lieve.getByLabel("Wil je nog iets zeggen?").fill("Ik ken je van de bakker");
    await press(lieve, "Vraag om erbij te horen");
    await heading(lieve, "Je vraag is doorgegeven");
  });

  it("he hears of it by mail, reads who it is, and puts her in the circle; then she is asked in", async () => {
    const letter = await post.letterTo("jan@kring.example", 1);
    expect(letter.subject).toBe("Lieve wil bij jouw kring horen");
    expect(letter.text).toContain("Ik ken je van de bakker");
    await jan.goto(linkIn(letter.text, "/g/"));
    await heading(jan, "Lieve wil erbij horen");
    expect(await faultsOf(jan)).toEqual([]);
    await follow(jan, "Ja, zet Lieve in de kring");
    expect(await jan.getByLabel("Naam", { exact: true }).inputValue()).toBe("Lieve");
    expect(await jan.getByLabel("Mailadres").inputValue()).toBe("lieve@kring.example");
    await jan.getByLabel("Vrienden").first().check();
    await press(jan, "Zet in de kring");
    await jan.getByText("Lieve is uitgenodigd op", { exact: false }).waitFor();
    const invitation = await post.letterTo("lieve@kring.example");
    await lieve.goto(linkIn(invitation.text, "/i/"));
    await press(lieve, "Ja, ik doe mee");
    await heading(lieve, "Dag Lieve");
  });

  it("Fatima proposes Greta, without a mail address; Jan says no, and nobody is told", async () => {
    await fatima.goto(`${home}/circle`);
    await follow(fatima, "Stel iemand voor");
    await fatima.getByLabel("Naam", { exact: true }).fill("Greta");
    await fatima.getByLabel("Waarom stel je die persoon voor?").fill("Ze bakt taart");
    await press(fatima, "Stel voor");
    await fatima.getByText("Je voorstel is doorgegeven.").waitFor();
    await jan.goto(`${home}/circle`);
    await follow(jan, "Greta");
    await jan.getByText("Fatima stelt Greta voor", { exact: false }).waitFor();
    await press(jan, "Nee");
    await heading(jan, "Jouw kring, Jan");
    expect(await jan.getByRole("heading", { name: "Wil erbij horen" }).count()).toBe(0);
  });

  it("and with a link that was shut nobody asks any more", async () => {
    await jan.goto(`${home}/circle/door`);
    await press(jan, "Laat de link niet meer werken");
    await jan.getByText("Bewaard.").waitFor();
    expect((await lieve.goto(link))?.status()).toBe(404);
    await heading(lieve, "Deze link werkt niet meer");
  });
});
