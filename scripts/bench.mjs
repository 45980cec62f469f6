// npm run bench [-- --quick]: what home, plan, support and a dream that is written cost, beside a floor server that does the
// same reads and writes and sends the same bytes; whether twenty years cost more than one, and forty routes more; how pages
// fare while 32 people write; memory after many requests; a first visit in bytes; calendars that ask, and a year that is filled. Loopback only, bounded in count and time.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { feeds, measureFeeds, measureHorizon } from "../test/bench/calendar.mjs";
import { environment, seed, visitors } from "../test/bench/data.mjs";
import { withMoreRoutes } from "../test/bench/more-routes.mjs";
import { answering, ask, cpuOf, freePort, memoryOf, start, stepAside, stop } from "../test/bench/running.mjs";
import { printed } from "../test/bench/table.mjs";
import { built, root } from "./ready.mjs";
import { flags, small } from "./small.mjs";

const quick = process.argv.includes("--quick");
const size = quick
  ? { groups: 2, repeats: 3, seconds: 1, warm: 5, most: 20_000, starts: 3, many: 10_000 }
  : { groups: 10, repeats: 7, seconds: 2, warm: 3, most: 50_000, starts: 7, many: 100_000 };
const pages = { home: "", plan: "/plan", support: "/support" };
const connections = 16;
const writers = 32;

built();
const folder = mkdtempSync(join(tmpdir(), "kring-bench-"));
const children = new Set();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

console.error(`Seeding ${size.groups} groups of 20 years and ${size.groups} of 1 year …`);
seed(root, folder, 1, size.groups);
seed(root, folder, 20, size.groups);
const file = join(folder, "kring.db");
const asked = visitors(file);
const calendars = feeds(file, asked.old);
const asking = ({ groupId, cookie }, page) => ({ path: `/g/${groupId}${pages[page]}`, headers: { cookie: `kring=${cookie}` } });

console.error("Looking at each page once, to know its reads and its bytes …");
const { recorded, bytes, statements } = await look();
const pagesFile = join(folder, "pages.json");
writeFileSync(pagesFile, JSON.stringify(recorded));
const cold = await coldStarts();

console.error("Building the same with forty routes more …");
const more = withMoreRoutes(root, folder);
// One Kring holds its data alone: this one has the same in a folder of its own.
const sameData = join(folder, "same-data");
mkdirSync(sameData);
copyFileSync(file, join(sameData, "kring.db"));

const servers = {
  app: await serve([join(root, "build/server/server.js")]),
  floor: await serveFloor(),
  more: await serve([more], { DATA_DIR: sameData }),
};
stepAside();
console.error(`Measuring, ${size.repeats} times …`);
const found = await measure();
const fed = await measureFeeds(servers.app, calendars, size);
// Prisma is loaded with a first write; the many dreams of the next ones would make each page another page.
await write(servers.app, 1);
const visit = await firstVisit();
console.error(`Asking ${size.many} times more, for the memory …`);
const memory = { app: memoryOf(servers.app.child.pid), floor: memoryOf(servers.floor.child.pid) };
await askMany();
memory.later = memoryOf(servers.app.child.pid);
const writes = await measureWrites();
const crowd = await whileOthersWrite();
for (const { child } of Object.values(servers)) await end(child);
console.error("Letting fifty circles stand for a year …");
const horizon = await measureHorizon(root, folder);

const report = {
  at: new Date().toISOString(),
  quick,
  node: process.version,
  cores: cpus().length,
  connections,
  size,
  pages: {},
  memory,
  cold,
  writes,
  crowd,
  visit,
  feeds: fed,
  horizon,
};
for (const page of Object.keys(pages)) report.pages[page] = { ...found[page], bytes: bytes[page], statements: statements[page] };
mkdirSync(join(root, "build"), { recursive: true });
writeFileSync(join(root, "build/bench.json"), `${JSON.stringify(report, null, 2)}\n`);
process.stdout.write(`${printed(report)}\n`);

async function serve(args, more = {}) {
  const port = await freePort();
  const child = start([...flags, ...args], {
    ...small,
    ...environment(folder),
    ...more,
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
  });
  children.add(child);
  const { path, headers } = asking(asked.old[0], "home");
  await answering(port, path, headers);
  return { port, child };
}

async function serveFloor() {
  const port = await freePort();
  const child = start([join(root, "test/bench/floor.mjs"), file, pagesFile, String(port)]);
  children.add(child);
  const { path, headers } = asking(asked.old[0], "home");
  await answering(port, path, headers);
  return { port, child };
}

async function end(child) {
  await stop(child);
  children.delete(child);
}

/** Asks each page of each visitor, twice warm and once noted: what it read, its HTML, and its size as a browser gets it. */
async function look() {
  const notes = join(folder, "reads.jsonl");
  writeFileSync(notes, "");
  const { port, child } = await serve(["--import", join(root, "test/bench/recording.mjs"), join(root, "build/server/server.js")], {
    RECORD_TO: notes,
  });
  const [recorded, bytes, statements] = [{}, {}, {}];
  for (const page of Object.keys(pages)) {
    bytes[page] = { html: 0, gzip: 0 };
    statements[page] = 0;
    for (const visitor of [...asked.old, ...asked.young]) {
      const { path, headers } = asking(visitor, page);
      await ask(port, path, headers);
      let [read, body] = [[], null];
      // Once more when a job read something meanwhile: that is not the page's.
      for (let turn = 0; turn < 2; turn += 1) {
        writeFileSync(notes, "");
        const answer = await ask(port, path, headers);
        if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
        const lines = readFileSync(notes, "utf8").trim().split("\n");
        if (body === null || lines.length < read.length) read = lines.map((line) => JSON.parse(line));
        body = answer.body;
      }
      recorded[`${path} ${visitor.cookie}`] = { statements: read, html: body.toString() };
      statements[page] = Math.max(statements[page], read.length);
      const zipped = await ask(port, path, { ...headers, "accept-encoding": "gzip" });
      bytes[page].html = Math.max(bytes[page].html, body.length);
      bytes[page].gzip = Math.max(bytes[page].gzip, zipped.body.length);
    }
  }
  await end(child);
  return { recorded, bytes, statements };
}

