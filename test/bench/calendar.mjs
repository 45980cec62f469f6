// What calendars cost: the feed of a circle of twenty years, whole and when nothing changed; and eighteen months of gatherings for fifty circles.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import Database from "better-sqlite3";
import { build } from "vite";
import { environment, seed } from "./data.mjs";
import { ask, cpuOf } from "./running.mjs";

/** Gives the central person of each old group a link for a calendar. @returns their paths */
export function feeds(file, visitors) {
  const db = new Database(file, { timeout: 10_000 });
  const accountOf = db.prepare("SELECT accountId FROM Session WHERE id = ?").pluck();
  const insert = db.prepare("INSERT INTO Feed (id, accountId, groupId, tokenHash, named, createdAt) VALUES (?, ?, ?, ?, 0, ?)");
  const hash = (text) => createHash("sha256").update(text).digest("hex");
  const paths = visitors
    .filter(({ central }) => central)
    .map(({ groupId, cookie }, place) => {
      const token = `bench${String(place).padStart(38, "0")}`;
      insert.run(`01BENCH${String(place).padStart(19, "0")}`, accountOf.get(hash(cookie)), groupId, hash(token), new Date().toISOString());
      return `/calendar/${token}.ics`;
    });
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  return paths;
}

/** Asks for every feed, again and again, for so many seconds at a time: whole, and with what a calendar has already. */
export async function measureFeeds({ child, port }, paths, { repeats, seconds }) {
  const first = await Promise.all(paths.map((path) => ask(port, path)));
  const found = {
    bytes: Math.max(...first.map(({ body }) => body.length)),
    events: Math.max(...first.map(({ body }) => body.toString().match(/BEGIN:VEVENT/g)?.length ?? 0)),
    whole: [],
    unchanged: [],
  };
  for (let turn = 0; turn < repeats; turn += 1)
    for (const way of ["whole", "unchanged"]) {
      const requests = paths.map((path, place) => ({
        ...{ method: "GET", path },
        headers: way === "unchanged" ? { "if-none-match": first[place].headers.etag } : {},
      }));
      const before = cpuOf(child.pid);
      const result = await autocannon({ url: `http://127.0.0.1:${port}`, connections: 4, duration: seconds, requests, timeout: 10 });
      const right = way === "whole" ? result["2xx"] : result["3xx"];
      if (right !== result.requests.total || right === 0) throw new Error(`feeds, ${way}: ${right} of ${result.requests.total} right`);
      const cpu = before === null ? null : (cpuOf(child.pid) - before) / right;
      found[way].push({ perSecond: right / result.duration, cpu, p99: result.latency.p99 });
    }
  return found;
}

/** Lets fifty circles stand for eighteen months, in a database of their own. */
export async function measureHorizon(root, folder) {
  const own = join(folder, "horizon");
  mkdirSync(own);
  seed(root, own, 1, 50);
  const outDir = join(root, "node_modules/.bench-filling");
  await build({
    ...{ configFile: false, logLevel: "error", resolve: { alias: { "~": join(root, "app") } }, ssr: { noExternal: ["rrule"] } },
    build: { ssr: join(root, "test/bench/filling.ts"), outDir, emptyOutDir: true, minify: false, target: "node20" },
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(outDir, "filling.js")], {
    env: { ...process.env, ...environment(own), LOG_LEVEL: "silent" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the horizon could not be filled:\n${stderr}`);
  const found = JSON.parse(stdout);
  if (found.gatherings === 0) throw new Error("no gathering was made: the horizon was not filled");
  return found;
}
