import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Removes what was kept beside a database or a folder of photos before it was migrated or restored over
 * (`kring.db.before-…`), once it is old: what was erased since must not live on in it.
 * @param before moment in UTC; what was put aside before it goes
 */
export function forgetCopies(path: string, before: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.before-`)))
    if (statSync(join(folder, name)).ctimeMs < Date.parse(before)) rmSync(join(folder, name), { recursive: true, force: true });
}
