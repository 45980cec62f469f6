import { beforeEach, describe, expect, it, vi } from "vitest";
import { countAsking } from "../../app/accounts/asking-limits.server";
import { myDevices } from "../../app/accounts/my-devices.server";
import { codeForm, safeNext } from "../../app/accounts/schema";
import { endSession, openSession, sessions, whoHolds } from "../../app/accounts/sessions.server";
import { accountFor, askedHere, askForCode, linkStillGood, signInWithCode, signInWithLink } from "../../app/accounts/signing-in.server";
import { mostWrongTries } from "../../app/accounts/wrong-tries.server";
import { minutesAfter } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { hashOf } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { freshDatabase } from "../database";

beforeEach(freshDatabase);
const now = "2026-12-01T10:00:00.000Z";

const hers = hashOf("the browser of Fatima");
const another = hashOf("another browser");

/** Asks for a code as Fatima would, and looks in the mail that is queued for her. */
async function asked(mail = "fatima@kring.example", browser = hers, at = now) {
  const id = await askForCode(mail, "/me", "nl", at, browser);
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
    expect((await signInWithCode(id, code, hers, now)).next).toBe("/me");
    await expect(signInWithCode(id, code, hers, now)).rejects.toMatchObject({ words: { key: "signIn.codeOld" } });
  });

  it("works with the link, once, and then the code is void too", async () => {
    const { id, code, token } = await asked();
    expect(linkStillGood(token, now)).toEqual({ mail: "fatima@kring.example" });
    await signInWithLink(token, hers, now);
    expect(linkStillGood(token, now)).toBeNull();
    await expect(signInWithLink(token, hers, now)).rejects.toMatchObject({ words: { key: "signIn.linkOld" } });
    await expect(signInWithCode(id, code, hers, now)).rejects.toThrow();
  });

  it("looking at the link changes nothing", async () => {
    const { token } = await asked();
    for (let time = 0; time < 5; time += 1) linkStillGood(token, now);
    await expect(signInWithLink(token, hers, now)).resolves.toBeDefined();
  });

  it("stops after a quarter of an hour", async () => {
    const { id, code, token } = await asked();
    const later = minutesAfter(now, 15);
    await expect(signInWithCode(id, code, hers, later)).rejects.toThrow();
    await expect(signInWithLink(token, hers, later)).rejects.toThrow();
  });

  it("stops after five wrong codes, even for the right one", async () => {
    const { id, code } = await asked();
    for (let time = 0; time < 5; time += 1) await expect(signInWithCode(id, wrong(code), hers, now)).rejects.toThrow();
    await expect(signInWithCode(id, code, hers, now)).rejects.toMatchObject({ words: { key: "signIn.codeTooMany" } });
  });

  it("makes nobody an operator, not even the first of all", async () => {
    const first = await asked("eerste@kring.example");
    await signInWithCode(first.id, first.code, hers, now);
    expect(rows("SELECT mail, operatorSince FROM Account")).toEqual([{ mail: "eerste@kring.example", operatorSince: null }]);
  });

  it("takes the code only in the browser that asked, and the link in any", async () => {
    const { id, code, token } = await asked();
    for (const browser of [another, "", null])
      await expect(signInWithCode(id, code, browser, now)).rejects.toMatchObject({ words: { key: "signIn.codeElsewhere" } });
    expect(row("SELECT tries FROM SignInCode")).toEqual({ tries: 0 });
    expect(askedHere(id, another)).toBeNull();
    expect(askedHere(id, hers)).toEqual({ mail: "fatima@kring.example", next: "/me" });
    await expect(signInWithLink(token, another, now)).resolves.toBeDefined();
  });

  it("counts wrong codes for an address over all its codes, and forgets them when its owner signs in", async () => {
    const type = async (browser: string, right = false) => {
      const { id, code } = await asked("fatima@kring.example", browser);
      return signInWithCode(id, right ? code : wrong(code), browser, now);
    };
    const guess = async (times: number) => {
      for (let time = 0; time < times; time += 1) await expect(type(another)).rejects.toMatchObject({ words: { key: "signIn.codeWrong" } });
    };
    await guess(mostWrongTries);
    await expect(type(another, true)).rejects.toMatchObject({ words: { key: "signIn.codeNoMore" } });
    await signInWithLink((await asked()).token, hers, now);
    await guess(mostWrongTries);
    await expect(type(another, true)).rejects.toMatchObject({ words: { key: "signIn.codeNoMore" } });
    // She signed in here before: what strangers guess does not count.
    await expect(type(hers, true)).resolves.toBeDefined();
  });

  it("counts what is typed in all browsers together, but for one in which this very address signed in before", async () => {
    const browsers = Array.from({ length: mostWrongTries }, (_, place) => hashOf(`browser ${place}`));
    await signInWithLink((await asked("rita@kring.example", another)).token, another, now);
    await signInWithLink((await asked(undefined, hers)).token, hers, now);
    for (const browser of browsers) {
      const { id, code } = await asked(undefined, browser);
      await expect(signInWithCode(id, wrong(code), browser, now)).rejects.toMatchObject({ words: { key: "signIn.codeWrong" } });
    }
    // Rita signed in here, which says nothing of Fatima.
    for (const browser of [another, hashOf("one more")]) {
      const { id, code } = await asked(undefined, browser);
      await expect(signInWithCode(id, code, browser, now)).rejects.toMatchObject({ words: { key: "signIn.codeNoMore" } });
    }
    const { id, code } = await asked(undefined, hers);
    await expect(signInWithCode(id, code, hers, now)).resolves.toBeDefined();
  });

  it("says at each wrong code what is wrong, at the field, and at the fifth that it is over", async () => {
    const { id, code } = await asked();
    const said: unknown[] = [];
    for (let time = 0; time < 6; time += 1) await signInWithCode(id, wrong(code), hers, now).catch((error: unknown) => said.push(error));
    expect(said).toMatchObject([
      ...Array(4).fill({ words: { key: "signIn.codeWrong" }, field: "code" }),
      ...Array(2).fill({ words: { key: "signIn.codeTooMany" }, field: "code" }),
    ]);
    expect(row("SELECT tries FROM SignInCode")).toEqual({ tries: 5 });
  });

  it("in no browser can the code be typed when none asked for it", async () => {
    const { id, code } = await asked(undefined, "");
    for (const browser of ["", null, hers])
      await expect(signInWithCode(id, code, browser, now)).rejects.toMatchObject({ words: { key: "signIn.codeElsewhere" } });
    expect(askedHere(id, "")).toBeNull();
    await expect(signInWithCode("none", code, hers, now)).rejects.toMatchObject({ words: { key: "signIn.codeElsewhere" } });
  });

  it("voids the other codes of this address, and those of nobody else", async () => {
    const [first, second] = [await asked(), await asked()];
    const ritas = await asked("rita@kring.example", another);
    await signInWithLink(second.token, hers, now);
    await expect(signInWithCode(first.id, first.code, hers, now)).rejects.toMatchObject({ words: { key: "signIn.codeOld" } });
    await expect(signInWithCode(ritas.id, ritas.code, another, now)).resolves.toBeDefined();
  });

  it("makes an account for a new address, without a name, in the language that was asked in; the next time it is the same", async () => {
    const { accountId } = await signInWithLink((await asked()).token, hers, now);
    expect(rows("SELECT id, name, mail, language, createdAt FROM Account")).toEqual([
      { id: accountId, name: "", mail: "fatima@kring.example", language: "nl", createdAt: now },
    ]);
    const later = minutesAfter(now, 60);
    expect((await signInWithLink((await asked(undefined, hers, later)).token, hers, later)).accountId).toBe(accountId);
    expect(rows("SELECT at FROM KnownBrowser")).toEqual([{ at: later }]);
    const made = await transaction((tx) => accountFor(tx, "rita@kring.example", "en", now));
    expect(made).toMatchObject({ name: "", language: "en", isNew: true });
    expect(await transaction((tx) => accountFor(tx, "rita@kring.example", "nl", now, "Rita"))).toMatchObject({ id: made.id, isNew: false });
  });

  it("mails who is known here by their name and in their language, and others in the language that they asked in", async () => {
    await transaction((tx) => accountFor(tx, "fatima@kring.example", "en", now, "Fatima"));
    await asked();
    await asked("rita@kring.example", another);
    expect(rows("SELECT toMail, toName, language FROM OutboxMail ORDER BY rowid")).toEqual([
      { toMail: "fatima@kring.example", toName: "Fatima", language: "en" },
      { toMail: "rita@kring.example", toName: "", language: "nl" },
    ]);
  });

  it("takes a code that a clock made that runs ahead as far as a code is good, and no further", async () => {
    const near = await asked(undefined, hers, minutesAfter(now, 15));
    const far = await asked(undefined, hers, minutesAfter(now, 16));
    await expect(signInWithCode(far.id, far.code, hers, now)).rejects.toMatchObject({ words: { key: "signIn.codeOld" } });
    await expect(signInWithCode(near.id, near.code, hers, now)).resolves.toBeDefined();
  });

  it("reads the six figures however they were typed", () => {
    const typed = (code: string) => codeForm.safeParse({ id: "01AB", code }).data?.code;
    expect(["123456", " 123 456 ", "123-456", "Code: 123456."].map(typed)).toEqual(Array(4).fill("123456"));
    expect(codeForm.parse({ id: "x".repeat(65), code: "1" }).id).toBe("");
  });

  it("does not wait for days after the clock ran ahead, nor is a code good for days", async () => {
    const ahead = minutesAfter(now, 5 * 24 * 60);
    for (let time = 0; time < mostWrongTries; time += 1) {
      const { id, code } = await asked(undefined, another, ahead);
      await expect(signInWithCode(id, wrong(code), another, ahead)).rejects.toThrow();
    }
    const old = await asked(undefined, another, ahead);
    await expect(signInWithCode(old.id, old.code, another, now)).rejects.toMatchObject({ words: { key: "signIn.codeOld" } });
    const { id, code } = await asked(undefined, another);
    await expect(signInWithCode(id, code, another, now)).resolves.toBeDefined();
  });

  it("leads nowhere but to our own pages", () => {
    expect(safeNext("/g/1/plan?x=1#y")).toBe("/g/1/plan?x=1#y");
    expect(safeNext(`/${"x".repeat(511)}`)).toHaveLength(512);
    expect(safeNext("/g/é?naam=محمد")).toBe("/g/%C3%A9?naam=%D9%85%D8%AD%D9%85%D8%AF");
    for (const bad of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "/ x",
      "/./\\evil.example",
      "/.//evil.example",
      "/x/..//evil.example",
      "",
      null,
      `/${"x".repeat(512)}`,
      "x/y",
      "evil.example/x",
    ])
      expect(safeNext(bad)).toBe("/me");
  });
});

