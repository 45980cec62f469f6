import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, house } from "../e2e/house";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type Visitor, visitor } from "./visitor";

let post: PostOffice;
let kring: House;
let jan: Visitor;
let fatima: Visitor;
let home: string;
beforeAll(async () => {
  post = await openPostOffice();
  kring = await house({ SMTP_URL: post.url, LOG_LEVEL: "info" }, ["seed", "--demo"]);
  [jan, fatima] = [visitor(kring), visitor(kring)];
  home = (await jan.signIn(post, "jan@kring.example")).headers.get("location") ?? "";
  await fatima.signIn(post, "fatima@kring.example");
});
afterAll(async () => {
  await kring?.close();
  await post?.close();
});

const marker = "Zwaluwstaartje";

/** Every file that Kring keeps, and its log, in which the marker or a face can be read. */
function foundIn(needle: Buffer | string): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? walk(join(folder, name)) : [join(folder, name)]));
  const inLog = kring.output().includes(needle.toString()) ? ["the log"] : [];
  return [...walk(kring.dataDir).filter((path) => readFileSync(path).includes(needle)), ...inLog];
}

function database<Result>(work: (db: Database.Database) => Result): Result {
  const db = new Database(join(kring.dataDir, "kring.db"));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Starts again, as if the two weeks had passed: the first chores come a moment after the start. */
async function twoWeeksLater(): Promise<void> {
  await kring.stop();
  database((db) => db.prepare(`UPDATE "Group" SET erasesAt = '2026-01-01T00:00:00.000Z' WHERE erasesAt IS NOT NULL`).run());
  await kring.start();
}

describe("Jan has his circle erased", () => {
  let face: string;

  it("which holds his words, a photo, and an answer of Fatima's", async () => {
    expect(home).toMatch(/^\/g\//);
    await jan.send(`${home}/plan/dreams/new`, { text: `Droom van ${marker}`, audience: "me" });
    await jan.send(`${home}/settings/erase`, {}); // asked, and kept again: that too is told by the story
    await jan.post(`${home}/settings/erase/keep`, {});
    const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#123456" } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.set("photo", new Blob([new Uint8Array(picture)], { type: "image/png" }), `${marker}.png`);
    const me = database((db) => db.prepare("SELECT id FROM Member WHERE mail = 'jan@kring.example'").pluck().get()) as string;
    const cookie = [...jan.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent = await fetch(`${kring.url}${home}/people/${me}/photo`, {
      method: "POST",
      body: form,
      headers: { cookie, origin: kring.url },
      redirect: "manual",
    });
    expect(sent.status).toBe(302);
    face = database((db) => db.prepare("SELECT hash FROM Photo WHERE memberId = ?").pluck().get(me)) as string;
    expect(foundIn(marker)).not.toEqual([]);
  });

  it("everybody hears of it by mail, and can take along what is theirs until then", async () => {
    const before = post.delivered.length;
    const asked = await jan.send(`${home}/settings/erase`, {});
    expect(asked.headers.get("location")).toBe(`${home}/settings/erase`);
    const letter = await post.letterTo("fatima@kring.example", before);
    expect(letter.subject).toMatch(/^De kring van Jan wordt gewist op \d+ \w+ \d{4}$/);
    expect(letter.text).toContain(`${kring.url}/me/take-along`);
    const own = await post.letterTo("jan@kring.example", before);
    expect(own.subject).toMatch(/^Jouw kring wordt gewist op/);
    expect(own.text).toContain(`${kring.url}${home}/settings/erase`);
    expect(await (await fatima.get(home)).text()).toContain("Deze kring wordt gewist op");
    expect((await fatima.post("/me/take-along/zip", {})).headers.get("content-type")).toBe("application/zip");
  });

  it("and after two weeks no byte of it is left: not in the database, its journal, the photos or the log", async () => {
    await twoWeeksLater();
    const group = home.split("/")[2];
    await expect.poll(() => kring.output().includes("a circle was erased"), { timeout: 15_000 }).toBe(true);
    expect(database((db) => db.prepare(`SELECT count(*) FROM "Group" WHERE id = ?`).pluck().get(group))).toBe(0);
    await kring.stop();
    expect(foundIn(marker)).toEqual([]);
    database((db) => db.exec("VACUUM"));
    expect(foundIn(marker)).toEqual([]);
    expect(readdirSync(join(kring.dataDir, "photos"), { recursive: true }).filter((path) => String(path).includes(face))).toEqual([]);
    await kring.start();
  });

  it("who comes back finds what somebody finds who asks for a circle that never was", async () => {
    const [gone, never] = [await fatima.get(home), await fatima.get("/g/01ARZ3NDEKTSV4RRFFQ69G5FAV")];
    expect([gone.status, await gone.text()]).toEqual([404, await never.text()]);
    expect((await jan.get("/me")).status).toBe(200);
  });
});
