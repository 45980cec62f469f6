// npm start: installs, builds, migrates and serves. npm run demo: the same with Jan's circle, in a folder of its own.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { built, installed, root, run } from "./ready.mjs";
import { flags, small } from "./small.mjs";

const demo = process.argv.includes("--demo");
installed();
built();

const env = { ...small, ...process.env, NODE_ENV: process.env.NODE_ENV ?? "production" };
if (demo) {
  env.KRING_DEMO = "1";
  env.DATA_DIR ??= join(root, "data/demo");
  run(process.execPath, [join(root, "build/server/kring.js"), "seed", "--demo"], env);
}
const server = spawn(process.execPath, [...flags, join(root, "build/server/server.js")], { cwd: root, env, stdio: "inherit" });
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
