import type { Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import type { House } from "./house";
import { faultsOf } from "./looking";
import { follow, heading, linkIn, press, signIn } from "./walking";

let demo: Demo;
let post: PostOffice;
let kring: House;
let somebody: Demo["somebody"];
let signedIn: Demo["signedIn"];
let rita: Page;
let tablet: Page;
let home: string;
beforeAll(async () => {
  demo = await openDemo();
  ({ post, kring, somebody, signedIn } = demo);
  rita = await signedIn("rita");
  home = rita.url();
  tablet = await somebody(true);
});
afterAll(async () => {
  await demo?.close();
});

/** What a camera reads from a picture of the page. */
async function pointedAt(page: Page): Promise<string> {
  const picture = await page.getByRole("img", { name: "Code voor de camera van een telefoon" }).screenshot();
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) });
}

async function jansCard(): Promise<void> {
  await rita.goto(home);
  await follow(rita, /^Kring$/);
  // A link in a drawing, where a press in its middle may fall between the lines.
  await rita.goto(kring.url + (await rita.getByRole("link", { name: "Jan", exact: true }).first().getAttribute("href")));
  await follow(rita, "Aanmeldkaart");
  await heading(rita, "De aanmeldkaart van Jan");
}

describe("Jan reads with difficulty, and comes in with a card", () => {
  let address: string;

  it("that Rita makes with him, on a page to print", async () => {
    await press(rita, "Doe nu iets voor Jan");
    await jansCard();
    await press(rita, "Maak de kaart");
    await rita.getByText("Druk deze pagina nu af.", { exact: false }).waitFor();
    address = await pointedAt(rita);
    expect(new URL(address)).toMatchObject({ pathname: "/kaart", hash: expect.stringMatching(/^#[\w-]{43}$/) });
  });

  it("and with one big yes, on a tablet that nobody is signed in on", async () => {
    await tablet.goto(address);
    await heading(tablet, "Ben jij Jan?");
    expect(tablet.url()).toBe(`${kring.url}/kaart/ja`);
    expect(await faultsOf(tablet)).toEqual([]);
    await press(tablet, "Ja, ik ben Jan");
    await heading(tablet, "Dag Jan");
    const letter = await post.letterTo("rita@kring.example", 1);
    expect(letter.subject).toBe("Jan heeft zich aangemeld met de kaart");
    const secret = address.split("#")[1] ?? "none";
    expect(kring.log().join("\n")).not.toContain(secret);
  });

  it("and can't let anybody go with it: the page says why, and the buttons are not there", async () => {
    await follow(tablet, /^Kring$/);
    expect(await tablet.getByRole("link", { name: "Vraag er iemand bij" }).count()).toBe(0);
    await tablet.goto(`${home}/circle/add`);
    await tablet.getByText("Met je kaart kan dit niet.", { exact: false }).waitFor();
  });

  it("or on a tablet of the day centre, that forgets him when it is closed", async () => {
    const centre = await somebody(true);
    await centre.goto(address);
    await heading(centre, "Ben jij Jan?");
    await press(centre, "Dit is niet mijn toestel");
    await heading(centre, "Dag Jan");
    const session = (await centre.context().cookies()).find(({ name }) => name === "kring");
    expect(session?.expires).toBe(-1);
    await centre.goto(`${kring.url}/me/devices`);
    await centre.getByText("niet jouw toestel", { exact: false }).waitFor();
    await centre.goto(`${kring.url}/me`);
    await press(centre, "Meld mij af");
  });

  it("until Rita hears that it was lost: her mail leads to the button, and the tablet is out at the next page", async () => {
    const letter = await post.letterTo("rita@kring.example", 1);
    await rita.goto(linkIn(letter.text, "/g/"));
    await press(rita, "Maak de kaart ongeldig");
    await rita.getByText("Er is nog geen kaart.").waitFor();
    await tablet.goto(home);
    expect(new URL(tablet.url()).pathname).toBe("/sign-in");
    await tablet.goto(address);
    await tablet.getByText("Deze kaart werkt niet meer.", { exact: false }).waitFor();
  });

  it("or while he still looks at the question", async () => {
    await jansCard();
    await press(rita, "Maak de kaart");
    await rita.getByText("Druk deze pagina nu af.", { exact: false }).waitFor();
    await tablet.goto(await pointedAt(rita));
    await heading(tablet, "Ben jij Jan?");
    await jansCard();
    await press(rita, "Maak de kaart ongeldig");
    await rita.getByText("Er is nog geen kaart.").waitFor();
    await press(tablet, "Ja, ik ben Jan");
    await tablet.getByText("Deze kaart werkt niet meer.", { exact: false }).waitFor();
  });
});

describe("The page that a card leads to", () => {
  it("runs the one script there is, asks nothing without it, and is sound", async () => {
    const without = await somebody();
    await without.goto(`${kring.url}/kaart#${"x".repeat(43)}`);
    await heading(without, "Kom binnen met je kaart");
    const page = await somebody(true);
    await page.goto(`${kring.url}/kaart`);
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${kring.url}/kaart/ja`);
    await heading(page, "Kom binnen met je kaart");
  });

  it("says who is signed in there already, before a card takes their place", async () => {
    await jansCard();
    await press(rita, "Maak de kaart");
    await rita.getByText("Druk deze pagina nu af.", { exact: false }).waitFor();
    const address = await pointedAt(rita);
    expect(await faultsOf(await withScript(rita))).toEqual([]);
    const mia = await somebody(true);
    await signIn(mia, kring, post, "mia@kring.example");
    await mia.goto(address);
    await mia.getByText("Hier is nu Mia aangemeld.", { exact: false }).waitFor();
    await follow(mia, "Nee, dat ben ik niet");
    await mia.goto(home);
    await heading(mia, "Dag Mia");
  });

  it("is tried thirty times, and then not for a while", async () => {
    const tries = await Promise.all(
      Array.from({ length: 34 }, (_, number) =>
        fetch(`${kring.url}/kaart`, {
          method: "POST",
          headers: { origin: kring.url },
          body: new URLSearchParams({ token: String(number).repeat(43).slice(0, 43) }),
          redirect: "manual",
        }).then((answer) => answer.status),
      ),
    );
    expect(tries.filter((status) => status === 429).length).toBeGreaterThan(1);
    expect(tries.filter((status) => status !== 429 && status !== 400)).toEqual([]);
  });
});

/** The same page where script runs, for what looks at it. */
async function withScript(page: Page): Promise<Page> {
  const other = await somebody(true);
  await other.context().addCookies(await page.context().cookies());
  await other.goto(page.url());
  return other;
}
