import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";

const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/**
 * Brings a database file to the newest shape: applies, in the order of their names and each in its own transaction, the
 * migrations that it has not had, and notes them in Prisma's own table, so that `prisma migrate deploy` agrees.
 * @param file the SQLite file; made when it does not exist
 * @param folder prisma/migrations
 * @returns the names of the migrations applied now
 * @throws when a migration that was applied has since been changed: history is not rewritten
 */
export function migrate(file: string, folder: string): string[] {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file, { timeout: 10_000 });
  try {
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.exec(table);
    const seen = db.prepare(`SELECT checksum FROM "_prisma_migrations" WHERE migration_name = ? AND rolled_back_at IS NULL`).pluck();
    const note = db.prepare(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`,
    );
    const applied: string[] = [];
    for (const name of migrationsIn(folder)) {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      // "IMMEDIATE": a second server that starts at the same moment waits here, and then finds the work done.
      const apply = db.transaction(() => {
        const before = seen.get(name);
        if (before === checksum) return false;
        if (before !== undefined) throw new Error(`Migration ${name} was changed after it had been applied.`);
        const now = Date.now();
        db.exec(sql);
        note.run(randomUUID(), checksum, name, now, now);
        return true;
      });
      db.pragma("foreign_keys = OFF");
      if (apply.immediate()) applied.push(name);
      db.pragma("foreign_keys = ON");
    }
    return applied;
  } finally {
    db.close();
  }
}

/** The names of the migrations in a folder, oldest first. */
export function migrationsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
