// Brings a fresh clone to where it can run: packages installed, the server built. Needs nothing but Node itself.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command in the project's folder and stops everything when it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) {
    console.error(`\n  ${command} ${args.join(" ")} did not work (see above).\n`);
    process.exit(status ?? 1);
  }
}

/** Installs the packages of package-lock.json, unless that was done for this very lock file. */
export function installed() {
  const lock = fingerprint([join(root, "package-lock.json")]);
  const note = join(root, "node_modules/.kring-installed");
  if (existsSync(note) && readFileSync(note, "utf8") === lock) return;
  // Not `npm ci`: it refuses a lock file that lacks the packages of other platforms, which not every registry has.
  run("npm", ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"], { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" });
  writeFileSync(note, lock);
}

/**
 * Builds, unless what is built was made from these very files. Built aside and then moved into place, so that a server
 * that runs never finds half a build; the hashed files of the build before stay, since it may still ask for them.
 */
export function built() {
  const sources = ["app", "emails", "public", "prisma", "vite.config.ts", "remix.config.js", "package-lock.json"]
    .map((path) => join(root, path))
    .filter(existsSync)
    .flatMap(filesIn);
  const state = fingerprint(sources);
  const place = join(root, "build");
  const note = join(place, ".made-from");
  if (existsSync(note) && readFileSync(note, "utf8") === state) return;
  const aside = join(root, `.build-${process.pid}`);
  const before = join(root, `.build-${process.pid}-before`);
  try {
    run("npm", ["run", "build", "--silent"], { NODE_ENV: "production", KRING_BUILD: aside });
    const made = hashed.flatMap((folder) => readdirSync(join(aside, folder)).map((name) => join(folder, name)));
    writeFileSync(join(aside, ".made"), made.join("\n"));
    const madeBefore = existsSync(join(place, ".made")) ? readFileSync(join(place, ".made"), "utf8").split("\n") : [];
    for (const path of madeBefore)
      if (existsSync(join(place, path)) && !existsSync(join(aside, path))) copyFileSync(join(place, path), join(aside, path));
    writeFileSync(join(aside, ".made-from"), state);
    if (existsSync(place)) renameSync(place, before);
    renameSync(aside, place);
  } finally {
    for (const path of [aside, before]) rmSync(path, { recursive: true, force: true });
  }
}

/** Folders of the build in which a name says what is in the file. */
const hashed = ["client/assets", "server/chunks"];

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  if (path.endsWith("app/platform/prisma")) return [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function fingerprint(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}
