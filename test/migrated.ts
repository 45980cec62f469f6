import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate, migrationsIn } from "../app/platform/migrating.server";

declare module "vitest" {
  interface ProvidedContext {
    template: string;
  }
}

/** Migrates one database, to be copied for each test; made anew when any migration has changed, or goes by another name. */
export default function setup(project: TestProject): void {
  const folder = join(import.meta.dirname, "../prisma/migrations");
  const hash = createHash("sha256");
  for (const name of migrationsIn(folder)) hash.update(name).update(readFileSync(join(folder, name, "migration.sql")));
  const template = join(tmpdir(), `kring-template-${hash.digest("hex").slice(0, 16)}.db`);
  if (!existsSync(template)) {
    const draft = `${template}.${process.pid}`;
    migrate(draft, folder);
    renameSync(draft, template);
  }
  project.provide("template", template);
}
