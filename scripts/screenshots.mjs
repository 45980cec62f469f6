// npm run screenshots [-- home plan]: photographs the pages of the demo, phone and laptop, light and dark, into screenshots/.
// With --readme also the two small pictures of the README.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { built, installed, root, run } from "./ready.mjs";

const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const forReadme = process.argv.includes("--readme");
const sizes = { phone: { width: 360, height: 740 }, laptop: { width: 1280, height: 800 } };
const schemes = ["light", "dark"];

/** Who looks at what. An address begins after the circle's own, or the organisation's, unless it begins with a slash. */
const pages = {
  welcome: { who: null, at: "/" },
  "sign-in": { who: null, at: "/sign-in" },
  "my-circles": { who: "jan", at: "/me" },
  "circle-new": { who: "jan", at: "/groups/new" },
  home: { who: "jan", at: "" },
  "home-facilitator": { who: "mia", at: "" },
  circle: { who: "jan", at: "circle" },
  "circle-add": { who: "jan", at: "circle/add" },
  gatherings: { who: "mia", at: "gatherings" },
  "series-new": { who: "mia", at: "gatherings/series/new" },
  plan: { who: "jan", at: "plan" },
  "dream-new": { who: "jan", at: "plan/dreams/new" },
  support: { who: "jan", at: "support" },
  settings: { who: "jan", at: "settings" },
  "settings-new": { who: "jan", at: "settings/new/dream" },
  "settings-helper": { who: "jan", at: "settings/helper" },
  story: { who: "jan", at: "story" },
  staff: { who: "sofie", at: "/me" },
  organisation: { who: "sofie", at: "" },
  "organisation-new": { who: "sofie", at: "groups/new" },
};

installed();
built();
const dataDir = mkdtempSync(join(tmpdir(), "kring-screenshots-"));
const port = await freePort();
const url = `http://localhost:${port}`;
const env = { ...process.env, NODE_ENV: "production", PORT: String(port), DATA_DIR: dataDir, APP_URL: url, LOG_LEVEL: "silent" };
Object.assign(env, { KRING_DEMO: "1", HOST: "", SMTP_URL: "", DATABASE_URL: "" });
run(process.execPath, [join(root, "build/server/kring.js"), "seed", "--demo"], env);
const server = spawn(process.execPath, [join(root, "build/server/server.js")], { env, stdio: "ignore" });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  await answering();
  mkdirSync(join(root, "screenshots"), { recursive: true });
  for (const [size, viewport] of Object.entries(sizes))
    for (const colorScheme of schemes) await photograph(size, { viewport, colorScheme, locale: "nl-BE" });
  if (forReadme) await picturesOfReadme();
} finally {
  await browser.close();
  server.kill("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
}

async function photograph(size, look) {
  for (const who of new Set(Object.values(pages).map((page) => page.who))) {
    const { page, home, context } = await somebody(who, look);
    for (const [name, { at }] of Object.entries(pages).filter(
      ([name, one]) => one.who === who && (!named.length || named.includes(name)),
    )) {
      await page.goto(at.startsWith("/") ? url + at : `${home}/${at}`);
      // As tall as the page: the bar at the bottom would else lie over its middle.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ ...look.viewport, height: Math.max(height, look.viewport.height) });
      await page.screenshot({ path: join(root, "screenshots", `${name}-${size}-${look.colorScheme}.png`) });
      await page.setViewportSize(look.viewport);
    }
    await context.close();
  }
}

/** Somebody of the demo, and the address of what they come into first. */
async function somebody(who, look) {
  const context = await browser.newContext(look);
  const page = await context.newPage();
  if (!who) return { page, home: url, context };
  await context.request.post(`${url}/demo`, { form: { persona: who }, headers: { origin: url } });
  await page.goto(`${url}/me`);
  const first = await page
    .locator(who === "sofie" ? 'a[href^="/o/"]' : 'a[href^="/g/"]')
    .first()
    .getAttribute("href", { timeout: 2_000 });
  return { page, home: url + first, context };
}

async function picturesOfReadme() {
  mkdirSync(join(root, "docs/pictures"), { recursive: true });
  for (const [name, at, viewport] of [
    ["home", "", { width: 390, height: 760 }],
    ["circle", "circle", { width: 390, height: 760 }],
  ]) {
    const { page, home, context } = await somebody("jan", { viewport, colorScheme: "light", locale: "nl-BE", deviceScaleFactor: 2 });
    await page.goto(`${home}/${at}`);
    const taken = await page.screenshot();
    await sharp(taken)
      .resize({ width: 640 })
      .webp({ quality: 80 })
      .toFile(join(root, `docs/pictures/${name}.webp`));
    await context.close();
  }
}

async function answering() {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const well = await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (well) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error("the server did not start");
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: found } = probe.address();
      probe.close(() => done(found));
    });
  });
}
