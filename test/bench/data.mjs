// The database that is measured: groups of one year and of twenty, with a way in for two people of each.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";

/** What the measured programs see of the environment: their own folder, and nothing of a database or mail server that is set outside. */
export const environment = (folder) => ({
  ...{ NODE_ENV: "production", DATA_DIR: folder, DATABASE_URL: "", SMTP_URL: "", KRING_DEMO: "", LOG_LEVEL: "info" },
  ...{ HOST: "127.0.0.1", APP_URL: "http://127.0.0.1:3000" },
});

/** Seeds groups with lives in them, through the operator's command. */
export function seed(root, folder, years, groups) {
  const args = [join(root, "build/server/kring.js"), "seed", "--years", String(years), "--groups", String(groups), "--random", "1"];
  const { status, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, ...environment(folder) }, encoding: "utf8" });
  if (status !== 0) throw new Error(`seeding did not work:\n${stderr}`);
}

/**
 * Opens a session for the central person and one other member of each group.
 * @returns for young and for old groups, whom to ask as: { groupId, cookie, central }
 */
export function visitors(file) {
  const db = new Database(file, { timeout: 10_000 });
  const now = new Date();
  const expires = new Date(now.getTime() + 170 * 86_400_000).toISOString();
  const people = db
    .prepare(
      `SELECT m.accountId, m.groupId, g.createdAt, row_number() OVER (PARTITION BY m.groupId ORDER BY s.role <> 'central', m.id) AS turn
       FROM Member m JOIN Membership s ON s.memberId = m.id AND s.until IS NULL JOIN "Group" g ON g.id = m.groupId
       WHERE m.accountId IS NOT NULL AND s.role IN ('central', 'member')`,
    )
    .all()
    .filter((one) => one.turn <= 2);
  const insert = db.prepare("INSERT INTO Session (id, accountId, createdAt, expiresAt, device) VALUES (?, ?, ?, ?, 'bench')");
  const young = new Date(now.getTime() - 5 * 365 * 86_400_000).toISOString();
  const asked = { young: [], old: [] };
  for (const [index, { accountId, groupId, createdAt, turn }] of people.entries()) {
    const cookie = `bench${String(index).padStart(40, "0")}`;
    insert.run(createHash("sha256").update(cookie).digest("hex"), accountId, now.toISOString(), expires);
    asked[createdAt > young ? "young" : "old"].push({ groupId, cookie, central: turn === 1 });
  }
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  return asked;
}
