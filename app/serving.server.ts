import { join } from "node:path";
import type { ServerBuild } from "@remix-run/server-runtime";
import { answersOf } from "./answers.server";
import { startJobs } from "./jobs.server";
import { config } from "./platform/config.server";
import { holdData, keepToOwner } from "./platform/holding-data.server";
import { type Files, listening } from "./platform/http/listening.server";
import { open } from "./platform/http/opening.server";
import { log } from "./platform/log.server";
import { migrate } from "./platform/migrating.server";
import { Mistake } from "./platform/mistake";
import { closeReader } from "./platform/query.server";
import { closeWriter } from "./platform/transaction.server";

/**
 * Serves a build. In this order, so that a start that fails changes nothing: the data is ours, the port is ours, only then the database.
 * @param files what answers for the files that pages need
 * @param root the folder of the project
 * @returns how to stop, once what runs has ended; after `patience` milliseconds visitors that still hold a connection are let go
 * @throws Mistake, in words for the operator
 */
export async function serve(build: ServerBuild, files: Files, root: string): Promise<(patience: number) => Promise<void>> {
  const { database, dataDir, port, host, appUrl, demo, trustedProxies } = config();
  const server = listening({ files, ...answersOf(build) });
  const letGo = holdData(database, 2_000);
  if (!letGo) throw new Mistake(`Another Kring works on ${database}. Stop it first, or choose another DATA_DIR.`);
  let migrated: string[];
  try {
    await open(server, port, host);
    migrated = migrate(database, join(root, "prisma/migrations"));
    keepToOwner(database, join(dataDir, "photos"));
  } catch (error) {
    // While developing this process goes on, and tries again.
    server.close();
    letGo();
    throw error;
  }
  if (migrated.length > 0) log.info({ migrated }, "database brought to its newest shape");
  if (appUrl.startsWith("https:") && trustedProxies === 0)
    log.warn("APP_URL is https and TRUSTED_PROXIES is 0: behind a proxy, all visitors count as one for the limits on trying");
  log.info({ address: appUrl, port, host }, "ready");
  // For the person at the terminal; the rest of the output is for machines.
  process.stdout.write(`\n  Kring is ready: ${appUrl}\n${demo ? "  With Jan's circle to look around in.\n" : ""}\n`);
  const stopJobs = startJobs();
  return async (patience) => {
    const closed = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    const hurry = setTimeout(() => server.closeAllConnections(), patience);
    await stopJobs();
    await closed;
    clearTimeout(hurry);
    await closeWriter();
    closeReader();
    letGo();
  };
}
