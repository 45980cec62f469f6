import { join } from "node:path";
import Database from "better-sqlite3";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import routes from "../../app/routes";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import type { House } from "./house";
import { asTallAsItIs, axe, faultsOf, sideways } from "./looking";
import { linkIn, press } from "./walking";

let demo: Demo;
let post: PostOffice;
let kring: House;
let browser: Browser;
beforeAll(async () => {
  demo = await openDemo();
  ({ post, kring, browser } = demo);
});
afterAll(async () => {
  await demo?.close();
});

/** Somebody of the demo, on a screen as narrow as WCAG asks for. */
async function persona(name: string, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 740 }, locale: "nl-BE" });
  const page = await context.newPage();
  await page.goto(kring.url);
  if (name) await press(page, new RegExp(`^Kijk mee met.*${name}`));
  return page;
}

/** An id of everything that an address can name, in Jan's circle. */
function ids(): Record<string, string> {
  const db = new Database(join(kring.dataDir, "kring.db"), { readonly: true });
  const one = (sql: string, ...values: string[]) =>
    (db
      .prepare(sql)
      .pluck()
      .get(...values) as string) ?? "";
  const groupId = one(`SELECT groupId FROM Member WHERE name = 'Jan' AND id IN (SELECT memberId FROM Membership WHERE role = 'central')`);
  const open = (kind: string, more = "") =>
    one(
      `SELECT x.id FROM ${kind} x JOIN Entry e ON e.id = x.id WHERE e.groupId = ? AND e.audience = 'network' ${more} ORDER BY x.id DESC`,
      groupId,
    );
  const found = {
    groupId,
    organisationId: one(`SELECT id FROM Organisation`),
    memberId: one(`SELECT id FROM Member WHERE groupId = ? AND name = 'Fatima'`, groupId),
    gatheringId: one(
      `SELECT id FROM Gathering WHERE groupId = ? AND cancelledAt IS NULL AND startsAt > ? ORDER BY startsAt`,
      groupId,
      new Date().toISOString(),
    ),
    dreamId: open("Dream", "AND x.letGoAt IS NULL AND x.cameTrueAt IS NULL"),
    goalId: open("Goal", "AND x.letGoAt IS NULL AND x.reachedAt IS NULL"),
    actionId: open("Action", "AND x.letGoAt IS NULL AND x.doneAt IS NULL"),
    supportId: open("Support", "AND x.until IS NULL"),
    pollId: one("SELECT id FROM DatePoll WHERE groupId = ? AND endedAt IS NULL", groupId),
    optionId: one("SELECT id FROM PollOption WHERE groupId = ?", groupId),
    seriesId: one("SELECT id FROM UndatedSeries WHERE groupId = ?", groupId),
    kind: "dream",
  };
  db.close();
  return found;
}

/** Makes a circle of this moment. @returns its id */
async function newCircle(page: Page): Promise<string> {
  const form = { forWhom: "me", myName: "Jan", zone: "Europe/Brussels" };
  const answer = await page.request.post(`${kring.url}/groups/new`, { form, maxRedirects: 0 });
  return /\/g\/(\w+)/.exec(answer.headers().location ?? "")?.[1] ?? "";
}

/** Every address that app/routes.ts knows, filled in; those that need a token come from mails. */
function addresses(names: Record<string, string>): string[] {
  return routes
    .map((route) => ("path" in route && route.path ? route.path : ""))
    .filter(
      (path) =>
        !/^(\*|demo|mailbox|kaart\/face|calendar\/|mail\/|dev\/mails\/|i\/|p\/|a\/|u\/|g\/:groupId\/photos)/.test(path) &&
        !path.includes("invitationId"),
    )
    .map((path) => `/${path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? "none").replace("*", "plan")}`);
}

async function faultsAt(page: Page, path: string): Promise<string[]> {
  const gallery = path === "/dev/ui";
  if (gallery) await asTallAsItIs(page, 320);
  const found = gallery ? [...(await axe(page)), ...(await sideways(page))] : await faultsOf(page, 320);
  return found.map((fault) => `${path}: ${fault}`);
}

/** Opens each address that is a page for whoever looks; an address that only does something leads elsewhere and is left out. */
async function lookAt(page: Page, paths: string[]): Promise<{ seen: string[]; titles: Map<string, string>; faults: string[] }> {
  const seen: string[] = [];
  const titles = new Map<string, string>();
  const faults: string[] = [];
  for (const path of paths) {
    const answer = await page.goto(kring.url + path);
    const at = new URL(page.url());
    if (!answer || at.pathname !== path.split("?")[0]) continue;
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    if (answer.status() >= 500) faults.push(`${path}: ${answer.status()}`);
    seen.push(path);
    if (answer.ok()) titles.set(path, await page.title());
    faults.push(...(await faultsAt(page, path)));
  }
  return { seen, titles, faults };
}

