import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { config } from "~/platform/config.server";
import { log } from "~/platform/log.server";
import { NotNow, Refusal } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import { storageTrouble } from "~/platform/storage-trouble";

/** Pixels of a side: large on a person's own page, small everywhere else. */
const sides = { large: 640, small: 192 } as const;
export type PhotoSize = keyof typeof sides;

/** Bytes that a picture may have as it arrives, and pixels that it may unfold to: a phone makes 12 to 50 million. */
const mostBytes = 15 * 1024 * 1024;
const mostPixels = 60_000_000;

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Whether it begins as a JPEG, PNG, WebP or AVIF does. Nothing else (SVG, PDF, GIF) ever reaches a decoder. */
function isPhoto(bytes: Buffer): boolean {
  const text = (from: number, to: number) => bytes.toString("latin1", from, to);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return true;
  if (bytes.subarray(0, 8).equals(png)) return true;
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return true;
  return /^ftyp(avif|heic|heix|mif1)$/.test(text(4, 12));
}

/**
 * Makes a square photo of a picture that somebody sent, in two sizes, turned upright and without anything that the
 * camera wrote in it (place, time, owner), and puts it on disk for good.
 * @returns the name of the photo: the hash of what it shows
 * @throws Refusal at the field `photo` when it is no picture, or too big; NotNow when the disk takes nothing
 */
export async function savePhoto(bytes: Buffer): Promise<string> {
  if (bytes.length === 0) throw new Refusal({ key: "circle.photoMissing" }, "photo");
  if (bytes.length > mostBytes) throw new Refusal({ key: "circle.photoTooBig" }, "photo");
  if (!isPhoto(bytes)) throw new Refusal({ key: "circle.photoWrong" }, "photo");
  const [large, small] = await squares(bytes);
  const hash = createHash("sha256").update(large).digest("hex");
  try {
    await store(fileOf(hash, "large"), large);
    await store(fileOf(hash, "small"), small);
  } catch (error) {
    if (!storageTrouble(error)) throw error;
    log.error({ error }, "the photo can't be written");
    throw new NotNow({ key: "refusal.cannotSave" });
  }
  return hash;
}

/** The file of a photo. @returns null when it is not on this disk */
export async function readPhoto(hash: string, size: PhotoSize): Promise<Buffer | null> {
  try {
    return await readFile(fileOf(hash, size));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw storageTrouble(error) ? new NotNow({ key: "refusal.cannotRead" }, String(error)) : error;
  }
}

/** Removes the files of a photo; those that are not there are gone already. */
export async function removePhoto(hash: string): Promise<void> {
  for (const size of Object.keys(sides) as PhotoSize[]) await rm(fileOf(hash, size), { force: true });
}

function fileOf(hash: string, size: PhotoSize): string {
  return join(config().dataDir, "photos", photoPath(hash, size));
}

/** Where a photo lies in the folder of photos, here or in a backup. */
export function photoPath(hash: string, size: PhotoSize): string {
  return join(hash.slice(0, 2), `${hash}-${sides[size]}.webp`);
}

/** sharp costs a cold start, so it is loaded with the first photo. */
async function squares(bytes: Buffer): Promise<[Buffer, Buffer]> {
  const { default: sharp } = await import("sharp");
  const square = (picture: Buffer, side: number) =>
    sharp(picture, { limitInputPixels: mostPixels, failOn: "error" })
      .autoOrient()
      .resize(side, side, { fit: "cover", position: "attention" })
      .flatten({ background: "#ffffff" })
      .webp({ quality: 82 })
      .toBuffer();
  try {
    const large = await square(bytes, sides.large);
    return [large, await square(large, sides.small)];
  } catch (error) {
    const tooBig = error instanceof Error && /pixel limit/.test(error.message);
    throw new Refusal({ key: tooBig ? "circle.photoTooBig" : "circle.photoWrong" }, "photo", String(error));
  }
}

/** Written aside, flushed, then moved into place: a file under its name is always whole. */
async function store(path: string, bytes: Buffer): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${newId()}.part`;
  const file = await open(draft, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const directory = await open(folder, "r");
  await directory.sync().finally(() => directory.close());
}
