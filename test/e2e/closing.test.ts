import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, press } from "./walking";

let demo: Demo;
let post: PostOffice;
let signedIn: Demo["signedIn"];
let jan: Page;
let rita: Page;
let fatima: Page;
let mia: Page;
let home: string;

beforeAll(async () => {
  demo = await openDemo();
  ({ post, signedIn } = demo);
  jan = await signedIn("jan");
  home = jan.url();
  rita = await signedIn("rita", true);
  fatima = await signedIn("fatima");
  mia = await signedIn("mia");
});
afterAll(async () => {
  await demo?.close();
});

const letters = (subject: string) => post.letters.filter((letter) => letter.subject === subject);
const addressee = ({ to }: (typeof post.letters)[number]) => [to].flat()[0]?.value[0]?.address ?? "";
const toWhom = (subject: string) => letters(subject).map(addressee);

describe("Jan's circle comes to its end", () => {
  it("he chooses beforehand who may go on reading, and closes nothing", async () => {
    await jan.goto(`${home}/settings`);
    await follow(jan, "Sluit de kring af");
    await heading(jan, "Wil je jouw kring afsluiten?");
    for (const name of await jan.getByRole("checkbox").all()) await name.uncheck();
    await jan.getByRole("checkbox", { name: "Fatima" }).check();
    await press(jan, "Nog niet. Bewaar alleen wie later mag lezen");
    await jan.getByText("Bewaard.").waitFor();
    expect(await jan.getByRole("checkbox", { name: "Fatima" }).isChecked()).toBe(true);
    expect(await jan.getByRole("checkbox", { name: "Mia" }).isChecked()).toBe(false);
  });

  it("after he has died, Rita closes it in his memory; the choice is his", async () => {
    await rita.goto(`${home}/settings/close`);
    await press(rita, "Doe nu iets voor Jan");
    await rita.getByText("Jan heeft zelf gekozen wie mag blijven lezen: Fatima.").waitFor();
    expect(await faultsOf(rita)).toEqual([]);
    await rita.getByLabel("Jan is gestorven").check();
    await rita.getByLabel("Een woord voor iedereen").fill("We missen je lach.");
    await press(rita, "Sluit de kring af");
    await heading(rita, "In herinnering aan Jan");
    await rita.getByText("We missen je lach.").waitFor();
    expect(await faultsOf(rita)).toEqual([]);
  });

  it("each hears of it in one mail: Fatima that she may go on reading, Mia what she can take along", async () => {
    await expect.poll(() => toWhom("In herinnering aan Jan").length).toBeGreaterThan(3);
    await expect.poll(() => toWhom("In herinnering aan Jan")).toContain("mia@kring.example");
    expect(toWhom("In herinnering aan Jan")).not.toContain("jan@kring.example");
    const to = (mail: string) => letters("In herinnering aan Jan").find((letter) => addressee(letter) === mail);
    expect(to("fatima@kring.example")?.text).toContain("Rita, voor Jan, zegt: We missen je lach.");
    await fatima.goto(linkIn(to("fatima@kring.example")?.text, "/g/"));
    await heading(fatima, "In herinnering aan Jan");
    await follow(fatima, "Lees het verhaal");
    await heading(fatima, "Het verhaal van Jan");
    await mia.goto(linkIn(to("mia@kring.example")?.text, "/me/take-along"));
    await heading(mia, /./);
    expect((await mia.goto(home))?.status()).toBe(404);
  });

  it("and no page offers to add or change anything", async () => {
    for (const path of ["", "/circle", "/gatherings", "/plan", "/support"]) {
      await fatima.goto(home + path);
      await fatima.getByText(/Deze kring is afgesloten op/).waitFor();
      expect(await fatima.locator("main form, main a[href*='/new'], main a[href*='/add']").count(), path).toBe(0);
    }
    expect((await fatima.goto(`${home}/plan/actions/new`))?.status()).toBe(403);
    await fatima.getByText("Deze kring is afgesloten. Je kan alles nog lezen.").waitFor();
  });

  it("until Rita opens it again: it was a mistake, and all is as it was", async () => {
    await rita.goto(`${home}/settings`);
    await follow(rita, "Open de kring opnieuw");
    await heading(rita, "Wil je de kring opnieuw openen?");
    await press(rita, "Open de kring opnieuw");
    await heading(rita, "Dag Rita");
    await mia.goto(home);
    await heading(mia, "Dag Mia");
    await expect.poll(() => toWhom("De kring van Jan is opnieuw open")).toContain("mia@kring.example");
  });
});
