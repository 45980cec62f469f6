// npm run mutants [-- policy accounts forms mail platform]: plants small faults in the code, one at a time, and counts how many
// the tests notice (Stryker). Each folder is tried by the tests that are about it (vitest.mutants.config.ts). It is no part
// of npm test, so what it needs is fetched only here. What is left alive, and why: docs/mutants.md.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installed, root, run } from "./ready.mjs";

const needed = { core: "9.6.1", "vitest-runner": "9.6.1" };
const folders = ["policy", "accounts", "forms", "mail", "platform"];
const chosen = process.argv.slice(2).filter((word) => folders.includes(word));
const options = process.argv.slice(2).filter((word) => !folders.includes(word));

installed();
const missing = Object.keys(needed).filter((name) => !existsSync(join(root, "node_modules/@stryker-mutator", name)));
if (missing.length > 0)
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", ...missing.map((name) => `@stryker-mutator/${name}@${needed[name]}`)]);
run("npm", ["run", "generate", "--silent"]);

const scores = (chosen.length > 0 ? chosen : folders).map((folder) => {
  const files = ["ts", "tsx"].map((ending) => `app/${folder}/**/*.${ending}`);
  const mutate = [...files, "!app/**/*.test.*", "!app/platform/prisma/**", "!app/**/components/**"].join(",");
  const report = join("node_modules/.cache", `mutants-${folder}.json`);
  const args = ["run", "--mutate", mutate, "--incrementalFile", report, ...options];
  const { status } = spawnSync(join(root, "node_modules/.bin/stryker"), args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, KRING_MUTANTS: folder },
  });
  // It did not come to its end: what an earlier run counted says nothing of this one.
  if (status !== 0) process.exit(1);
  return [folder, ...counted(folder, JSON.parse(readFileSync(join(root, report), "utf8")))];
});
for (const [folder, killed, all] of scores)
  process.stdout.write(`${folder}: ${killed} of ${all} noticed, ${((100 * killed) / all).toFixed(1)} %\n`);
const [killed, all] = [1, 2].map((place) => scores.reduce((sum, score) => sum + score[place], 0));
process.stdout.write(`${killed} of ${all} noticed, ${((100 * killed) / all).toFixed(1)} %\n`);
process.exit(killed / all < 0.85 ? 1 : 0);

/** @returns how many faults were noticed in the folder, and how many there were */
function counted(folder, report) {
  const files = Object.entries(report.files).filter(([path]) => path.startsWith(`app/${folder}/`));
  const states = files.flatMap(([, file]) => file.mutants.map((mutant) => mutant.status));
  const noticed = states.filter((state) => state === "Killed" || state === "Timeout").length;
  return [noticed, noticed + states.filter((state) => state === "Survived" || state === "NoCoverage").length];
}
