import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { daysAfter, later, minutesAfter, notAhead } from "./clock.server";
import { configFrom, isLoopback } from "./config.server";
import { forgetCopies } from "./forgetting-copies.server";
import { holdData, keepToOwner } from "./holding-data.server";
import { countTry } from "./limits.server";
import { Mistake, mistakeOf } from "./mistake";
import { NotAllowed, NotNow, notFound, Overtaken, Refusal, SignedOut } from "./refusal";
import { hashOf, newCode, newId, newToken, sameHash } from "./secrets.server";

const folder = () => mkdtempSync(join(tmpdir(), "kring-platform-"));
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("What the environment says", () => {
  it("of an address to answer to is taken when it is plain, short and of our own domain", () => {
    const from = (MAIL_REPLY_TO: string) => configFrom({ MAIL_REPLY_TO, MAIL_FROM: "Kring <kring@Kring.example>" }).mailReplyTo;
    expect([from("antwoord@kring.example"), from("")]).toEqual(["antwoord@kring.example", undefined]);
    for (const other of [
      "antwoord@elders.example",
      "Kring <antwoord@kring.example>",
      `${"x".repeat(32)}@kring.example`,
      "a+b@kring.example",
    ])
      expect(() => from(other), other).toThrow("MAIL_REPLY_TO");
    expect(configFrom({ MAIL_INBOUND_SECRET: "x".repeat(32) }).mailInboundSecret).toHaveLength(32);
    expect(() => configFrom({ MAIL_INBOUND_SECRET: "x".repeat(31) })).toThrow("MAIL_INBOUND_SECRET");
  });

  it("is, when it says nothing, this machine alone with everything in ./data", () => {
    expect(configFrom({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      dataDir: join(process.cwd(), "data"),
      database: join(process.cwd(), "data/kring.db"),
      appUrl: "http://localhost:3000",
      loopback: true,
      smtpUrl: undefined,
      mailFrom: "kring@kring.example",
      mailReplyTo: undefined,
      mailInboundSecret: undefined,
      mailbox: true,
      demo: false,
      development: false,
      trustedProxies: 0,
    });
  });

  it("is taken as it is said", () => {
    const env = { PORT: "80", HOST: "0.0.0.0", DATA_DIR: "/var/kring", APP_URL: "https://kring.plan.be//", SMTP_URL: "smtp://mail" };
    expect(configFrom({ ...env, TRUSTED_PROXIES: "2", NODE_ENV: "development", KRING_DEMO: "1" })).toEqual({
      port: 80,
      host: "0.0.0.0",
      dataDir: "/var/kring",
      database: "/var/kring/kring.db",
      appUrl: "https://kring.plan.be",
      loopback: false,
      smtpUrl: "smtp://mail",
      mailFrom: "kring@kring.plan.be",
      mailbox: false,
      demo: false,
      development: true,
      trustedProxies: 2,
    });
    expect(configFrom({ DATABASE_URL: "file:/srv/x.db" }).database).toBe("/srv/x.db");
    expect(configFrom({ DATABASE_URL: "/srv/file:x.db" }).database).toBe("/srv/file:x.db");
    expect(configFrom({ MAIL_FROM: "Kring <a@b.example>" }).mailFrom).toBe("Kring <a@b.example>");
    expect(configFrom({ KRING_DEMO: "1" }).demo).toBe(true);
    expect(configFrom({ KRING_DEMO: "yes" }).demo).toBe(false);
    for (const host of ["localhost", "::1", "127.0.0.1"]) expect(configFrom({ HOST: host }).mailbox).toBe(true);
    for (const host of ["0.0.0.0", "::", "192.0.2.1"]) expect(configFrom({ HOST: host }).mailbox).toBe(false);
    expect(configFrom({ PORT: "4000" }).appUrl).toBe("http://localhost:4000");
  });

  it("is refused in words when it makes no sense", () => {
    for (const [name, value] of [
      ["PORT", "http"],
      ["PORT", "-1"],
      ["PORT", "1.5"],
      ["TRUSTED_PROXIES", "one"],
    ] as const)
      expect(() => configFrom({ [name]: value })).toThrow(`${name} is not a whole number: ${value}`);
    expect(() => configFrom({ APP_URL: "kring" })).toThrow("APP_URL is not an address: kring");
  });

  it("means this machine only by names that can mean nothing else", () => {
    for (const here of ["localhost", "kring.localhost", "[::1]", "127.0.0.1", "127.255.255.254"]) expect(isLoopback(here)).toBe(true);
    for (const other of ["localhost.example", "xlocalhost", "127.0.0.1.example", "x127.0.0.1", "127.0.0", "128.0.0.1", "[::2]", "::1", ""])
      expect(isLoopback(other), other).toBe(false);
  });
});

describe("Data", () => {
  it("is held by one process at a time, until it lets go", () => {
    const file = join(folder(), "new/kring.db");
    const letGo = holdData(file, 10);
    expect(letGo).not.toBeNull();
    expect(modeOf(join(file, ".."))).toBe("700");
    expect(holdData(file, 10)).toBeNull();
    letGo?.();
    const again = holdData(file, 10);
    expect(again).not.toBeNull();
    again?.();
    writeFileSync(`${file}.lock`, "no database".repeat(1000));
    expect(() => holdData(file, 10)).toThrow("not a database");
  });

  it("is the owner's alone, also what was made before; a folder that everybody writes in is left as it is", () => {
    const dir = folder();
    const file = join(dir, "kring.db");
    const photos = join(dir, "photos");
    mkdirSync(photos);
    const all = [file, `${file}-wal`, `${file}-shm`, `${file}.lock`];
    for (const path of all) writeFileSync(path, "");
    for (const path of all) chmodSync(path, 0o664);
    for (const path of [photos, dir]) chmodSync(path, 0o755);
    keepToOwner(file, photos);
    expect([...all, photos, dir].map(modeOf)).toEqual(["600", "600", "600", "600", "700", "700"]);
    chmodSync(dir, 0o1777);
    chmodSync(file, 0o606);
    keepToOwner(file, photos);
    expect([modeOf(dir), modeOf(file)]).toEqual(["777", "600"]);
    rmSync(file);
    expect(() => keepToOwner(file, photos)).not.toThrow();
  });

  it("that was put aside is forgotten once it is old, and nothing else", () => {
    const dir = folder();
    const file = join(dir, "kring.db");
    for (const name of ["kring.db", "kring.db.before-0002", "other.db.before-0002", "x.kring.db.before-1"])
      writeFileSync(join(dir, name), "");
    mkdirSync(join(dir, "kring.db.before-0003"));
    forgetCopies(file, new Date(Date.now() - 60_000).toISOString());
    expect(readdirSync(dir)).toHaveLength(5);
    utimesSync(join(dir, "kring.db.before-0002"), 0, 0);
    forgetCopies(file, new Date(Date.now() + 60_000).toISOString());
    expect(readdirSync(dir).sort()).toEqual(["kring.db", "other.db.before-0002", "x.kring.db.before-1"]);
    expect(() => forgetCopies(join(dir, "none/kring.db"), new Date().toISOString())).not.toThrow();
  });
});

describe("What Kring won't do", () => {
  it("has a name for the log, words for the reader and a status of its own", () => {
    const words = { key: "refusal.busy" } as const;
    expect(new Refusal(words)).toMatchObject({ name: "Refusal", words, field: null, message: "refusal.busy", status: 400 });
    expect(new Refusal(words, "text", "why", 429)).toMatchObject({ field: "text", message: "why", status: 429 });
    expect(new NotNow(words)).toMatchObject({ name: "NotNow", message: "refusal.busy", status: 503, field: null });
    expect(new NotAllowed(words, "who", "why")).toMatchObject({ name: "NotAllowed", field: "who", message: "why", status: 403 });
    expect(new SignedOut().name).toBe("SignedOut");
    expect(new Overtaken({ text: "Zee" }, 2)).toMatchObject({
      name: "Overtaken",
      message: "overtaken",
      theirs: { text: "Zee" },
      version: 2,
    });
    expect(notFound()).toMatchObject({ status: 404, statusText: "Not Found", body: null });
  });
});

describe("What the disk refuses", () => {
  const refused = (code: string) => mistakeOf(Object.assign(new Error("x"), { code }), "/var/kring")?.message ?? null;

  it("is said to the operator in words, and nothing is made of what is no such thing", () => {
    expect(refused("EACCES")).toBe("/var/kring may not be written by this user.");
    expect(refused("EPERM")).toBe("/var/kring may not be written by this user.");
    expect(refused("EROFS")).toBe("/var/kring is read-only.");
    expect(refused("ENOSPC")).toBe("/var/kring is on a full disk.");
    expect(refused("ENOTDIR")).toBe("/var/kring is no folder.");
    expect(refused("EEXIST")).toBe("/var/kring is no folder.");
    expect(refused("SQLITE_CANTOPEN")).toBe("/var/kring can't be opened or made.");
    expect(refused("SQLITE_READONLY_DBMOVED")).toBe("/var/kring is read-only.");
    expect(refused("SQLITE_FULL")).toBe("/var/kring is on a full disk.");
    expect(refused("SQLITE_NOTADB")).toBe("/var/kring is no database.");
    expect(refused("SQLITE_CORRUPT")).toBe("/var/kring is damaged: restore a backup (npm run kring -- restore).");
    expect(refused("SQLITE_BUSY_SNAPSHOT")).toBe("/var/kring is locked by another program.");
    for (const other of ["ENOENT", "X_SQLITE_BUSY", "SQLITE_", ""]) expect(refused(other), other).toBeNull();
    for (const nothing of ["text", null, new Error("x"), { code: "EACCES" }]) expect(mistakeOf(nothing, "x")).toBeNull();
    const known = new Mistake("in words");
    expect(mistakeOf(known, "x")).toBe(known);
  });
});

describe("The clock", () => {
  it("counts on and back, in UTC, and says nothing of what lies ahead", () => {
    const at = "2026-03-29T00:30:00.000Z";
    expect(minutesAfter(at, 61)).toBe("2026-03-29T01:31:00.000Z");
    expect(daysAfter(at, -1)).toBe("2026-03-28T00:30:00.000Z");
    expect([later("a", "b"), later("b", "a"), later("a", "a")]).toEqual(["b", "b", "a"]);
    expect([notAhead(at, at), notAhead(at, minutesAfter(at, -1)), notAhead(null, at)]).toEqual([at, null, null]);
  });
});

describe("A secret", () => {
  it("is new each time, of a kind that fits where it is used, and known only by its hash", () => {
    const many = (make: () => string) => Array.from({ length: 200 }, make);
    for (const make of [newId, newToken]) expect(new Set(many(make)).size).toBe(200);
    for (const code of many(newCode)) expect(code).toMatch(/^\d{6}$/);
    expect(newToken()).toMatch(/^[\w-]{43}$/);
    expect(newId()).toMatch(/^[0-9A-Z]{26}$/);
    expect(hashOf("kring")).toBe("71460e2b00495a91d47f3d587dd32c59bebbe68a59ffe3b40ee16e406eac9777");
    expect([sameHash("ab", "ab"), sameHash("ab", "ac"), sameHash("ab", "abc"), sameHash("", "")]).toEqual([true, false, false, true]);
  });
});

describe("A limit", () => {
  it("counts for each by themselves, and says how long to wait", async () => {
    for (let time = 0; time < 5; time += 1) await countTry("codeToAddress", "a platform test");
    await expect(countTry("codeToAddress", "a platform test")).rejects.toMatchObject({
      words: { key: "refusal.tooOften", values: { count: 15 } },
      field: null,
      status: 429,
      message: "too often: codeToAddress",
    });
    await expect(countTry("codeToAddress", "another")).resolves.toBeUndefined();
    await expect(countTry("codeFromBrowser", "a platform test")).resolves.toBeUndefined();
  });
});
