// npm test: installs what it needs, then runs everything, and ends with one line "N passed, N failed".
// Each check outside Vitest (types, lint, …) counts as one test. `npm test -- --only unit,types` runs some of them.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built, installed, root, run } from "./ready.mjs";

const only = process.argv.find((_arg, index) => process.argv[index - 1] === "--only")?.split(",");
const wanted = (name) => !only || only.includes(name);

installed();
chromium();
run("npm", ["run", "generate", "--silent"]);

const scratch = mkdtempSync(join(tmpdir(), "kring-results-"));
let passed = 0;
let failed = 0;

const bin = (name) => join(root, "node_modules/.bin", name);
const checks = [
  ["types", bin("tsc"), ["-p", "."]],
  ["lint", bin("biome"), ["check", "--error-on-warnings", "."]],
  ["boundaries", bin("depcruise"), ["app", "emails", "--config", ".dependency-cruiser.cjs", "--output-type", "err"]],
  ["unused", bin("knip"), []],
  ["migrations", process.execPath, ["scripts/migration.mjs", "--check"]],
];
for (const [name, command, args] of checks) {
  if (!wanted(name)) continue;
  const { code, output } = await quietly(command, args);
  say(code === 0, name);
  if (code === 0) passed += 1;
  else {
    failed += 1;
    process.stdout.write(`${output}\n`);
  }
}
if (wanted("unit")) await vitest("unit");
for (const project of ["server", "browser"]) {
  if (!wanted(project)) continue;
  built();
  await vitest(project);
}
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 ? 1 : 0);

/** Runs one of Vitest's projects and adds its counts. A file that could not run at all counts as a failure. */
async function vitest(project) {
  const report = join(scratch, `${project}.json`);
  const args = ["run", "--project", project, "--reporter", "default", "--reporter", "json", "--outputFile.json", report];
  const code = await new Promise((done) =>
    spawn(bin("vitest"), args, { cwd: root, stdio: "inherit" }).on("exit", (status) => done(status ?? 1)),
  );
  if (!existsSync(report)) {
    failed += 1;
    return;
  }
  const results = JSON.parse(readFileSync(report, "utf8"));
  passed += results.numPassedTests;
  const broken = results.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  const failures = results.numFailedTests + broken;
  failed += failures === 0 && code !== 0 ? 1 : failures;
}

function quietly(command, args) {
  return new Promise((done) => {
    let output = "";
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("exit", (code) => done({ code: code ?? 1, output }));
  });
}

function say(good, name) {
  process.stdout.write(` ${good ? "✓" : "✗"} ${name}\n`);
}

/** The browser tests need Debian's Chromium: installed when we may, else the command to do it is named. */
function chromium() {
  if (!wanted("browser") || existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium")) return;
  if (process.getuid?.() !== 0 || spawnSync("which", ["apt-get"]).status !== 0) {
    console.error("\n  The browser tests need Chromium: sudo apt-get install -y chromium (or set CHROMIUM to its path).\n");
    process.exit(1);
  }
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "chromium"], { DEBIAN_FRONTEND: "noninteractive" });
}
