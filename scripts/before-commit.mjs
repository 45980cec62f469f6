// Before each commit: types, lint, boundaries, and the unit tests that name most of what is committed. Under half a minute;
// `npm test` runs everything. `npm install` sets it up (--install): in this clone only, and not where another hook folder was chosen.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const git = (...args) => spawnSync("git", args, { cwd: root, encoding: "utf8" });
const linesOf = (text) => text.split("\n").filter(Boolean);

if (process.argv.includes("--install")) {
  const inClone = existsSync(join(root, ".git"));
  if (inClone && git("config", "core.hooksPath").stdout?.trim() === "") git("config", "core.hooksPath", ".githooks");
  process.exit(0);
}
// A commit that is being taken over (rebase) was looked at when it was made.
if (existsSync(join(git("rev-parse", "--git-dir").stdout.trim(), "rebase-merge"))) process.exit(0);

const nearest = 10;
const bin = (name) => join(root, "node_modules/.bin", name);
if (!existsSync(bin("tsc"))) {
  console.error("\n  The packages are not installed yet, so nothing is checked before this commit: npm install\n");
  process.exit(0);
}

const committed = linesOf(git("diff", "--cached", "--name-only", "--diff-filter=d").stdout);
const code = committed.filter((path) => /\.(ts|tsx|mjs|js|css|json|prisma|sql|md)$/.test(path));
if (code.length === 0) process.exit(0);
const typed = code.filter((path) => /\.(tsx?|prisma)$/.test(path));

const checks = [["lint", "biome", ["check", "--error-on-warnings", "--no-errors-on-unmatched", ...code]]];
if (typed.length > 0) {
  checks.push(["boundaries", "depcruise", ["app", "emails", "--config", ".dependency-cruiser.cjs", "--output-type", "err"]]);
  checks.push(["types", "tsc", ["-p", ".", "--incremental", "--tsBuildInfoFile", "node_modules/.cache/types.json"]]);
}
const tests = testsOf(typed);
const results = await Promise.all(checks.map(quietly));
if (results.every(Boolean) && tests.length > 0) results.push(await quietly(["tests", "vitest", ["run", "--project", "unit", ...tests]]));
process.exit(results.every(Boolean) ? 0 : 1);

/** The unit tests among what is committed, and the ten that import most of it by name: what all rooms stand on is named by nearly every test. */
function testsOf(paths) {
  const all = linesOf(git("ls-files", "*.test.ts", "*.test.tsx").stdout).filter((path) => !/^test\/(e2e|server)\//.test(path));
  const names = paths.filter((path) => !path.includes(".test.")).map((path) => `/${basename(path).replace(/\.tsx?$/, "")}"`);
  const named = (path) => {
    const text = readFileSync(join(root, path), "utf8");
    return names.filter((name) => text.includes(name)).length;
  };
  const there = all.filter((path) => existsSync(join(root, path)));
  const others = there.filter((path) => !paths.includes(path)).map((path) => ({ path, named: named(path) }));
  const asked = others.filter((one) => one.named > 0).sort((one, other) => other.named - one.named);
  if (asked.length > nearest) console.error(` … ${asked.length - nearest} more test files name this: npm test`);
  return [...there.filter((path) => paths.includes(path)), ...asked.slice(0, nearest).map(({ path }) => path)];
}

/** Runs a check, and shows what it said only when it failed. */
function quietly([name, command, args]) {
  return new Promise((done) => {
    let said = "";
    const child = spawn(bin(command), args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += part));
    child.on("exit", (status) => {
      console.error(` ${status === 0 ? "✓" : "✗"} ${name}`);
      if (status !== 0) console.error(said);
      done(status === 0);
    });
  });
}
