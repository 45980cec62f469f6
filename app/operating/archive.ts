import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { Mistake } from "~/platform/mistake";

/** The database in a backup, the folder of its photos, and the list of both. */
export const databaseName = "kring.db";
export const photosName = "photos";
export const manifestName = "manifest.json";

const file = z.object({
  path: z.string().regex(/^(kring\.db|photos(\/[A-Za-z0-9_-][\w.-]*)+)$/),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const manifest = z.object({ format: z.literal("kring backup 1"), madeAt: z.string(), files: z.array(file).min(1) });

export type Manifest = z.infer<typeof manifest>;
type Listed = Manifest["files"][number];

/** @throws Mistake when the folder holds no backup, or one that was not finished */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), "utf8");
  } catch {
    throw new Mistake(`There is no finished backup in ${folder}: ${manifestName} is missing.`);
  }
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    throw new Mistake(`${join(folder, manifestName)} is damaged: it is not the list of a backup.`);
  }
}

/** What is wrong with the files of a backup, in words; none when each is there with the size and hash that its list says. */
export async function archiveTrouble(folder: string, { files }: Manifest): Promise<string[]> {
  const trouble: string[] = [];
  if (!files.some(({ path }) => path === databaseName)) trouble.push(`${databaseName} is not in the list`);
  for (const { path, bytes, sha256 } of files) {
    const now = await sized(join(folder, path));
    if (!now) trouble.push(`${path} is missing`);
    else if (now.bytes !== bytes) trouble.push(`${path} has ${now.bytes} bytes and not ${bytes}`);
    else if (now.sha256 !== sha256) trouble.push(`${path} is damaged: its SHA-256 is not the one in the list`);
  }
  return trouble;
}

/** A file as a backup lists it. */
export async function listedAs(folder: string, path: string): Promise<Listed> {
  const found = await sized(join(folder, path));
  if (!found) throw new Error(`${path} is not there`);
  return { path, ...found };
}

/** Size and SHA-256 of a file; null when it is not there. */
export async function sized(path: string): Promise<{ bytes: number; sha256: string } | null> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** The files below a folder, as paths in it with forward slashes; half-written ones and a folder that is not there are left out. */
export async function filesBelow(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const whole = found.filter((entry) => entry.isFile() && !entry.name.endsWith(".part"));
    return whole.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Copies a file and waits until it is on the disk. */
export async function copyForGood(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  await onDisk(to);
}

/** Waits until a file, or the list of files of a folder, is on the disk. */
export async function onDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
