import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { inject } from "vitest";
import { config } from "../app/platform/config.server";
import { closeReader } from "../app/platform/query.server";
import { closeWriter } from "../app/platform/transaction.server";

/** An empty, migrated SQLite file for the next test. */
export async function freshDatabase(): Promise<void> {
  closeReader();
  await closeWriter();
  const file = config().database;
  mkdirSync(dirname(file), { recursive: true });
  for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
  copyFileSync(inject("template"), file);
}
