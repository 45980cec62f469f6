import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import * as build from "virtual:remix/server-build";
import type { AppLoadContext, ServerBuild } from "@remix-run/server-runtime";
import { whoHolds } from "./accounts/sessions.server";
import { drawing } from "./drawing.server";
import { languageOf } from "./i18n/text";
import { startJobs } from "./jobs.server";
import { now } from "./platform/clock.server";
import { config } from "./platform/config.server";
import { holdData, keepToOwner } from "./platform/holding-data.server";
import { assetsIn } from "./platform/http/assets.server";
import { cookieIn } from "./platform/http/cookie.server";
import { fromThisMachine, networkAddress } from "./platform/http/guarding.server";
import { listening, type Page } from "./platform/http/listening.server";
import { open } from "./platform/http/opening.server";
import { routeTable, shapeOf } from "./platform/http/route-table";
import { log } from "./platform/log.server";
import { migrate } from "./platform/migrating.server";
import { Mistake, mistakeOf } from "./platform/mistake";
import { closeReader, readStatements } from "./platform/query.server";
import { NotNow, Refusal } from "./platform/refusal";
import { closeWriter, writeStatements } from "./platform/transaction.server";
import { refusedPage, refusedWords } from "./refused-page.server";

process.umask(0o077);
const settings = config();
const root = join(import.meta.dirname, "../..");

const { routes, assets: built } = build as unknown as ServerBuild;
const { draw, handle } = drawing(build as unknown as ServerBuild);
const { files, count, bytes } = assetsIn(join(root, "build/client"));
log.info({ count, bytes }, "assets read");
const styles = built.routes.root?.css ?? [];
const languageAsked = ({ headers }: IncomingMessage) => languageOf(cookieIn(headers.cookie, "language") ?? headers["accept-language"]);

/** One request, with what is to be known of who asks. What refuses outside a form gets a page of its own. */
async function answer(request: Request, req: IncomingMessage) {
  const setCookies: string[] = [];
  let language = languageAsked(req);
  const before = readStatements() + writeStatements();
  try {
    const { person, sessionId, setCookie } = await whoHolds(req.headers.cookie);
    if (setCookie) setCookies.push(setCookie);
    language = person?.language ?? language;
    const context: AppLoadContext = {
      person,
      sessionId,
      now: now(),
      language,
      address: networkAddress(req),
      here: fromThisMachine(req),
      device: req.headers["user-agent"] ?? "",
      setCookie: (header) => setCookies.push(header),
      refused: null,
    };
    const page = await draw(request, context);
    const answer = page === null ? await handle(request, context) : pageOf(page);
    if (context.refused) throw context.refused;
    if (settings.development) answer.headers.set("x-kring-statements", String(readStatements() + writeStatements() - before));
    if (settings.development && page !== null) answer.headers.set("x-kring-drawn", "directly");
    return { answer, setCookies };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error instanceof NotNow) log.warn({ reason: error.message }, "not now");
    return { answer: pageOf(refusedPage(language, error.words, styles), error.status), setCookies };
  }
}

function pageOf(body: string, status = 200): Page {
  return { status, headers: new Headers({ "content-type": "text/html; charset=utf-8" }), body };
}

const shapes = routeTable(
  Object.values(routes).flatMap(({ index, path }) => (index ? [{ path: "" }] : path && path !== "*" ? [{ path }] : [])),
);
const server = listening({
  files,
  answer,
  refusal: (req, status) => refusedPage(languageAsked(req), { key: refusedWords[status] }, styles),
  shape: (address) => shapeOf(shapes(address)),
});

/** In this order, so that a start that fails changes nothing: the data is ours, the port is ours, only then the database. */
async function start(): Promise<void> {
  const { database, dataDir, port, host, appUrl, demo, trustedProxies } = settings;
  if (!holdData(database, 2_000)) throw new Mistake(`Another Kring works on ${database}. Stop it first, or choose another DATA_DIR.`);
  await open(server, port, host);
  const migrated = migrate(database, join(root, "prisma/migrations"));
  keepToOwner(database, join(dataDir, "photos"));
  if (migrated.length > 0) log.info({ migrated }, "database brought to its newest shape");
  if (appUrl.startsWith("https:") && trustedProxies === 0)
    log.warn("APP_URL is https and TRUSTED_PROXIES is 0: behind a proxy, all visitors count as one for the limits on trying");
  log.info({ address: appUrl, port, host }, "ready");
  // For the person at the terminal; the rest of the output is for machines.
  process.stdout.write(`\n  Kring is ready: ${appUrl}\n${demo ? "  With Jan's circle to look around in.\n" : ""}\n`);
}

try {
  await start();
} catch (error) {
  const mistake = mistakeOf(error, settings.database);
  if (!mistake) throw error;
  process.stderr.write(`\n  ${mistake.message}\n\n`);
  process.exit(1);
}
const stopJobs = startJobs();

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const hurry = setTimeout(() => process.exit(0), 8_000);
  hurry.unref();
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  await stopJobs();
  await closed;
  await closeWriter();
  closeReader();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
