import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { config } from "~/platform/config.server";
import { Mistake } from "~/platform/mistake";
import { copyForGood, databaseName, exists, filesBelow, listedAs, type Manifest, manifestName, onDisk, photosName } from "./archive";
import { type Command, needed, typedIn } from "./command";
import { databaseTrouble, isBehind, photoTrouble } from "./soundness";

export const backup: Command = {
  does: "copies database and photos into a new folder, while the server runs, and checks the copy",
  takes: "--to /backups/2026-12-01",
  migrates: false,
  async run(typed, { now, migrations, print }) {
    const to = resolve(needed(typedIn(typed, { to: { type: "string" } }).to, "to"));
    if (!(await exists(config().database))) throw new Mistake(`There is no database at ${config().database}.`);
    if ((await exists(to)) && !(await isEmptyFolder(to))) throw new Mistake(`${to} holds something already. Name a new folder.`);
    const draft = `${to}.unfinished`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    try {
      const { files } = await fill(draft, now);
      const copied = join(draft, databaseName);
      const trouble = [...(await databaseTrouble(copied, migrations)), ...(await photoTrouble(copied, join(draft, photosName)))];
      const damage = trouble.filter((line) => !isBehind(line));
      await rm(to, { recursive: true, force: true });
      await rename(draft, to);
      await onDisk(dirname(to));
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      print(`${files.length} files, ${(bytes / 1_000_000).toFixed(1)} MB, in ${to}`);
      if (damage.length > 0) throw new Mistake(["The copy is made, but not all is well in it:", ...damage].join("\n  "));
      print("The copy is whole.");
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  },
};

/** The database as it is at one moment, then the photos: a photo is on disk before any row names it. The list comes last. */
async function fill(folder: string, now: string): Promise<Manifest> {
  const db = new Database(config().database, { readonly: true, fileMustExist: true, timeout: 30_000 });
  try {
    db.prepare("VACUUM INTO ?").run(join(folder, databaseName));
  } catch (error) {
    throw new Mistake(`The database can't be copied: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    db.close();
  }
  await onDisk(join(folder, databaseName));
  const photos = join(config().dataDir, photosName);
  const paths = [databaseName];
  for (const path of await filesBelow(photos)) {
    await copyForGood(join(photos, path), join(folder, photosName, path));
    paths.push(`${photosName}/${path}`);
  }
  const files = [];
  for (const path of paths) files.push(await listedAs(folder, path));
  const manifest: Manifest = { format: "kring backup 1", madeAt: now, files };
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  await onDisk(join(folder, manifestName));
  await onDisk(folder);
  return manifest;
}

async function isEmptyFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    (found) => found.length === 0,
    () => false,
  );
}
