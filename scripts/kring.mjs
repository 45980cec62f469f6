// npm run kring -- <command>: the operator's commands. They work on the same data as the server.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { built, installed, root } from "./ready.mjs";

installed();
built();
const { status } = spawnSync(process.execPath, [join(root, "build/server/kring.js"), ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(status ?? 1);
