import { type ChildProcess, fork } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";
import { config } from "../../app/platform/config.server";
import { freshDatabase } from "../database";
import type { Dice } from "../dice";
import { openPostOffice, type PostOffice } from "./post-office";

const hour = 3_600_000;
const folder = join(import.meta.dirname, "../../node_modules/.simulated-server");
let office: PostOffice;
let server: ChildProcess | undefined;

/** For a test file: the server is built, a database and a post office are there, and end with it. */
export function withSimulatedServer(): void {
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: "error",
      resolve: { alias: { "~": join(import.meta.dirname, "../../app") } },
      esbuild: { jsx: "automatic" },
      ssr: { noExternal: ["rrule"] },
      build: { ssr: join(import.meta.dirname, "simulated-server.ts"), outDir: folder, emptyOutDir: true, minify: false },
    });
    await freshDatabase();
    office = await openPostOffice();
  });
  afterAll(async () => {
    server?.kill("SIGKILL");
    await office?.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** The server starts, when it is not there. */
async function started(): Promise<ChildProcess> {
  if (server?.connected) return server;
  const env = { ...process.env, DATA_DIR: config().dataDir, SMTP_URL: office.url, LOG_LEVEL: "silent", VITEST: "" };
  const child = fork(join(folder, "simulated-server.js"), { env, execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await new Promise((ready, fail) => {
    child.once("message", ready);
    child.once("exit", (code) => fail(new Error(`the server ended at its start: ${code}`)));
  });
  server = child;
  return child;
}

/** One turn of the server at a moment; with `killed`, it is killed somewhere in it. */
async function turn(now: number, killed: boolean, random: () => number): Promise<void> {
  const child = await started();
  const over = new Promise<void>((done) => {
    const ended = () => {
      child.off("message", ended).off("exit", ended);
      done();
    };
    child.on("message", ended).on("exit", ended);
  });
  child.send(new Date(now).toISOString());
  if (killed) setTimeout(() => child.kill("SIGKILL"), random() * 60);
  await over;
  if (!killed) return;
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await new Promise((gone) => child.once("exit", gone));
  }
  server = undefined;
}

/** A letter, and when it was first delivered by the clock that the server had. Milliseconds. */
export interface Seen {
  at: number;
  raw: string;
  to: string;
  subject: string;
  text: string;
}

/** What came of the time that the server went through: each message once, and which of them came again as other bytes. */
interface Lived {
  letters: Seen[];
  differing: string[];
  count: { turns: number; kills: number; jumps: number; down: number; again: number };
}

/**
 * Lets the server go from one moment to another, a turn every 20 to 200 minutes, while it is killed, its clock jumps an hour or
 * three days to and fro, and the mail server is away half of the time. Milliseconds.
 */
export async function live(first: number, last: number, { next: random, oneOf }: Dice): Promise<Lived> {
  const seen = new Map<string, Seen>();
  const differing: string[] = [];
  const count = { turns: 0, kills: 0, jumps: 0, down: 0, again: 0 };
  const look = (at: number) => {
    for (const { mail, raw, to } of office.delivered.splice(0)) {
      const id = mail.messageId ?? "";
      const before = seen.get(id);
      if (!before) seen.set(id, { at, raw, to: to[0] ?? "", subject: mail.subject ?? "", text: mail.text ?? "" });
      else {
        count.again += 1;
        if (before.raw !== raw) differing.push(id);
      }
    }
  };

  let jump = 0;
  let jumpUntil = 0;
  let moodUntil = 0;
  let down = false;
  for (let time = first; time < last; time += Math.round((20 + random() * 180) * 60_000)) {
    count.turns += 1;
    if (time > jumpUntil) {
      if (jump === 0 && random() < 0.004) {
        jump = oneOf([hour, -hour, 72 * hour, -72 * hour]) ?? hour;
        count.jumps += 1;
        jumpUntil = time + random() * 24 * hour;
      } else jump = 0;
    }
    if (time > moodUntil) {
      down = !down;
      moodUntil = time + random() * 24 * hour;
      office.be((down && oneOf([{ refuses: 451 }, { refuses: 421, at: "MAIL" as const }, "hangsUpAfterData" as const])) || "kind");
    }
    if (down) count.down += 1;
    const killed = random() < 0.004;
    if (killed) count.kills += 1;
    await turn(time + jump, killed, random);
    look(time + jump);
  }
  office.be("kind");
  await turn(last, false, random);
  look(last);
  return { letters: [...seen.values()], differing, count };
}