describe("Asking for a code", () => {
  const tooOften = { words: { key: "refusal.tooOften" } };
  let mail = "";
  const ask = async (browser: string | null, network: string) => {
    await countAsking(mail, browser, network);
    await asked(mail, browser ?? "");
  };

  it("five times by a stranger, on the same network, does not lock out who asked or signed in here before", async () => {
    mail = "fatima@kring.example";
    await ask(hers, "10.0.0.1");
    await signInWithLink((await asked(mail, another)).token, another, now);
    for (let time = 0; time < 4; time += 1) await ask(null, "10.0.0.1");
    await expect(ask(null, "10.0.0.1")).rejects.toMatchObject({ ...tooOften, status: 429 });
    await ask(hers, "10.0.0.1");
    await ask(another, "10.0.0.1");
    await ask(null, "10.0.0.2");
  });

  it("has an end for everybody: for a browser, and for strangers from everywhere", async () => {
    mail = "rita@kring.example";
    await signInWithLink((await asked(mail, another)).token, another, now);
    for (let network = 1; network <= 30; network += 1) await ask(null, `10.0.2.${network}`);
    await expect(ask(null, "10.0.1.1")).rejects.toMatchObject(tooOften);
    for (let time = 0; time < 5; time += 1) await ask(another, "10.0.0.1");
    await expect(ask(another, "10.0.0.1")).rejects.toMatchObject(tooOften);
  });
});

