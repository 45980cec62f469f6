import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { config } from "../app/platform/config.server";

const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: "utf8" });

/** A folder that is a disk of its own, of so many MB. */
export interface Disk {
  folder: string;
  /** Makes it larger or smaller. */
  resize(megabytes: number): void;
  close(): void;
}

/** @throws where no disk may be mounted: ask `mayMount` first */
export function disk(megabytes: number, folder = mkdtempSync(join(tmpdir(), "kring-disk-"))): Disk {
  must(run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, "tmpfs", folder));
  return {
    folder,
    resize: (size) => must(run("mount", "-o", `remount,size=${size}m`, folder)),
    close() {
      must(run("umount", "-l", folder));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a folder read-only, for the superuser too. @returns how to undo it */
export function readOnly(folder: string): () => void {
  must(run("mount", "--bind", folder, folder));
  must(run("mount", "-o", "remount,bind,ro", folder));
  return () => must(run("umount", "-l", folder));
}

/** Says that whoever asks may mount disks; if not, tests that need it are skipped, and their names say why. */
export const mayMount = (() => {
  try {
    disk(1).close();
    return true;
  } catch {
    return false;
  }
})();
export const needsMount = mayMount ? "" : " (skipped: mounting a small disk is not allowed here)";

function must({ status, stderr, error }: ReturnType<typeof run>): void {
  if (status !== 0) throw error ?? new Error(stderr);
}

/** Another program takes the database for itself. @returns how it lets go */
export function locked(how: "IMMEDIATE" | "EXCLUSIVE"): () => void {
  const other = new Database(config().database);
  other.exec(`BEGIN ${how}`);
  return () => {
    other.exec("COMMIT");
    other.close();
  };
}
