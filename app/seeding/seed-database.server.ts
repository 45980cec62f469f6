import Database from "better-sqlite3";
import { tablesOfAGroup } from "~/erasing/what-goes";
import { config } from "~/platform/config.server";
import { inserts, type Rows } from "~/platform/rows.server";

/** A connection that lives are written with: prepared statements, many rows in one transaction. For the operator's commands only. */
export interface SeedDatabase {
  /** Runs SQL that reads, for what is there already. */
  rows<Row>(sql: string, values?: Record<string, string>): Row[];
  /** Writes all of it, or nothing. `gone` are groups that are erased first. */
  write(rows: Rows, gone?: string[]): void;
  close(): void;
}

/** Opens the database for seeding. Not for the server: it has its own one writer. */
export function openSeedDatabase(): SeedDatabase {
  const db = new Database(config().database, { timeout: 10_000 });
  db.pragma("foreign_keys = ON");
  db.pragma("secure_delete = ON");
  db.pragma("synchronous = FULL");
  db.pragma("cache_size = -65536");
  const prepared = new Map<string, Database.Statement>();
  const run = (sql: string, values: (string | number | null)[]) => {
    let known = prepared.get(sql);
    if (!known) {
      known = db.prepare(sql);
      prepared.set(sql, known);
    }
    known.run(values);
  };
  const write = db.transaction((rows: Rows, gone: string[]) => {
    for (const groupId of gone) {
      for (const table of tablesOfAGroup)
        db.prepare(`DELETE FROM "${table}" WHERE ${table === "Group" ? "id" : "groupId"} = ?`).run(groupId);
    }
    for (const { sql, values } of inserts(rows)) run(sql, values);
  });
  return {
    rows: <Row>(sql: string, values: Record<string, string> = {}) => db.prepare(sql).all(values) as Row[],
    write: (rows, gone = []) => write.immediate(rows, gone),
    close: () => db.close(),
  };
}
