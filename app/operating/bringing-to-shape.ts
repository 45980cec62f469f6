import Database from "better-sqlite3";
import { holdData } from "~/platform/holding-data.server";
import { migrate, notApplied, readMigrations } from "~/platform/migrating.server";
import { Mistake } from "~/platform/mistake";

/**
 * Brings a database to this program's shape before a command works on it. While a server works on it, nothing is
 * changed under it: then it has to be in that shape already.
 * @throws Mistake when it is not, or when it is newer than this program
 */
export function bringToShape(database: string, migrations: string): void {
  const letGo = holdData(database, 0);
  if (letGo) {
    try {
      migrate(database, migrations);
    } finally {
      letGo();
    }
    return;
  }
  const db = new Database(database, { readonly: true, fileMustExist: true });
  try {
    const waiting = notApplied(db, readMigrations(migrations));
    if (waiting.length > 0) throw new Mistake("An older Kring is serving this database. Stop it, start this one, and try again.");
  } finally {
    db.close();
  }
}