describe("Every page there is", () => {
  it("is sound for axe, has its bones, fits 320 px, and can be pressed with a thumb", async () => {
    const names = ids();
    for (const [name, id] of Object.entries(names)) expect(id, name).not.toBe("");
    const jan = await persona("Jan");
    const { seen, titles, faults } = await lookAt(jan, addresses(names));
    expect(seen.filter((path) => path.startsWith("/g/")).length).toBeGreaterThan(25);
    const inJans = [...titles].filter(([path]) => path.startsWith("/g/"));
    expect(inJans.filter(([, title]) => !title.endsWith(" · De kring van Jan"))).toEqual([]);
    expect(new Set(titles.values()).size, [...titles.values()].sort().join("\n")).toBe(titles.size);
    expect(titles.get(`/g/${names.groupId}/plan`)).toBe("Plan · De kring van Jan");
    const sofie = await persona("Sofie");
    const theirs = await lookAt(sofie, [`/o/${names.organisationId}`, `/o/${names.organisationId}/groups/new`, "/me"]);
    expect(theirs.seen).toHaveLength(3);
    expect([...faults, ...theirs.faults]).toEqual([]);
  });

  it("is so in the dark as well", async () => {
    const { groupId, gatheringId, memberId, goalId } = ids();
    const mia = await persona("Mia", "dark");
    const inside = ["", "/circle", `/people/${memberId}`, "/gatherings", `/gatherings/${gatheringId}`, `/gatherings/${gatheringId}/answer`];
    const more = ["/gatherings/series/new", "/plan", `/plan/goals/${goalId}`, "/support", "/story", "/help"];
    const { seen, faults } = await lookAt(mia, ["/", "/me", ...[...inside, ...more].map((path) => `/g/${groupId}${path}`)]);
    expect(seen).toHaveLength(14);
    expect(faults).toEqual([]);
  });

  it("is so when somebody comes to it from a mail, and when its form was refused", async () => {
    const { groupId } = ids();
    const jan = await persona("Jan");
    await jan.goto(`${kring.url}/g/${groupId}/circle/add`);
    await press(jan, "Zet in de kring");
    expect(await faultsAt(jan, "a refused form")).toEqual([]);
    await jan.getByLabel("Naam", { exact: true }).fill("Lieve");
    await jan.getByLabel("Vrienden").first().check();
    await jan.getByLabel("Mailadres").fill("lieve@kring.example");
    await jan.getByLabel("Stuur meteen een uitnodiging").check();
    await press(jan, "Zet in de kring");
    const stranger = await persona("");
    const faults: string[] = [];
    const open = async (link: string, what: string) => {
      await stranger.goto(link);
      faults.push(...(await faultsAt(stranger, what)));
    };
    await open(linkIn((await post.letterTo("lieve@kring.example")).text, "/i/"), "an invitation");
    await jan.goto(`${kring.url}/g/${groupId}/gatherings/new`);
    await jan.getByLabel("Welke dag?").fill("2029-03-03");
    await jan.getByLabel("Waar komen jullie samen?").fill("in de parochiezaal");
    await press(jan, "Plan deze samenkomst");
    await jan.getByText("in de parochiezaal").first().waitFor();
    const letter = await post.letterTo("fatima@kring.example");
    const answer = linkIn(letter.text, "/a/");
    await open(answer, "an answer");
    await press(stranger, "Geef dit antwoord door");
    faults.push(...(await faultsAt(stranger, "an answer given")));
    await open(linkIn(letter.text, "/u/"), "fewer mails");
    await press(stranger, "Stuur mij deze mails niet meer");
    faults.push(...(await faultsAt(stranger, "fewer mails, done")));
    await open(`${linkIn(letter.text, "/u/")}/digest`, "fewer mails of a month");
    await press(stranger, "Stuur mij deze mails niet meer");
    await stranger.getByText("We sturen je geen maandelijkse mail meer over de kring van Jan.").waitFor();
    faults.push(...(await faultsAt(stranger, "fewer mails of a month, done")));
    await open(`${linkIn(letter.text, "/u/")}/reminder`, "when to be reminded");
    await stranger.getByLabel("Een week vooraf").check();
    await press(stranger, "Bewaar");
    await stranger.getByText("Je krijgt een herinnering een week voor elke samenkomst.").waitFor();
    faults.push(...(await faultsAt(stranger, "when to be reminded, done")));
    await open(answer.replace(/\/a\/.{6}/, "/a/nothing"), "a dead link");
    expect(faults).toEqual([]);
  });

  it("is read with at most eight statements, in a circle of six years as in one of today", async () => {
    const names = ids();
    const jan = await persona("Jan");
    const made = await newCircle(jan);
    const table: Record<string, { "six years": number; today: number | string }> = {};
    const costOf = async (path: string) => {
      const answer = await jan.request.get(kring.url + path, { maxRedirects: 0 });
      return Number(answer.headers()["x-kring-statements"] ?? 0);
    };
    for (const path of addresses(names).filter((one) => one.startsWith("/g/"))) {
      const page = path.replace(`/g/${names.groupId}`, "") || "/";
      // What has an id is in Jan's circle only.
      const young = /[0-9A-Z]{26}/.test(page) ? "" : await costOf(path.replace(names.groupId ?? "", made));
      table[page.replace(/[0-9A-Z]{26}/g, "…")] = { "six years": await costOf(path), today: young };
    }
    const costs = Object.entries(table);
    const lines = costs.map(
      ([page, { "six years": old, today }]) => `${page.padEnd(34)}${String(old).padStart(9)}${String(today).padStart(7)}`,
    );
    process.stdout.write(`\n${"statements for".padEnd(34)}six years  today\n${lines.join("\n")}\n`);
    expect(costs.filter(([, { "six years": old, today }]) => old > 8 || Number(today) > 8)).toEqual([]);
    expect(costs.filter(([, { "six years": old, today }]) => typeof today === "number" && today > old)).toEqual([]);
  });
});
