import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { Mistake } from "./mistake";

const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Brings a database file to the newest shape: applies, in the order of their names, the migrations that it has not had,
 * and notes them in Prisma's own table, so that `prisma migrate deploy` agrees. All of them, or none: a database that
 * held something is copied beside itself first (`kring.db.before-0002_…`), and what fails leaves it as it was.
 * @param file the SQLite file; made when it does not exist
 * @param folder prisma/migrations
 * @returns the names of the migrations applied now
 * @throws Mistake when the database knows a migration that this program does not, or knows it with other content
 */
export function migrate(file: string, folder: string): string[] {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const known = readMigrations(folder);
  const db = new Database(file, { timeout: 10_000 });
  try {
    const waiting = notApplied(db, known);
    if (waiting[0] && known[0] !== waiting[0]) copyAside(db, `${file}.before-${waiting[0].name}`);
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = OFF");
    // "IMMEDIATE": who starts at the same moment waits here, and then finds the work done.
    const applied = db.transaction(() => applyAll(db, notApplied(db, known))).immediate();
    return applied.map(({ name }) => name);
  } finally {
    db.close();
  }
}

function applyAll(db: Database.Database, migrations: Migration[]): Migration[] {
  if (migrations.length === 0) return migrations;
  db.exec(table);
  const note = db.prepare(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`,
  );
  for (const { name, sql, checksum } of migrations) {
    const now = Date.now();
    db.exec(sql);
    note.run(randomUUID(), checksum, name, now, now);
  }
  const lost = db.pragma("foreign_key_check") as { table: string; parent: string }[];
  if (lost[0]) throw new Error(`After ${migrations.at(-1)?.name}, a ${lost[0].table} points at a ${lost[0].parent} that is not there.`);
  return migrations;
}

/**
 * The migrations that a database still has to have, oldest first.
 * @throws Mistake likewise
 */
export function notApplied(db: Database.Database, known: Migration[]): Migration[] {
  if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get()) return known;
  const rows = db.prepare(`SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`).all();
  const applied = new Map((rows as Omit<Migration, "sql">[]).map(({ name, checksum }) => [name, checksum]));
  for (const name of applied.keys())
    if (!known.some((one) => one.name === name))
      throw new Mistake(`The database is newer than this program: it had migration ${name}, which is not known here. Update Kring.`);
  for (const { name, checksum } of known)
    if (applied.has(name) && applied.get(name) !== checksum) throw new Mistake(`Migration ${name} was changed after it had been applied.`);
  return known.filter(({ name }) => !applied.has(name));
}

function copyAside(db: Database.Database, to: string): void {
  const draft = `${to}.part`;
  rmSync(draft, { force: true });
  db.prepare("VACUUM INTO ?").run(draft);
  renameSync(draft, to);
}

/** The migrations of a folder, oldest first, with the SHA-256 of each. */
export function readMigrations(folder: string): Migration[] {
  return migrationsIn(folder).map((name) => {
    const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/** The names of the migrations in a folder, oldest first. */
export function migrationsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
