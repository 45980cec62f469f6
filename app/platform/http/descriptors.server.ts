import { readFileSync } from "node:fs";

/** Where the system doesn't say how many files a process may have open: what most give it. */
const usual = 1024;

/**
 * How many connections visitors may hold at once: half of what this process may have open, so that the database, the
 * photos and the mails always find a descriptor.
 */
export function mostConnections(): number {
  return Math.max(16, Math.min(Math.floor(openFiles() / 2), 10_000));
}

function openFiles(): number {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
    return limit ? Number(limit) : usual;
  } catch {
    return usual;
  }
}
