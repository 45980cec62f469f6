import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { photoPath } from "~/groups/photo-files.server";
import { migrationsIn } from "~/platform/migrating.server";
import { sized } from "./archive";

interface Migrated {
  migration_name: string;
  checksum: string;
}

/** What is wrong with a database file, in words: pages, indexes, rows that point at nothing, its shape. */
export async function databaseTrouble(file: string, migrations: string): Promise<string[]> {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 10_000 });
    try {
      return [...brokenPages(db), ...lostRows(db), ...(await otherShape(db, migrations))];
    } finally {
      db.close();
    }
  } catch (error) {
    return [`the database can't be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function brokenPages(db: Database.Database): string[] {
  const found = db.pragma("integrity_check(20)") as { integrity_check: string }[];
  return found.filter((line) => line.integrity_check !== "ok").map((line) => `the database is damaged: ${line.integrity_check}`);
}

function lostRows(db: Database.Database): string[] {
  const found = db.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[];
  return found.slice(0, 20).map(({ table, rowid, parent }) => `${table} row ${rowid} points at a ${parent} that is not there`);
}

async function otherShape(db: Database.Database, migrations: string): Promise<string[]> {
  const table = db.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get();
  if (!table) return ["the database is not one of Kring's: it names no migrations"];
  const applied = new Map(
    (db.prepare(`SELECT migration_name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`).all() as Migrated[]).map(
      ({ migration_name, checksum }) => [migration_name, checksum],
    ),
  );
  const known = migrationsIn(migrations);
  const trouble = [...applied.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => `the database is newer than this program: migration ${name} is not known here`);
  for (const name of known) {
    const sql = await readFile(join(migrations, name, "migration.sql"), "utf8");
    const checksum = createHash("sha256").update(sql).digest("hex");
    if (!applied.has(name)) trouble.push(`migration ${name} has not been applied; starting the server does that`);
    else if (applied.get(name) !== checksum) trouble.push(`migration ${name} was changed after it had been applied`);
  }
  return trouble;
}

/** Whether a line of trouble only says that the database waits for a newer program: no damage in a backup. */
export function isBehind(line: string): boolean {
  return line.endsWith("starting the server does that");
}

/**
 * What is wrong with the photos that a database names. The large one is named by its content; of the small one, that
 * it is there, whole by its own header.
 * @param folder where they should lie
 */
export async function photoTrouble(file: string, folder: string): Promise<string[]> {
  const trouble: string[] = [];
  for (const hash of photosNamedIn(file)) {
    const large = photoPath(hash, "large");
    const found = await sized(join(folder, large));
    if (!found) trouble.push(`photo ${large} is missing`);
    else if (found.sha256 !== hash) trouble.push(`photo ${large} is damaged: its SHA-256 is not its name`);
    const small = photoPath(hash, "small");
    const bytes = await readFile(join(folder, small)).catch(() => null);
    if (!bytes) trouble.push(`photo ${small} is missing`);
    else if (!isWholeWebp(bytes)) trouble.push(`photo ${small} is damaged`);
  }
  return trouble;
}

function photosNamedIn(file: string): string[] {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 10_000 });
    try {
      return db.prepare("SELECT DISTINCT hash FROM Photo ORDER BY hash").pluck().all() as string[];
    } finally {
      db.close();
    }
  } catch {
    // databaseTrouble says what is wrong with a database that can't be read.
    return [];
  }
}

function isWholeWebp(bytes: Buffer): boolean {
  if (bytes.length < 12 || bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WEBP") return false;
  return bytes.readUInt32LE(4) + 8 === bytes.length;
}
