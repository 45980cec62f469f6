import { existsSync, readdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { config } from "~/platform/config.server";
import { query } from "~/platform/query.server";
import { removePhoto } from "./photo-files.server";

const shown = query<{ id: string }>("SELECT id FROM Photo WHERE hash = @hash LIMIT 1");

/** Removes the files of these photos, but of those that a row still shows: two circles may have the same picture. */
export async function forgetPhotos(hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) if (!shown.first({ hash })) await removePhoto(hash);
}

/** Removes files that no row shows: of a photo whose saving was broken off, of a circle whose erasing was. @param before moment in UTC; younger ones may still get a row */
export async function forgetUnusedPhotos(before: string): Promise<void> {
  if (!existsSync(photos())) return;
  for (const folder of readdirSync(photos())) {
    const place = join(photos(), folder);
    if (!statSync(place).isDirectory()) continue;
    for (const file of readdirSync(place)) {
      const hash = /^[0-9a-f]{64}(?=-)/.exec(file)?.[0];
      if (hash && !shown.first({ hash }) && statSync(join(place, file)).mtimeMs < Date.parse(before))
        await rm(join(place, file), { force: true });
    }
  }
}

const photos = () => join(config().dataDir, "photos");