describe("A session", () => {
  const cookieOf = (header: string) => header.split(";")[0];

  it("is stored as a hash, is known by its cookie, and ends for good", async () => {
    const { id, code } = await asked();
    const { accountId } = await signInWithCode(id, code, hers, now);
    const cookie = cookieOf(await openSession(accountId, "Chromium"));
    const secret = cookie?.split("=")[1] ?? "";
    expect(JSON.stringify(rows("SELECT * FROM Session"))).not.toContain(secret);
    const held = await whoHolds(cookie);
    expect(held.person?.mail).toBe("fatima@kring.example");
    await endSession(held.sessionId ?? "");
    expect((await whoHolds(cookie)).person).toBeNull();
  });

  it("ends when somebody signs in anew in the same browser", async () => {
    const { id, code } = await asked();
    const { accountId } = await signInWithCode(id, code, hers, now);
    const before = cookieOf(await openSession(accountId, ""));
    const { sessionId } = await whoHolds(before);
    const after = cookieOf(await openSession(accountId, "", { before: sessionId }));
    expect((await whoHolds(before)).person).toBeNull();
    expect((await whoHolds(after)).person).not.toBeNull();
    await vi.waitFor(() => expect(rows("SELECT id FROM Session")).toHaveLength(1));
  });

  it("can't be opened with what stands in the database", async () => {
    const { id, code } = await asked();
    const { accountId } = await signInWithCode(id, code, hers, now);
    await openSession(accountId, "");
    const stored = row<{ id: string }>("SELECT id FROM Session");
    expect((await whoHolds(`${sessions.sessionCookieName}=${stored?.id}`)).person).toBeNull();
  });

  it("has a cookie that scripts can't read and other sites don't send", async () => {
    const { id, code } = await asked();
    const { accountId } = await signInWithCode(id, code, hers, now);
    const header = await openSession(accountId, "");
    expect(header).toContain("HttpOnly");
    expect(header).toContain("SameSite=Lax");
    expect(header).toContain("Path=/");
  });

  const someoneHere = async (device = "") => {
    const { accountId } = await signInWithLink((await asked()).token, hers, now);
    return { accountId, cookie: cookieOf(await openSession(accountId, device)) };
  };
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  it("remembers what the browser calls itself, and no more of it than fits", async () => {
    await someoneHere("x".repeat(300));
    expect(row<{ device: string }>("SELECT device FROM Session")?.device).toBe("x".repeat(200));
  });

  it("says whether it is an operator's", async () => {
    const { accountId, cookie } = await someoneHere();
    expect((await whoHolds(cookie)).person).toMatchObject({ accountId, operator: false });
    await transaction((tx) => tx.account.update({ where: { id: accountId }, data: { operatorSince: now } }));
    expect((await whoHolds(cookie)).person).toMatchObject({ accountId, operator: true });
  });

  it("slides along once half of it is over, in the background and with a cookie that says so; another's does not", async () => {
    const { accountId, cookie } = await someoneHere();
    await openSession(accountId, "another");
    expect((await whoHolds(cookie)).setCookie).toBeNull();
    const soon = inDays(30);
    await transaction((tx) => tx.session.updateMany({ data: { expiresAt: soon } }));
    expect((await whoHolds(cookie)).setCookie).toMatch(/; HttpOnly; Max-Age=155\d{5}; Path=\/; SameSite=Lax$/);
    const until = () => rows<{ expiresAt: string }>("SELECT expiresAt FROM Session ORDER BY expiresAt").map(({ expiresAt }) => expiresAt);
    await vi.waitFor(() => expect(until()[1]! > inDays(179)).toBe(true));
    expect(until()[0]).toBe(soon);
  });

  it("on a device that is not theirs is forgotten by the browser, is over after twelve hours, and never slides", async () => {
    const { accountId } = await someoneHere();
    const header = await openSession(accountId, "the library's", { borrowed: true });
    expect(header).not.toMatch(/Max-Age|Expires/);
    const cookie = cookieOf(header);
    const until = () => row<{ expiresAt: string }>("SELECT expiresAt FROM Session WHERE borrowed")?.expiresAt ?? "";
    expect([until() > inDays(0.499), until() < inDays(0.501)]).toEqual([true, true]);
    const before = until();
    expect(await whoHolds(cookie)).toMatchObject({ person: { accountId }, setCookie: null });
    expect(myDevices((await whoHolds(cookie)).person!, inDays(0)).map(({ borrowed }) => borrowed)).toEqual([true, false]);
    await transaction((tx) => tx.session.updateMany({ where: { borrowed: true }, data: { expiresAt: inDays(0.01) } }));
    expect(await whoHolds(cookie)).toMatchObject({ person: { accountId }, setCookie: null });
    await transaction((tx) => tx.session.updateMany({ where: { borrowed: true }, data: { expiresAt: inDays(-0.01) } }));
    expect((await whoHolds(cookie)).person).toBeNull();
    expect(before > until()).toBe(true);
  });

  it("that ran out opens nothing, and its cookie is taken away; no cookie, or nonsense, is nobody", async () => {
    const { cookie } = await someoneHere();
    await transaction((tx) => tx.session.updateMany({ data: { expiresAt: inDays(-1) } }));
    const held = await whoHolds(cookie);
    expect(held).toMatchObject({ person: null, sessionId: null });
    expect(held.setCookie).toContain("Max-Age=0");
    for (const nothing of [undefined, "", "language=nl", "xkring"])
      expect(await whoHolds(nothing)).toEqual({ person: null, sessionId: null, setCookie: null });
    expect((await whoHolds(`${sessions.sessionCookieName}=nonsense`)).setCookie).toContain("Max-Age=0");
  });

  it("and all others of an account can be ended together", async () => {
    const { accountId, cookie } = await someoneHere();
    await openSession(accountId, "");
    const rita = await signInWithLink((await asked("rita@kring.example", another)).token, another, now);
    await openSession(rita.accountId, "");
    expect(await sessions.getUserSessions(accountId)).toMatchObject([{ userId: accountId }, { userId: accountId }]);
    await sessions.invalidateUserSessions(accountId);
    expect((await whoHolds(cookie)).person).toBeNull();
    expect(rows("SELECT accountId FROM Session")).toEqual([{ accountId: rita.accountId }]);
  });
});
