import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
/** Long enough to be killed in the middle of; what it makes first is large enough to be on disk by then. */
const slow = `CREATE TABLE "Half" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT i, hex(randomblob(40)) AS word FROM n;
ALTER TABLE "Account" ADD COLUMN "half" TEXT;
`;

let folder: string;
let file: string;
/** The program as it will be after the next release: with one more migration. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kring-newer-"));
  file = join(folder, "data/kring.db");
  cpSync(join(root, "build/server"), join(folder, "build/server"), { recursive: true });
  cpSync(join(root, "prisma/migrations"), join(folder, "prisma/migrations"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function nextMigration(sql: string): void {
  const home = join(folder, "prisma/migrations/9999_next");
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "migration.sql"), sql);
}

/** Runs the newer program on the data: an operator's command, which migrates first. */
function program(): ChildProcess {
  const env = { ...process.env, DATA_DIR: join(folder, "data"), DATABASE_URL: "" };
  return spawn(process.execPath, [join(folder, "build/server/kring.js"), "create-organisation", "--name", "Plan"], {
    env,
    stdio: "ignore",
  });
}
const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once("exit", (code) => done(code)));

function inDatabase() {
  const db = new Database(file);
  const pluck = (sql: string) => db.prepare(sql).pluck().all();
  const found = {
    sound: db.pragma("integrity_check", { simple: true }),
    half: pluck(
      "SELECT name FROM sqlite_master WHERE name = 'Half' UNION SELECT name FROM pragma_table_info('Account') WHERE name = 'half'",
    ),
    migrations: pluck('SELECT migration_name FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name'),
    organisations: pluck("SELECT name FROM Organisation"),
  };
  db.close();
  return found;
}

describe("A migration that is killed half-way", () => {
  it("leaves nothing half, and is done whole at the next start", async () => {
    expect(await ended(program())).toBe(0);
    const before = inDatabase();
    expect(before).toMatchObject({ sound: "ok", half: [], organisations: ["Plan"] });

    nextMigration(slow);
    const child = program();
    const end = ended(child);
    const size = () => (existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0);
    await expect.poll(size, { timeout: 60_000, interval: 5 }).toBeGreaterThan(8_000_000);
    child.kill("SIGKILL");
    expect(await end).toBeNull();
    expect(inDatabase()).toEqual(before);

    nextMigration(slow.replace("3000000", "3"));
    expect(await ended(program())).toBe(0);
    expect(inDatabase()).toMatchObject({
      sound: "ok",
      half: ["Half", "half"],
      migrations: [...before.migrations, "9999_next"],
      organisations: ["Plan"],
    });
  });

  it("so does one that fails: the program stops, and the old one goes on with the data as they were", async () => {
    expect(await ended(program())).toBe(0);
    const before = inDatabase();
    nextMigration(`CREATE TABLE "Half" (id TEXT);\nALTER TABLE "NeverWas" ADD COLUMN "half" TEXT;`);
    expect(await ended(program())).not.toBe(0);
    expect(inDatabase()).toEqual(before);
    rmSync(join(folder, "prisma/migrations/9999_next"), { recursive: true });
    expect(await ended(program())).toBe(0);
  });
});

describe("A migration that was changed after it had been applied", () => {
  it("is refused, and nothing is done to the data", async () => {
    expect(await ended(program())).toBe(0);
    nextMigration(`CREATE TABLE "Half" (id TEXT);`);
    expect(await ended(program())).toBe(0);
    const before = inDatabase();
    expect(before.half).toEqual(["Half"]);
    nextMigration(`ALTER TABLE "Account" ADD COLUMN "half" TEXT;`);
    expect(await ended(program())).not.toBe(0);
    expect(inDatabase()).toEqual(before);
  });
});
