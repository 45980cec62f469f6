// Starting, watching and asking the servers that are measured. Loopback only.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { cpus } from "node:os";

/** A port that nobody listens on now. */
export function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

const taskset = "/usr/bin/taskset";

/** Keeps this program, which asks, off the first core, where the server runs. */
export function stepAside() {
  if (cpus().length > 1 && existsSync(taskset)) spawnSync(taskset, ["-acp", "1", String(process.pid)]);
}

/** Starts a Node program, on the first core alone where that can be asked, without its output. */
export function start(args, env = {}) {
  const pinned = existsSync(taskset);
  const command = pinned ? taskset : process.execPath;
  const child = spawn(command, pinned ? ["-c", "0", process.execPath, ...args] : args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return child;
}

/** Ends a program and waits for its end. */
export function stop(child) {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    const hurry = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.once("exit", () => {
      clearTimeout(hurry);
      done();
    });
    child.kill("SIGTERM");
  });
}

/** One page. @returns its status, its bytes as they came, and its headers */
export function ask(port, path, headers = {}) {
  return new Promise((done, fail) => {
    const asking = request({ host: "127.0.0.1", port, path, headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, body: Buffer.concat(parts), headers: answer.headers }));
    });
    asking.setTimeout(10_000, () => asking.destroy(new Error(`no answer from ${path}`)));
    asking.on("error", fail);
    asking.end();
  });
}

/** Waits until a page answers 200. @returns milliseconds waited */
export async function answering(port, path, headers = {}) {
  const begun = performance.now();
  for (;;) {
    const answer = await ask(port, path, headers).catch(() => null);
    if (answer?.status === 200) return performance.now() - begun;
    if (performance.now() - begun > 30_000) throw new Error(`${path} answers ${answer?.status ?? "nothing"} after 30 s`);
    await new Promise((done) => setTimeout(done, 3));
  }
}

/** Processor time of a process so far, in milliseconds (Linux counts in hundredths of a second); null elsewhere. */
export function cpuOf(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return null;
  const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(after[11]) + Number(after[12])) * 10;
}

/** Memory in MB: now, and at its most. */
export function memoryOf(pid) {
  if (!existsSync(`/proc/${pid}/status`)) return { now: null, most: null };
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024);
  return { now: read("VmRSS"), most: read("VmHWM") };
}
