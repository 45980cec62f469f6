// npm run mutants: plants small faults in the code, one at a time, and counts how many the tests notice (Stryker).
// It is no part of npm test, so what it needs is fetched only here. `npm run mutants -- --mutate "app/policy/*.ts"` tries some.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installed, root, run } from "./ready.mjs";

const needed = { core: "9.6.1", "vitest-runner": "9.6.1" };

installed();
const missing = Object.keys(needed).filter((name) => !existsSync(join(root, "node_modules/@stryker-mutator", name)));
if (missing.length > 0)
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", ...missing.map((name) => `@stryker-mutator/${name}@${needed[name]}`)]);
run("npm", ["run", "generate", "--silent"]);
run(join(root, "node_modules/.bin/stryker"), ["run", ...process.argv.slice(2)]);
