import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forgetCopies } from "../../app/platform/forgetting-copies.server";
import { migrate } from "../../app/platform/migrating.server";
import { Mistake } from "../../app/platform/mistake";

let folder: string;
let file: string;
let migrations: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kring-migrating-"));
  [file, migrations] = [join(folder, "kring.db"), join(folder, "migrations")];
  migration("0001_people", "CREATE TABLE Person (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL);");
  migrate(file, migrations);
  run("INSERT INTO Person VALUES ('1', 'Jan')");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function migration(name: string, sql: string): void {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, "migration.sql"), sql);
}

function run(sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

function all(sql: string, path = file): unknown[] {
  const db = new Database(path, { readonly: true });
  const found = db.prepare(sql).all();
  db.close();
  return found;
}

describe("A database of before", () => {
  it("gets what it has not had, keeps what was in it, and is copied aside first", () => {
    migration("0002_hue", "ALTER TABLE Person ADD COLUMN hue INTEGER NOT NULL DEFAULT 3;");
    migration("0003_city", "ALTER TABLE Person ADD COLUMN city TEXT;");
    expect(migrate(file, migrations)).toEqual(["0002_hue", "0003_city"]);
    expect(all("SELECT * FROM Person")).toEqual([{ id: "1", name: "Jan", hue: 3, city: null }]);
    expect(all("SELECT * FROM Person", `${file}.before-0002_hue`)).toEqual([{ id: "1", name: "Jan" }]);
    expect(migrate(file, migrations)).toEqual([]);
  });

  it("is as it was when one of several migrations fails", () => {
    migration("0002_hue", "ALTER TABLE Person ADD COLUMN hue INTEGER NOT NULL DEFAULT 3;");
    migration("0003_wrong", "ALTER TABLE Nobody ADD COLUMN city TEXT;");
    expect(() => migrate(file, migrations)).toThrow("Nobody");
    expect(all("SELECT * FROM Person")).toEqual([{ id: "1", name: "Jan" }]);
    expect(all("SELECT migration_name FROM _prisma_migrations")).toEqual([{ migration_name: "0001_people" }]);
  });

  it("is as it was when a migration loses what something points at", () => {
    migration("0002_pets", "CREATE TABLE Pet (id TEXT, personId TEXT REFERENCES Person(id)); INSERT INTO Pet VALUES ('1', 'nobody');");
    expect(() => migrate(file, migrations)).toThrow("a Pet points at a Person that is not there");
    expect(all("SELECT name FROM sqlite_master WHERE name = 'Pet'")).toEqual([]);
  });
});

describe("A database that this program does not fit", () => {
  const untouched = (why: string) => {
    const before = readFileSync(file);
    expect(() => migrate(file, migrations)).toThrow(Mistake);
    expect(() => migrate(file, migrations)).toThrow(why);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes("before"))).toEqual([]);
  };

  it("is refused when it is newer, before anything is done to it", () => {
    run("UPDATE _prisma_migrations SET migration_name = '0009_tomorrow'");
    migration("0002_hue", "ALTER TABLE Person ADD COLUMN hue INTEGER NOT NULL DEFAULT 3;");
    untouched("newer than this program");
  });

  it("is refused when a migration was changed after it had been applied", () => {
    migration("0001_people", "CREATE TABLE Person (id TEXT PRIMARY KEY NOT NULL, name TEXT);");
    untouched("0001_people was changed");
  });
});

it("A copy that was put aside goes when it is old, with what is beside it left alone", () => {
  copyFileSync(file, `${file}.before-0002_hue`);
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  forgetCopies(file, at(-1));
  expect(existsSync(`${file}.before-0002_hue`)).toBe(true);
  forgetCopies(file, at(1));
  expect(readdirSync(folder).sort()).toEqual(["kring.db", "migrations"]);
});
