import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";

/** Locks of this process: a connection that nobody keeps is closed by the garbage collector, and its lock with it. */
const held = new Set<Database.Database>();

/**
 * Holds a database for this process alone, so that no second server or restore works on the same data. The lock is the
 * operating system's, on a file beside the database: it is gone when the process is, however that ended.
 * @param patience milliseconds to wait for a process that is just stopping
 * @returns how to let go, or null when another process holds it
 */
export function holdData(database: string, patience: number): (() => void) | null {
  const folder = dirname(database);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new Database(`${database}.lock`, { timeout: patience });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY")) return null;
    throw error;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}

/**
 * Takes from everybody else what they may still do with data that was made before: files made now follow the umask.
 * A folder that others write in too (/tmp) is left as it is; the files in it are not.
 */
export function keepToOwner(database: string, photos: string): void {
  for (const path of [database, `${database}-wal`, `${database}-shm`, `${database}.lock`, photos, dirname(database)]) {
    if (!existsSync(path)) continue;
    const { mode, uid } = statSync(path);
    const shared = (mode & 0o002) !== 0 && path === dirname(database);
    if ((mode & 0o077) !== 0 && !shared && uid === process.getuid?.()) chmodSync(path, mode & 0o700);
  }
}
