import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { config } from "~/platform/config.server";
import { holdData } from "~/platform/holding-data.server";
import { migrate } from "~/platform/migrating.server";
import { Mistake } from "~/platform/mistake";
import { archiveTrouble, copyForGood, databaseName, exists, type Manifest, onDisk, photosName, readManifest } from "./archive";
import { type Command, needed, typedIn } from "./command";
import { databaseTrouble, isBehind, photoTrouble } from "./soundness";

export const restore: Command = {
  does: "puts a backup in place, after checking it; the server must be stopped",
  takes: "--from /backups/2026-12-01 [--force]",
  migrates: false,
  async run(typed, { now, migrations, print, printError }) {
    const given = typedIn(typed, { from: { type: "string" }, force: { type: "boolean" } });
    const from = resolve(needed(given.from, "from"));
    const { database, dataDir } = config();
    const photos = join(dataDir, photosName);

    const manifest = await readManifest(from);
    for (const line of await refuseDamaged(from, manifest, migrations)) printError(line);
    const there = (await exists(database)) || (await exists(photos));
    if (there && !given.force) throw new Mistake(`${database} is there already. With --force it is kept beside the restored one.`);
    const letGo = holdData(database, 0);
    if (!letGo) throw new Mistake("The database is in use. Stop the server first.");
    try {
      if (await exists(database)) refuseWhileUsed(database);
      const aside = `.before-${now.slice(0, 19).replaceAll(":", "")}`;
      await putInPlace(from, manifest, aside);
      const migrated = migrate(database, migrations);
      print(`Restored the backup of ${manifest.madeAt}: ${manifest.files.length} files.`);
      if (migrated.length > 0) print(`Brought to the newest shape: ${migrated.join(", ")}.`);
      if (there) print(`What was there is kept for a month: ${database}${aside}`);
    } finally {
      letGo();
    }
  },
};

/** All copied before anything moves: when the disk is full, what was there is still in its place. */
async function putInPlace(from: string, manifest: Manifest, aside: string): Promise<void> {
  const { database, dataDir } = config();
  const photos = join(dataDir, photosName);
  const [draft, draftPhotos] = [`${database}.restoring`, `${photos}.restoring`];
  for (const path of [draft, draftPhotos]) await rm(path, { recursive: true, force: true });
  await mkdir(draftPhotos, { recursive: true });
  for (const { path } of manifest.files)
    await copyForGood(join(from, path), path === databaseName ? draft : join(draftPhotos, path.slice(photosName.length + 1)));

  if (await exists(photos)) await rename(photos, photos + aside);
  for (const ending of ["", "-wal", "-shm"])
    if (await exists(database + ending)) await rename(database + ending, database + aside + ending);
  await rename(draftPhotos, photos);
  await rename(draft, database);
  for (const folder of new Set([dirname(database), dataDir])) await onDisk(folder);
}

/**
 * Looks a backup through. One that is only older than this program is fine.
 * @returns what was wrong already when it was made: photos that were lost before. The rest is worth having
 * @throws Mistake with all that is wrong with it since, or with its database
 */
export async function refuseDamaged(from: string, manifest: Manifest, migrations: string): Promise<string[]> {
  const file = join(from, databaseName);
  let trouble = await archiveTrouble(from, manifest);
  if (trouble.length === 0) trouble = (await databaseTrouble(file, migrations)).filter((line) => !isBehind(line));
  if (trouble.length > 0) throw new Mistake([`The backup in ${from} is not whole:`, ...trouble].join("\n  "));
  return photoTrouble(file, join(from, photosName));
}

/** A server that runs holds the file open: only who is alone with it may end its write-ahead log. */
function refuseWhileUsed(database: string): void {
  try {
    const db = new Database(database, { fileMustExist: true, timeout: 500 });
    try {
      db.pragma("journal_mode = DELETE");
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY"))
      throw new Mistake("The database is in use. Stop the server first.");
    // Damaged, or no database at all: then it is kept as it is.
  }
}
