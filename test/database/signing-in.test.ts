import { beforeEach, describe, expect, it } from "vitest";
import { safeNext } from "../../app/accounts/schema";
import { endSession, openSession, sessions, whoHolds } from "../../app/accounts/sessions.server";
import { askForCode, linkStillGood, signInWithCode, signInWithLink } from "../../app/accounts/signing-in.server";
import { minutesAfter } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/reading.server";
import { freshDatabase } from "../database";

beforeEach(freshDatabase);
const now = "2026-12-01T10:00:00.000Z";

/** Asks for a code as Fatima would, and looks in the mail that was promised to her. */
async function asked(mail = "fatima@kring.example") {
  const id = await askForCode(mail, "/me", "nl", now);
  const promised = row<{ data: string; toMail: string }>("SELECT data, toMail FROM OutboxMail WHERE dedupeKey = @key", {
    key: `signIn:${id}`,
  });
  const { code, token } = JSON.parse(promised?.data ?? "{}") as { code: string; token: string };
  return { id, code, token };
}

const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

describe("Signing in", () => {
  it("promises one mail with a code and a link, and stores neither of them readable", async () => {
    const { code, token } = await asked();
    expect(code).toMatch(/^\d{6}$/);
    const stored = JSON.stringify(rows("SELECT * FROM SignInCode"));
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(`"${code}"`);
  });

  it("works with the code, once", async () => {
    const { id, code } = await asked();
    expect((await signInWithCode(id, code, now)).next).toBe("/me");
    await expect(signInWithCode(id, code, now)).rejects.toMatchObject({ words: { key: "signIn.codeOld" } });
  });

  it("works with the link, once, and then the code is void too", async () => {
    const { id, code, token } = await asked();
    expect(linkStillGood(token, now)).toEqual({ mail: "fatima@kring.example" });
    await signInWithLink(token, now);
    expect(linkStillGood(token, now)).toBeNull();
    await expect(signInWithLink(token, now)).rejects.toMatchObject({ words: { key: "signIn.linkOld" } });
    await expect(signInWithCode(id, code, now)).rejects.toThrow();
  });

  it("looking at the link changes nothing", async () => {
    const { token } = await asked();
    for (let time = 0; time < 5; time += 1) linkStillGood(token, now);
    await expect(signInWithLink(token, now)).resolves.toBeDefined();
  });

  it("stops after a quarter of an hour", async () => {
    const { id, code, token } = await asked();
    const later = minutesAfter(now, 15);
    await expect(signInWithCode(id, code, later)).rejects.toThrow();
    await expect(signInWithLink(token, later)).rejects.toThrow();
  });

  it("stops after five wrong codes, even for the right one", async () => {
    const { id, code } = await asked();
    for (let time = 0; time < 5; time += 1) await expect(signInWithCode(id, wrong(code), now)).rejects.toThrow();
    await expect(signInWithCode(id, code, now)).rejects.toMatchObject({ words: { key: "signIn.codeOld" } });
  });

  it("makes nobody an operator, not even the first of all", async () => {
    const first = await asked("eerste@kring.example");
    await signInWithCode(first.id, first.code, now);
    expect(rows("SELECT mail, operatorSince FROM Account")).toEqual([{ mail: "eerste@kring.example", operatorSince: null }]);
  });

  it("leads nowhere but to our own pages", () => {
    expect(safeNext("/g/1/plan?x=1#y")).toBe("/g/1/plan?x=1#y");
    for (const bad of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "/ x",
      "",
      null,
      `/${"x".repeat(600)}`,
    ])
      expect(safeNext(bad)).toBe("/me");
  });
});

describe("A session", () => {
  const cookieOf = (header: string) => header.split(";")[0];

  it("is stored as a hash, is known by its cookie, and ends for good", async () => {
    const { id, code } = await asked();
    const { accountId } = await signInWithCode(id, code, now);
    const cookie = cookieOf(await openSession(accountId, "Chromium"));
    const secret = cookie?.split("=")[1] ?? "";
    expect(JSON.stringify(rows("SELECT * FROM Session"))).not.toContain(secret);
    const held = await whoHolds(cookie);
    expect(held.person?.mail).toBe("fatima@kring.example");
    await endSession(held.sessionId ?? "");
    expect((await whoHolds(cookie)).person).toBeNull();
  });

  it("can't be opened with what stands in the database", async () => {
    const { id, code } = await asked();
    const { accountId } = await signInWithCode(id, code, now);
    await openSession(accountId, "");
    const stored = row<{ id: string }>("SELECT id FROM Session");
    expect((await whoHolds(`${sessions.sessionCookieName}=${stored?.id}`)).person).toBeNull();
  });

  it("has a cookie that scripts can't read and other sites don't send", async () => {
    const { id, code } = await asked();
    const { accountId } = await signInWithCode(id, code, now);
    const header = await openSession(accountId, "");
    expect(header).toContain("HttpOnly");
    expect(header).toContain("SameSite=Lax");
    expect(header).toContain("Path=/");
  });
});
