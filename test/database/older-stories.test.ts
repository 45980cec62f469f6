import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { config } from "../../app/platform/config.server";
import { migrate, migrationsIn } from "../../app/platform/migrating.server";

const all = "prisma/migrations";

it("A story from before lines went with their entry is kept: each line for whom it was, and none of what is gone", () => {
  const folder = join(config().dataDir, "older");
  const before = join(folder, "migrations");
  mkdirSync(before, { recursive: true });
  for (const name of migrationsIn(all)) {
    if (name.endsWith("closed_by_default")) break;
    cpSync(join(all, name), join(before, name), { recursive: true });
  }
  const file = join(folder, "kring.db");
  migrate(file, before);
  const db = new Database(file);
  db.exec(`INSERT INTO Entry (id, groupId, kind, audience, authorId, createdAt) VALUES ('e1', 'g', 'dream', 'everyone', 'm', '2026');
    INSERT INTO StoryLine (id, groupId, at, kind, byId, byName, entryId, audience, detail) VALUES
      ('1', 'g', '2026', 'dreamWritten', 'm', 'Jan', 'e1', 'everyone', '{"text":"Zwemmen"}'),
      ('2', 'g', '2026', 'dreamWritten', 'm', 'Jan', 'gone', 'everyone', '{"text":"Spijt"}'),
      ('3', 'g', '2026', 'personLeft', 'm', 'Jan', NULL, 'network', '{"name":"Lien"}')`);
  migrate(file, all);
  const lines = db.prepare("SELECT id, entryId, audience, detail FROM StoryLine ORDER BY id").all();
  expect(lines).toEqual([
    { id: "1", entryId: "e1", audience: "me", detail: '{"text":"Zwemmen"}' },
    { id: "3", entryId: null, audience: "network", detail: '{"name":"Lien"}' },
  ]);
  expect(db.pragma("foreign_key_check")).toEqual([]);
  db.close();
});
