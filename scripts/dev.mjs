// npm run dev: serves what stands in app/ in development mode, without building. What is saved is there at the next look: the
// server in this process starts again with the files that changed. With --demo: with Jan's circle, in data/demo.
import { existsSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { installed, root, run } from "./ready.mjs";

process.umask(0o077);
process.env.NODE_ENV = "development";
installed();
const schema = join(root, "prisma/schema.prisma");
const client = join(root, "app/platform/prisma");
const generate = () => run("npm", ["run", "generate", "--silent"]);
if (!existsSync(client) || statSync(client).mtimeMs < statSync(schema).mtimeMs) generate();
if (process.argv.includes("--demo")) {
  process.env.KRING_DEMO = "1";
  process.env.DATA_DIR ??= join(root, "data/demo");
}

const { createServer, createServerModuleRunner } = await import("vite");
const vite = await createServer({
  root,
  appType: "custom",
  clearScreen: false,
  logLevel: "error",
  server: { middlewareMode: true, ws: false, hmr: false },
});
const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
let stop = null;
let turn = Promise.resolve();
const again = () => {
  turn = turn.then(begin);
};

async function begin() {
  const start = performance.now();
  try {
    await stop?.(200);
    stop = null;
    runner.clearCache();
    const app = await runner.import("/app/entry.dev.ts");
    stop = await app.begin((req, res, next) => vite.middlewares(req, res, next), root);
    if (process.env.KRING_DEMO === "1") await (await runner.import("/app/seeding/demo.server.ts")).seedDemo(new Date().toISOString());
    console.error(`  (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    vite.ssrFixStacktrace(error);
    console.error(error);
  }
}

let soon;
vite.watcher.on("all", (_, path) => {
  const where = relative(root, path);
  if (!/^(app|emails|public)\//.test(where) && where !== "prisma/schema.prisma") return;
  if (where.startsWith("app/platform/prisma/") || /\.test\.tsx?$/.test(where)) return;
  if (where === "prisma/schema.prisma") generate();
  clearTimeout(soon);
  soon = setTimeout(again, 50);
});
again();
for (const signal of ["SIGTERM", "SIGINT"])
  process.on(signal, async () => {
    await stop?.(200);
    process.exit(0);
  });
