import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type House, house, openBrowser } from "./house";
import { axe, bones, sideways, tooSmall } from "./looking";

let post: PostOffice;
let kring: House;
let browser: Browser;
beforeAll(async () => {
  post = await openPostOffice();
  [kring, browser] = await Promise.all([house({ SMTP_URL: post.url }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await kring?.close();
  await post?.close();
});

const codeIn = (text: string | undefined) => /^\s*(\d{6})\s*$/m.exec(text ?? "")?.[1] ?? "";
const linkIn = (text: string | undefined) => /https?:\/\/\S+\/sign-in\/link\/\S+/.exec(text ?? "")?.[0] ?? "";

/** Signs in as people do: address, mail, code. */
async function signIn(page: Page, mail: string): Promise<void> {
  const before = post.letters.length;
  await page.goto(`${kring.url}/sign-in`);
  await page.getByLabel("Je mailadres").fill(mail);
  await page.getByRole("button", { name: "Stuur mij een code" }).click();
  const letter = await post.letterTo(mail, before);
  await page.getByLabel("De code uit de mail").fill(codeIn(letter.text));
  await page.getByRole("button", { name: "Meld mij aan" }).click();
  await page.waitForURL("**/me");
}

describe.each([
  { script: true, who: "rita" },
  { script: false, who: "wim" },
])("With script: $script", ({ script, who }) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ javaScriptEnabled: script, viewport: { width: 360, height: 740 }, locale: "nl-BE" });
  });
  afterAll(() => context.close());

  it("somebody signs in by mail, makes a circle for Jan, and writes down his dream", async () => {
    const page = await context.newPage();
    await signIn(page, `${who}@kring.example`);
    await page.getByRole("link", { name: "Maak een kring" }).click();
    await page.getByLabel("Voor iemand anders").check();
    await page.getByRole("button", { name: "Maak de kring" }).click();
    await page.getByRole("alert").getByRole("link", { name: "Vul in hoe jij heet." }).waitFor();
    await page.getByLabel("Hoe heet jij?").fill("Rita");
    expect(await page.getByLabel("Voor iemand anders").isChecked()).toBe(true);
    await page.getByLabel("Hoe heet die persoon?").fill("Jan");
    await page.getByLabel("Wie ben jij voor die persoon?").fill("mama");
    await page.getByRole("button", { name: "Maak de kring" }).click();
    await page.getByRole("heading", { name: "Dag Rita" }).waitFor();

    await page.getByRole("link", { name: "Kijk naar de dromen" }).click();
    await page.getByRole("link", { name: "Schrijf een droom op" }).click();
    await page.getByLabel("De droom").fill("<b>Ik wil alleen wonen</b> & مع كلب");
    await page.getByLabel("Alleen Jan").check();
    await page.getByRole("button", { name: "Bewaar de droom" }).click();
    await page.getByRole("heading", { name: "<b>Ik wil alleen wonen</b> & مع كلب" }).waitFor();

    await page.getByRole("link", { name: "Kring", exact: true }).click();
    await page.getByText("mama").waitFor();
  });
});

describe("The link in the mail", () => {
  it("signs nobody in by being opened, and works once when it is pressed", async () => {
    await fetch(`${kring.url}/sign-in`, { method: "POST", body: new URLSearchParams({ mail: "noor@kring.example" }), redirect: "manual" });
    const link = linkIn((await post.letterTo("noor@kring.example")).text);
    expect(link).not.toBe("");
    for (const method of ["GET", "HEAD", "GET"]) {
      const opened = await fetch(link, { method, headers: { "user-agent": "Mozilla/5.0 (compatible; LinkScanner)" } });
      expect(opened.headers.get("set-cookie")).toBeNull();
    }
    const context = await browser.newContext({ locale: "nl-BE" });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole("button", { name: "Ja, meld mij aan" }).click();
    await page.waitForURL("**/me");
    await page.goto(link);
    await page.getByRole("heading", { name: "Deze link werkt niet meer" }).waitFor();
    await context.close();
  });
});

describe("The circle of somebody else", () => {
  it("looks exactly like one that does not exist", async () => {
    const context = await browser.newContext({ locale: "nl-BE" });
    const page = await context.newPage();
    await signIn(page, "omar@kring.example");
    const group = kring.group();
    for (const path of ["", "/plan", "/circle", "/plan/dreams/new"]) {
      const [theirs, none] = await Promise.all([
        page.request.get(`${kring.url}/g/${group}${path}`),
        page.request.get(`${kring.url}/g/01NOTHING${path}`),
      ]);
      expect(theirs.status()).toBe(404);
      expect(await theirs.text()).toBe(await none.text());
    }
    await context.close();
  });
});

describe("Every page there is", () => {
  it("is sound for axe, has its bones, fits 320 px, and can be pressed with a thumb", async () => {
    const faults: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      // Tall, since the bar at the bottom lies over what can still be scrolled away from under it, and axe does not scroll.
      const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 2000 }, locale: "nl-BE" });
      const page = await context.newPage();
      const pages = ["/", "/sign-in", "/sign-in/code?mail=jan@kring.example", "/nowhere", "/dev/ui"];
      const inside = [
        "/me",
        "/groups/new",
        `/g/${kring.group()}`,
        `/g/${kring.group()}/circle`,
        `/g/${kring.group()}/plan`,
        `/g/${kring.group()}/plan/dreams/new`,
      ];
      for (const path of pages) faults.push(...(await faultsAt(page, path)));
      await signIn(page, "rita@kring.example");
      for (const path of inside) faults.push(...(await faultsAt(page, path)));
      await context.close();
    }
    expect(faults).toEqual([]);
  });

  it("is read with at most eight statements", async () => {
    const context = await browser.newContext({ locale: "nl-BE" });
    const page = await context.newPage();
    await signIn(page, "rita@kring.example");
    for (const path of ["", "/circle", "/plan", "/plan/dreams/new"]) {
      const answer = await page.request.get(`${kring.url}/g/${kring.group()}${path}`);
      const statements = Number(answer.headers()["x-kring-statements"]);
      expect(statements).toBeGreaterThan(1);
      expect(statements).toBeLessThanOrEqual(8);
    }
    await context.close();
  });
});

async function faultsAt(page: Page, path: string): Promise<string[]> {
  await page.goto(kring.url + path);
  const gallery = path === "/dev/ui";
  const found = [
    ...(await axe(page)),
    ...(gallery ? [] : await bones(page)),
    ...(await sideways(page)),
    ...(gallery ? [] : await tooSmall(page)),
  ];
  return found.map((fault) => `${path}: ${fault}`);
}

describe("The server", () => {
  it("keeps everything over a restart, and stops cleanly when asked", async () => {
    const before = kring.group();
    expect(await kring.stop()).toBe(0);
    await kring.start();
    expect(kring.group()).toBe(before);
  });
});
