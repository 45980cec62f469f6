import type { Browser, Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import type { House } from "./house";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, phone, press, signIn } from "./walking";

let demo: Demo;
let post: PostOffice;
let kring: House;
let browser: Browser;
let somebody: Demo["somebody"];
let signedIn: Demo["signedIn"];
let jan: Page;
let home: string;
beforeAll(async () => {
  demo = await openDemo();
  ({ post, kring, browser, somebody, signedIn } = demo);
  jan = await signedIn("jan");
  home = jan.url();
});
afterAll(async () => {
  await demo?.close();
});

/** What a camera reads from a picture of the page. */
async function pointedAt(page: Page): Promise<string> {
  const picture = await page.getByRole("img", { name: "Code voor de camera van een telefoon" }).screenshot({ scale: "device" });
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) });
}

describe("Greet has no mail address that anybody knows", () => {
  let greet: Page;

  it("and is invited on paper, with a code that a camera reads", async () => {
    await follow(jan, /^Kring$/);
    await follow(jan, "Greet");
    await press(jan, "Maak een uitnodiging op papier");
    await heading(jan, "Een uitnodiging voor Greet");
    const address = await pointedAt(jan);
    expect(address).toBe(jan.url().replace("/paper", ""));
    greet = await somebody();
    await greet.goto(address);
    await heading(greet, "Jan nodigt je uit in de kring");
  });

  it("says where her mails go, and is told about an address that is none", async () => {
    await greet.getByLabel("Jouw mailadres").fill("greet bij thuis");
    await press(greet, "Ja, ik doe mee");
    await greet.getByRole("alert").waitFor();
    expect(await greet.getByLabel("Jouw mailadres").inputValue()).toBe("greet bij thuis");
    await greet.getByLabel("Jouw mailadres").fill("greet@thuis.example");
    await press(greet, "Ja, ik doe mee");
    await heading(greet, "Kijk in je mail");
  });

  it("and belongs, from the mail that she gets; the paper opens nothing any more", async () => {
    const letter = await post.letterTo("greet@thuis.example");
    await greet.goto(linkIn(letter.text, "/i/"));
    await press(greet, "Ja, ik doe mee");
    await heading(greet, "Dag Greet");
    await jan.reload();
    await heading(jan, "Je hebt ja gezegd");
  });
});

describe("A mail that reached somebody else", () => {
  it("is stopped with one press, and Jan sees that the address was wrong", async () => {
    await jan.goto(home);
    await follow(jan, /^Kring$/);
    await follow(jan, "Vraag er iemand bij");
    await jan.getByLabel("Naam", { exact: true }).fill("Karel");
    await jan.getByLabel("Doen mee", { exact: false }).first().check();
    await jan.getByLabel("Mailadres").fill("iemand@anders.example");
    await jan.getByLabel("Stuur meteen een uitnodiging").check();
    await press(jan, "Zet in de kring");
    await heading(jan, "Karel");
    const stranger = await somebody();
    await stranger.goto(linkIn((await post.letterTo("iemand@anders.example")).text, "/i/"));
    await press(stranger, "Ik ken deze mensen niet");
    await heading(stranger, "Dank je, we hebben het gestopt");
    await jan.reload();
    await jan.getByText("Deze uitnodiging is bij iemand anders gekomen.", { exact: false }).waitFor();
    expect(await jan.getByText("iemand@anders.example").count()).toBe(0);
  });
});

it("Each of these pages is sound, and fits the narrowest phone", async () => {
  const page = await (await phone(browser)).newPage();
  await signIn(page, kring, post, "rita@kring.example");
  await follow(page, /^Kring$/);
  await follow(page, "Karel");
  await press(page, "Doe nu iets voor Jan");
  await press(page, "Maak een uitnodiging op papier");
  await heading(page, "Een uitnodiging voor Karel");
  expect(await faultsOf(page)).toEqual([]);
  const address = page.url().replace("/paper", "");
  await page.goto(address);
  await page.getByText("Je bent aangemeld als Rita.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().clearCookies();
  await page.goto(address);
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${address}/mailed`);
  expect(await faultsOf(page)).toEqual([]);
});
