import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Our own source files below some folders, without tests and generated ones. */
export function sourcesIn(folders: string[], pattern: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter((file) => pattern.test(file) && !/\.test\.tsx?$|platform\/prisma\//.test(file))
    .sort();
}
