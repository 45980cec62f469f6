import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { type Browser, chromium } from "playwright-core";
import { listenTo } from "../complaints";

const project = join(import.meta.dirname, "../..");
/** The built server. */
export const server = join(project, "build/server/server.js");
const commands = join(project, "build/server/kring.js");

/** The built server with a folder of its own, on a port of its own. */
export interface House {
  url: string;
  dataDir: string;
  /** The number of its process. */
  pid(): number;
  /** What it wrote on its output so far: its log. */
  output(): string;
  /** Starts the server again on the same data. */
  start(): Promise<void>;
  /** Asks it to stop, and waits. @returns its exit code */
  stop(): Promise<number | null>;
  /** Pulls the plug. */
  kill(): Promise<void>;
  /** Runs one of the operator's commands on its data. @returns what it printed */
  command(...args: string[]): string;
  /** The id of the first circle made in it. */
  group(): string;
  /** The lines of its log so far, oldest first. Those of level "error" fail the test, unless it takes them out (test/complaints.ts). */
  log(): string[];
  /** Stops it and removes its data. @throws when it logged an error while it stopped */
  close(): Promise<void>;
}

/**
 * Starts the built server.
 * @param env what differs from the defaults, e.g. SMTP_URL
 * @param first a command of the operator to run before it starts, e.g. to seed
 * @param machine what it runs on: how many files it may have open, and another folder that holds `build`
 */
export async function house(
  env: Record<string, string> = {},
  first: string[] = [],
  machine: { openFiles?: number; root?: string } = {},
): Promise<House> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "kring-house-"));
  const url = `http://localhost:${port}`;
  const settings = {
    ...process.env,
    NODE_ENV: "development",
    PORT: String(port),
    DATA_DIR: dataDir,
    APP_URL: url,
    LOG_LEVEL: "warn",
    ...env,
  } as NodeJS.ProcessEnv;
  let child: ChildProcess | null = null;
  let complaints = "";
  // A file and not a pipe: what was logged before an answer can then be read as soon as that answer is there.
  const logFile = join(mkdtempSync(join(tmpdir(), "kring-log-")), "log");
  const log = openSync(logFile, "a");
  const output = () => readFileSync(logFile, "utf8");
  const lines = () =>
    output()
      .split("\n")
      .filter((line) => line.startsWith("{"));
  let seen = 0;
  const errors = () => {
    const all = lines();
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh.filter((line) => JSON.parse(line).level === "error");
  };
  const stopListening = listenTo(errors);
  const limit = machine.openFiles ? `ulimit -n ${machine.openFiles}; ` : "";
  const built = machine.root ? join(machine.root, "build/server/server.js") : server;

  const start = async () => {
    const started = spawn("bash", ["-c", `${limit}exec "$0" "$@"`, process.execPath, built], {
      env: settings,
      stdio: ["ignore", log, "pipe"],
    });
    started.stderr?.on("data", (chunk) => {
      complaints += chunk;
    });
    child = started;
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (started.exitCode !== null) throw new Error(`the server stopped: ${complaints}`);
      if (
        await fetch(`${url}/healthz`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("the server did not start");
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise<number | null>((done) => {
      const ending = child;
      child = null;
      if (!ending || ending.exitCode !== null) return done(ending?.exitCode ?? null);
      ending.once("exit", (code) => done(code));
      ending.kill(signal);
    });

  const command = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [commands, ...args], { env: settings, encoding: "utf8" });
    if (status !== 0) throw new Error(`kring ${args.join(" ")}: ${stdout}${stderr}`);
    return stdout;
  };

  if (first.length > 0) command(...first);
  await start();
  return {
    url,
    dataDir,
    pid: () => child?.pid ?? 0,
    output: () => output() + complaints,
    start,
    stop: () => end("SIGTERM"),
    kill: async () => {
      await end("SIGKILL");
    },
    command,
    group() {
      const db = new Database(join(dataDir, "kring.db"), { readonly: true });
      const id = db.prepare('SELECT id FROM "Group" ORDER BY id LIMIT 1').pluck().get() as string;
      db.close();
      return id;
    },
    log: lines,
    async close() {
      await end("SIGTERM");
      stopListening();
      const left = errors();
      closeSync(log);
      for (const folder of [dataDir, dirname(logFile)]) rmSync(folder, { recursive: true, force: true });
      if (left.length > 0) throw new Error(`the server logged an error: ${left.join("\n")}`);
    },
  };
}

/** Debian's Chromium, without what it would do by itself on the network. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
      "--disable-dev-shm-usage",
    ],
  });
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? done(address.port) : fail(new Error("no port"))));
    });
  });
}