/** From starting the server to its first page, and `node -e 0` beside it, by turns. Milliseconds. */
async function coldStarts() {
  const times = { app: [], node: [] };
  for (let turn = 0; turn < size.starts; turn += 1) {
    let begun = performance.now();
    await new Promise((done) => start(["-e", "0"]).once("exit", done));
    times.node.push(performance.now() - begun);
    begun = performance.now();
    const { child } = await serve([join(root, "build/server/server.js")]);
    times.app.push(performance.now() - begun);
    await end(child);
  }
  return times;
}

/** Every page by turns on the app with old groups, with young ones, and on the floor with old ones. */
async function measure() {
  const ways = [
    { name: "app", server: servers.app, visitors: asked.old },
    { name: "floor", server: servers.floor, visitors: asked.old },
    { name: "young", server: servers.app, visitors: asked.young },
    { name: "more", server: servers.more, visitors: asked.old },
  ];
  const found = {};
  for (const page of Object.keys(pages)) {
    found[page] = { app: [], floor: [], young: [], more: [] };
    for (const way of ways) await fire(way, page, size.warm);
  }
  for (let turn = 0; turn < size.repeats; turn += 1)
    for (const page of Object.keys(pages))
      for (const way of [...ways.slice(turn % ways.length), ...ways.slice(0, turn % ways.length)])
        found[page][way.name].push(await fire(way, page, size.seconds));
  return found;
}

/** Asks a page of all visitors in turn for so many seconds. @returns requests a second, and the server's CPU milliseconds for each */
async function fire({ server, visitors }, page, duration) {
  const requests = visitors.map((visitor) => ({ method: "GET", ...asking(visitor, page) }));
  const before = cpuOf(server.child.pid);
  const url = `http://127.0.0.1:${server.port}`;
  const result = await autocannon({ url, connections, duration, requests, maxOverallRequests: size.most, timeout: 10 });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${page}: ${result.non2xx} refused, ${result.errors} failed`);
  if (result.requests.total === 0) throw new Error(`${page} gave nothing in ${duration} s: this machine is too busy to measure on`);
  const cpu = before === null ? null : (cpuOf(server.child.pid) - before) / result.requests.total;
  return { perSecond: result.requests.total / result.duration, cpu };
}

/** Dreams that are written, by turns on the app, on the floor and with more routes. */
async function measureWrites() {
  const found = { app: [], floor: [], more: [] };
  // What the first write needs is loaded, and what is written often compiled.
  for (const name of Object.keys(found)) await write(servers[name], size.warm);
  for (let turn = 0; turn < size.repeats; turn += 1)
    for (const name of Object.keys(found)) {
      const before = cpuOf(servers[name].child.pid);
      const { requests, duration } = await write(servers[name], size.seconds);
      const cpu = before === null ? null : (cpuOf(servers[name].child.pid) - before) / requests.total;
      found[name].push({ perSecond: requests.total / duration, cpu });
    }
  return found;
}

/** Has 32 people write dreams for so many seconds. */
async function write({ port }, duration) {
  const requests = asked.old
    .filter((visitor) => visitor.central)
    .map(({ groupId, cookie }) => ({
      method: "POST",
      path: `/g/${groupId}/plan/dreams/new`,
      headers: { cookie: `kring=${cookie}`, "content-type": "application/x-www-form-urlencoded" },
      body: "text=Een+keer+naar+zee&audience=network",
    }));
  const result = await autocannon({ url: `http://127.0.0.1:${port}`, connections: writers, duration, requests, timeout: 20 });
  if (result["3xx"] !== result.requests.total || result.errors > 0) throw new Error("a dream was not taken in");
  return result;
}

/** Home, asked by four people while 32 write. Milliseconds. */
async function whileOthersWrite() {
  const requests = asked.young.map((visitor) => ({ method: "GET", ...asking(visitor, "home") }));
  const url = `http://127.0.0.1:${servers.app.port}`;
  const seconds = 3 * size.seconds;
  const [{ latency }, written] = await Promise.all([
    autocannon({ url, connections: 4, duration: seconds, requests, timeout: 20 }),
    write(servers.app, seconds),
  ]);
  return { p50: latency.p50, p99: latency.p99, max: latency.max, writesPerSecond: written.requests.total / written.duration };
}

/** What somebody's browser fetches who was never here: the page at the door, the look, the letters. Bytes as they go over the wire. */
async function firstVisit() {
  const accept = { "accept-encoding": "gzip, deflate, br" };
  const { body } = await ask(servers.app.port, "/");
  const addresses = [...body.toString().matchAll(/<link rel="(?:stylesheet|preload)" href="([^"]+)"/g)].map(([, address]) => address);
  const sizes = await Promise.all(["/", ...addresses].map(async (path) => (await ask(servers.app.port, path, accept)).body.length));
  return sizes.reduce((sum, one) => sum + one, 0);
}

async function askMany() {
  const requests = asked.old.flatMap((visitor) => Object.keys(pages).map((page) => ({ method: "GET", ...asking(visitor, page) })));
  await autocannon({ url: `http://127.0.0.1:${servers.app.port}`, connections, amount: size.many, requests, timeout: 20 });
}
