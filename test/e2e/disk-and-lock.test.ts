import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { config } from "../../app/platform/config.server";
import { closeReader } from "../../app/platform/query.server";
import { closeWriter } from "../../app/platform/transaction.server";
import { complaints } from "../complaints";
import { freshDatabase } from "../database";
import { type Disk, disk, mayMount, needsMount, readOnly } from "../disk";
import { everybody } from "../policy/everybody";
import { circleOfJan, type World } from "../world";
import { type House, house } from "./house";

let small: Disk | undefined;
let kring: House;
let world: World;
let cookie: string;
let omar: string;

/** Jan's circle on a disk of its own, with the built server before it. */
async function start(): Promise<void> {
  await freshDatabase();
  world = await circleOfJan();
  ({ jan: cookie, omar } = await everybody(world));
  closeReader();
  await closeWriter();
  kring = await house({ NODE_ENV: "production", DATA_DIR: config().dataDir, DATABASE_URL: config().database });
}

beforeAll(() => {
  if (mayMount) small = disk(40, config().dataDir);
});
beforeEach(async () => {
  await kring?.stop();
  rmSync(join(config().dataDir, "filler"), { force: true });
  await start();
});
afterEach(() => {
  // The operator reads of it in the log; of anything else nobody should.
  const told = /refusal\.(busy|cannotSave|cannotRead)|the database can't be (read|written)|ENOSPC|EROFS|mkdir '[^']*photos/;
  expect(complaints().filter((line) => !told.test(line))).toEqual([]);
});
afterAll(async () => {
  await kring?.stop();
  small?.close();
});

const get = (path: string) => fetch(kring.url + path, { headers: { cookie } });
const status = async (path: string) => (await get(path)).status;
/** A verdict holds for a second. */
async function health(): Promise<number> {
  await new Promise((done) => setTimeout(done, 1_100));
  return status("/healthz");
}
const plan = () => `/g/${world.groupId}/plan`;

/** Dreams that were answered with "saved". */
const confirmed: string[] = [];
let dreams = 0;

/** Jan writes a dream. @returns the status, and the page when it comes back */
async function dream(): Promise<{ status: number; text: string; dream: string }> {
  dreams += 1;
  const text = `droom nummer ${dreams}`;
  const answer = await fetch(`${kring.url}${plan()}/dreams/new`, {
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams({ text, audience: "network", formKey: `key${dreams}` }),
    redirect: "manual",
  });
  if (answer.status === 302) confirmed.push(text);
  return { status: answer.status, text: await answer.text(), dream: text };
}

async function everythingIsThere(): Promise<void> {
  const page = await (await get(plan())).text();
  for (const text of confirmed) expect(page).toContain(`${text}<`);
  expect(confirmed.length).toBeGreaterThan(0);
  const db = new Database(config().database, { readonly: true });
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.prepare("SELECT count(*) FROM Dream").pluck().get()).toBe(confirmed.length);
  db.close();
}

/** After the plug is pulled, and a start on what is on the disk. */
async function afterPullingThePlug(): Promise<void> {
  await kring.kill();
  await kring.start();
  await everythingIsThere();
}

describe("A database that another program holds for a quarter of a minute", () => {
  it("is read all the while; what is written comes back after some seconds with what was typed, and can then be sent again", async () => {
    confirmed.length = 0;
    expect((await dream()).status).toBe(302);
    const other = new Database(config().database);
    other.exec("BEGIN EXCLUSIVE");
    const began = Date.now();
    const writing = dream();
    let over = false;
    void writing.then(() => {
      over = true;
    });
    let pages = 0;
    while (!over) {
      expect(await status(plan())).toBe(200);
      expect(await status(`/g/${world.groupId}`)).toBe(200);
      pages += 2;
    }
    expect(pages).toBeGreaterThan(20);
    const returned = await writing;
    expect(returned.status).toBe(503);
    expect(returned.text).toContain("Kring is even bezig.");
    expect(returned.text).toContain(`>${returned.dream}</textarea>`);
    expect(await health()).toBe(503);
    const out = await fetch(`${kring.url}/sign-out`, { method: "POST", headers: { cookie: omar }, redirect: "manual" });
    expect([out.status, out.headers.get("set-cookie")]).toEqual([302, expect.stringContaining("Max-Age=0")]);
    // One that begins while it is still held ends well when it is let go in time.
    const patient = dream();
    await new Promise((done) => setTimeout(done, Math.max(0, 15_000 - (Date.now() - began))));
    other.exec("COMMIT");
    other.close();
    expect((await patient).status).toBe(302);
    expect((await dream()).status).toBe(302);
    await everythingIsThere();
    await afterPullingThePlug();
  });
});

describe(`A disk${needsMount}`, () => {
  it.skipIf(!mayMount)(
    "that is full: pages go on, a form comes back with what was typed, and health says so; with room again all is well",
    async () => {
      confirmed.length = 0;
      expect((await dream()).status).toBe(302);
      const filler = join(config().dataDir, "filler");
      fill(filler);
      let returned = await dream();
      for (let time = 0; time < 50 && returned.status === 302; time += 1) returned = await dream();
      expect(returned.status).toBe(503);
      expect(returned.text).toContain("Kring kan nu niets bewaren.");
      expect(returned.text).toContain(`>${returned.dream}</textarea>`);
      expect(await status(plan())).toBe(200);
      expect(await health()).toBe(503);
      await everythingIsThere();
      rmSync(filler);
      expect((await dream()).status).toBe(302);
      expect(await health()).toBe(200);
      await afterPullingThePlug();
    },
  );

  it.skipIf(!mayMount)("that is read-only for the photos takes none and says so, and goes on with the rest", async () => {
    confirmed.length = 0;
    const photos = join(config().dataDir, "photos");
    mkdirSync(photos, { recursive: true });
    const undo = readOnly(photos);
    try {
      const { default: sharp } = await import("sharp");
      const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#c63" } })
        .png()
        .toBuffer();
      const body = new FormData();
      body.set("photo", new Blob([new Uint8Array(png)], { type: "image/png" }), "jan.png");
      const answer = await fetch(`${kring.url}/g/${world.groupId}/people/${world.members.jan}/photo`, {
        method: "POST",
        headers: { cookie },
        body,
        redirect: "manual",
      });
      expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining("Kring kan nu niets bewaren.")]);
      expect((await dream()).status).toBe(302);
    } finally {
      undo();
    }
    await afterPullingThePlug();
  });

  it.skipIf(!mayMount)("that is read-only at the start takes nothing, is never said to be well, and loses nothing", async () => {
    confirmed.length = 0;
    expect((await dream()).status).toBe(302);
    await kring.stop();
    const undo = readOnly(config().dataDir);
    try {
      // Whether it starts at all or not: nobody is told that something was saved.
      await expect(kring.start()).rejects.toThrow("the server");
      const told = await dream().catch(() => null);
      expect(told?.status ?? 503).toBe(503);
    } finally {
      await kring.kill();
      undo();
    }
    await kring.start();
    await everythingIsThere();
  });
});

/** Fills a disk to its last block. */
function fill(path: string): void {
  const file = openSync(path, "w");
  try {
    for (let left = statfsSync(config().dataDir).bavail; left > 0; left = statfsSync(config().dataDir).bavail)
      writeSync(file, Buffer.alloc(4096 * Math.min(left, 256)));
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}
