import { join } from "node:path";
import * as build from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/server-runtime";
import { config } from "./platform/config.server";
import { assetsIn } from "./platform/http/assets.server";
import { log } from "./platform/log.server";
import { mistakeOf } from "./platform/mistake";
import { serve } from "./serving.server";

process.umask(0o077);
const root = join(import.meta.dirname, "../..");
const { files, count, bytes } = assetsIn(join(root, "build/client"));
log.info({ count, bytes }, "assets read");

const started = serve(build as unknown as ServerBuild, files, root).catch((error: unknown) => {
  const mistake = mistakeOf(error, config().database);
  if (!mistake) throw error;
  process.stderr.write(`\n  ${mistake.message}\n\n`);
  process.exit(1);
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 8_000).unref();
  await (await started)(7_000);
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
await started;
