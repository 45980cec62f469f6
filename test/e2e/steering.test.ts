import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import type { House } from "./house";
import { follow, heading, press } from "./walking";

let demo: Demo;
let post: PostOffice;
let kring: House;
let signedIn: Demo["signedIn"];
let jan: Page;
let fatima: Page;
let home: string;

beforeAll(async () => {
  demo = await openDemo();
  ({ post, kring, signedIn } = demo);
  jan = await signedIn("jan");
  home = new URL(jan.url()).pathname;
  fatima = await signedIn("fatima");
  expect(new URL(fatima.url()).pathname).toBe(home);
});
afterAll(async () => {
  await demo?.close();
});

const at = (page: Page, path = "") => page.goto(kring.url + home + path);

describe("Jan decides, on a phone without script", () => {
  it("sees who sees what, and looks through Fatima's eyes", async () => {
    await follow(jan, /^Kring$/);
    await follow(jan, "Jij beslist");
    await jan.getByText("Jij en Rita zien dit.").waitFor();
    await follow(jan, "Zo ziet Fatima het");
    await heading(jan, "Dag Fatima");
    await follow(jan, /^Plan$/);
    await jan.getByText("Zo ziet Fatima de kring.").waitFor();
    expect(new URL(jan.url()).pathname).toMatch(/\/as\/\w+\/plan$/);
    await follow(jan, "Stop met kijken");
    await heading(jan, "Jij beslist");
  });

  it("sees who looked today, and nobody else does", async () => {
    await at(fatima, "/plan");
    await heading(fatima, "Het plan van Jan");
    await at(jan, "/settings");
    await follow(jan, "Bekijk wie gekeken heeft");
    await heading(jan, "Wie heeft gekeken?");
    await jan
      .getByRole("listitem")
      .filter({ hasText: "Fatima" })
      .first()
      .getByText(/het plan/)
      .waitFor();
    const answer = await at(fatima, "/settings/looked");
    expect(answer?.status()).toBe(403);
    await at(jan, "/settings");
  });

  it("knows that Mia keeps notes for herself, and reads none of them", async () => {
    const mia = await signedIn("mia");
    await at(mia, "/circle");
    await follow(mia, "Mijn notities");
    await mia.getByLabel("Wat wil je onthouden?").fill("Naar de nieuwe fiets vragen");
    await press(mia, "Bewaar");
    await follow(mia, "Naar de nieuwe fiets vragen");
    await mia.getByLabel("De notitie").fill("Naar de rode fiets vragen");
    await press(mia, "Bewaar");
    await mia.getByRole("link", { name: "Naar de rode fiets vragen" }).waitFor();
    await at(jan, "/settings");
    await jan.getByText("Mia heeft 3 eigen notities.", { exact: false }).waitFor();
    expect((await at(jan, "/notes"))?.status()).toBe(403);
    await follow(mia, "Naar de rode fiets vragen");
    await press(mia, "Haal deze notitie weg");
    await mia.getByText("De notitie is weg.").waitFor();
    await at(jan, "/settings");
    await jan.getByText("Mia heeft 2 eigen notities.", { exact: false }).waitFor();
  });

  it("chooses for whom new dreams are, and finds it chosen", async () => {
    await follow(jan, "Nieuwe dromen");
    await jan.getByLabel("Ik en de begeleiders").check();
    await press(jan, "Bewaar de keuze");
    await jan.getByText("Bewaard.").waitFor();
    await at(jan, "/plan/dreams/new");
    expect(await jan.getByLabel("Ik en de begeleiders").isChecked()).toBe(true);
  });

  it("names Fatima to help, who hears of it, does something for him, and is named beside him", async () => {
    const before = post.letters.length;
    await at(jan, "/settings");
    await follow(jan, "Kies iemand die jou helpt");
    await press(jan, "Ja, deze persoon mag helpen");
    await heading(jan, "Wie mag jou helpen?");
    await jan.getByLabel("Fatima").check();
    await press(jan, "Ja, deze persoon mag helpen");
    await heading(jan, "Fatima");
    expect((await post.letterTo("fatima@kring.example", before)).subject).toBe("Jij mag nu dingen doen voor Jan");
    await at(fatima, "/circle");
    await press(fatima, "Doe nu iets voor Jan");
    await follow(fatima, "Vraag er iemand bij");
    await fatima.getByLabel("Naam", { exact: true }).fill("Karel");
    await fatima.getByLabel("Doen mee", { exact: false }).first().check();
    await press(fatima, "Zet in de kring");
    await heading(fatima, "Karel");
    await at(jan, "/story");
    await jan.getByText("Fatima, voor jou", { exact: false }).first().waitFor();
  });

  it("ends it with one press, which Fatima notices with her next one", async () => {
    await at(fatima, "/circle/add");
    await fatima.getByLabel("Naam", { exact: true }).fill("Leen");
    await fatima.getByLabel("Doen mee", { exact: false }).first().check();
    await at(jan, "/settings");
    await press(jan, /^Stop met deze hulp.*Fatima/);
    await jan.getByText("Bewaard.").waitFor();
    await press(fatima, "Zet in de kring");
    await heading(fatima, "Dit kan je hier niet doen");
    await at(jan, "/circle");
    expect(await jan.getByText("Leen").count()).toBe(0);
  });
});

describe("Fatima leaves, on a phone without script", () => {
  it("with a word, which Jan reads in his mail, and finds nothing of the circle any more", async () => {
    const before = post.letters.length;
    await at(fatima, "/circle");
    await follow(fatima, /^Fatima$/);
    await follow(fatima, "Ik wil weggaan");
    await fatima.getByLabel("Wil je nog iets zeggen?", { exact: false }).fill("Ik verhuis naar Oostende.");
    await press(fatima, "Ik ga weg uit de kring");
    await fatima.getByText("Je bent weggegaan uit de kring.").waitFor();
    expect((await at(fatima, "/plan"))?.status()).toBe(404);
    const letter = await post.letterTo("jan@kring.example", before);
    expect(letter.subject).toBe("Fatima is weggegaan uit jouw kring");
    expect(letter.text).toContain("Ik verhuis naar Oostende.");
  });

  it("and comes back as the same face, when Jan wants her to", async () => {
    const before = post.letters.length;
    await at(jan, "/circle");
    await jan.getByText("Vroeger in de kring").click();
    await follow(jan, /^Fatima$/);
    await follow(jan, "Zet Fatima terug in de kring");
    await press(jan, "Zet terug in de kring");
    await jan.getByText("Bewaard.").waitFor();
    expect((await post.letterTo("fatima@kring.example", before)).subject).toBe("Je hoort weer bij de kring van Jan");
    await at(fatima);
    await heading(fatima, "Dag Fatima");
  });
});
