import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type House, house } from "../e2e/house";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type Visitor, visitor } from "./visitor";

const day = 86_400_000;
let post: PostOffice;
let kring: House;
beforeAll(async () => {
  post = await openPostOffice();
  kring = await house({ SMTP_URL: post.url, TRUSTED_PROXIES: "1" });
});
afterAll(async () => {
  await kring?.close();
  await post?.close();
});

let somebody = 0;
let mail: string;
let fatima: Visitor;
/** Somebody else at each test, in another house: what one tries often does not count for the next. */
const elsewhere = () => `192.0.2.${somebody}`;
beforeEach(() => {
  somebody += 1;
  mail = `fatima${somebody}@kring.example`;
  fatima = visitor(kring, { address: elsewhere() });
});

/** Looks in the database of the running server, or changes something in it as time would. */
function data<Row>(sql: string, ...values: unknown[]): Row[] {
  const db = new Database(join(kring.dataDir, "kring.db"), { timeout: 5_000 });
  const statement = db.prepare(sql);
  const rows = statement.reader ? statement.all(...values) : [statement.run(...values)];
  db.close();
  return rows as Row[];
}
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
const theirs = "accountId = (SELECT id FROM Account WHERE mail = ?)";
const sessions = () => data<{ expiresAt: string }>(`SELECT expiresAt FROM Session WHERE ${theirs}`, mail);
const sessionUntil = (instant: string) => data(`UPDATE Session SET expiresAt = ? WHERE ${theirs}`, instant, mail);

async function linkAskedFor(): Promise<string> {
  await fatima.send("/sign-in", { mail });
  const link = /\/sign-in\/link\/[\w-]+/.exec((await post.letterTo(mail)).text ?? "")?.[0];
  if (!link) throw new Error("no link in the mail");
  return link;
}

describe("The link in the mail", () => {
  it("signs in once", async () => {
    const link = await linkAskedFor();
    expect((await fatima.send(link, {})).headers.get("location")).toBe("/me");
    expect((await fatima.get("/me")).status).toBe(200);
    const stranger = visitor(kring);
    expect((await stranger.send(link, {})).status).toBe(400);
    expect((await stranger.get("/me")).status).toBe(302);
  });

  it("opens nothing once its time is over, and the page says so", async () => {
    const link = await linkAskedFor();
    data("UPDATE SignInCode SET expiresAt = ? WHERE mail = ?", inDays(0), mail);
    const page = await (await fatima.get(link)).text();
    expect(page).toContain("Deze link werkt niet meer");
    expect(page).not.toContain(mail);
    const answer = await fatima.post(link, {});
    expect(answer.status).toBe(400);
    expect(answer.headers.getSetCookie().join()).not.toContain("kring=");
    expect(data("SELECT id FROM Account WHERE mail = ?", mail)).toEqual([]);
  });

  it("is good for a quarter of an hour, and so is its code", async () => {
    await linkAskedFor();
    const [asked] = data<{ createdAt: string; expiresAt: string }>("SELECT createdAt, expiresAt FROM SignInCode WHERE mail = ?", mail);
    expect(Date.parse(asked?.expiresAt ?? "") - Date.parse(asked?.createdAt ?? "")).toBe(15 * 60_000);
  });
});

describe("A session", () => {
  beforeEach(async () => {
    expect((await fatima.signIn(post, mail)).headers.get("location")).toBe("/me");
  });

  it("lasts half a year", () => {
    const [session] = sessions();
    expect(Date.parse(session?.expiresAt ?? "")).toBeGreaterThan(Date.now() + 179 * day);
    expect(Date.parse(session?.expiresAt ?? "")).toBeLessThanOrEqual(Date.now() + 180 * day);
  });

  it("that is over opens nothing, and its cookie is taken back", async () => {
    sessionUntil(inDays(0));
    const answer = await fatima.get("/me");
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toContain("/sign-in");
    expect(fatima.cookies.has("kring")).toBe(false);
  });

  it("slides along while it is used: another half year, and a cookie that lasts as long", async () => {
    sessionUntil(inDays(60));
    const answer = await fatima.get("/me");
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toMatch(/kring=[^;]+;.*Max-Age=1555\d{4}/);
    await expect.poll(() => Date.parse(sessions()[0]?.expiresAt ?? "")).toBeGreaterThan(Date.now() + 179 * day);
  });

  it("of which more than half is left is not written again", async () => {
    const before = inDays(100);
    sessionUntil(before);
    const answer = await fatima.get("/me");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(sessions()).toEqual([{ expiresAt: before }]);
  });

  it("that was signed out of opens nothing any more, even with the cookie that was kept", async () => {
    const kept = fatima.cookies.get("kring") ?? "";
    await fatima.post("/sign-out", {});
    expect(fatima.cookies.has("kring")).toBe(false);
    fatima.cookies.set("kring", kept);
    await expect.poll(async () => (await fatima.get("/me")).status).toBe(302);
  });
});

describe("Whoever tries too often", () => {
  const asks = (who: string) => fatima.post("/sign-in", { mail: who });

  it("sends somebody a few mails at most, and is told to wait", async () => {
    const answers: number[] = [];
    for (let time = 0; time < 20; time += 1) answers.push((await asks(mail)).status);
    expect(answers[0]).toBe(302);
    expect(answers.at(-1)).toBe(429);
    // What was typed is still there.
    expect(await (await asks(mail)).text()).toContain(mail);
    expect(data("SELECT id FROM OutboxMail WHERE toMail = ?", mail).length).toBeLessThan(15);
  });

  it("sends no mails to ever more people", async () => {
    for (let person = 0; person < 60; person += 1) await asks(`wie${person}@kring.example`);
    const sent = data("SELECT id FROM OutboxMail WHERE toMail LIKE 'wie%'").length;
    expect(sent).toBeGreaterThan(20);
    expect(sent).toBeLessThan(50);
  });

  it("guesses no code: after a few wrong ones, the right one is worth nothing", async () => {
    const asked = await fatima.send("/sign-in", { mail });
    const code = /^\s*(\d{6})\s*$/m.exec((await post.letterTo(mail)).text ?? "")?.[1] ?? "";
    const page = asked.headers.get("location") ?? "";
    for (let guess = 0; guess < 6; guess += 1) await fatima.send(page, { code: code === "000000" ? "000001" : "000000" });
    expect((await fatima.send(page, { code })).status).toBe(400);
    expect(sessions()).toEqual([]);
  });

  it("guesses no link: from where seventy wrong ones came, the right one is not taken either, from elsewhere it is", async () => {
    const link = await linkAskedFor();
    for (let guess = 0; guess < 70; guess += 1) await fatima.post(`/sign-in/link/${"x".repeat(40)}${guess}`, {});
    expect((await fatima.post(link, {})).status).toBe(429);
    expect((await visitor(kring, { address: "192.0.2.200" }).post(link, {})).status).toBe(302);
  });
});
