import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { freePort, type House, house, server } from "./house";

let kring: House | undefined;
afterEach(async () => {
  await kring?.close();
  kring = undefined;
});

/** Addresses of this machine that are not the one a default start listens on. */
const others = [
  "127.0.0.2",
  ...Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address),
];

/** Status of a page, asked of an address of this machine under any name. 0 when nobody answers there. */
function ask(address: string, path: string, name: string, port = portOf(kring), method = "GET"): Promise<number> {
  return new Promise((done) => {
    const asking = request({ host: address, port, path, method, headers: { host: name } }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? -1);
    });
    asking.on("error", (error: NodeJS.ErrnoException) => done(error.code === "ECONNREFUSED" ? 0 : -1));
    asking.end();
  });
}

const portOf = (house: House | undefined) => Number(new URL(house?.url ?? "").port);

/** A start that is to fail. @returns what it said and ended with */
function failingStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [server], {
      env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "warn", HOST: "", APP_URL: "", ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("exit", (code) => done({ code, said }));
  });
}

const doors = ["/mailbox", "/demo"];

describe("A default start", () => {
  it("answers nobody but this machine", async () => {
    kring = await house({ HOST: "" });
    expect(await ask("127.0.0.1", "/mailbox", "localhost")).toBe(200);
    for (const address of others) expect([address, await ask(address, "/healthz", "localhost")]).toEqual([address, 0]);
  });

  it("opens its mailbox and its demo to no page elsewhere that points a name of its own at this machine", async () => {
    kring = await house({ HOST: "", KRING_DEMO: "1" }, ["seed", "--demo"]);
    const persona = (name: string) => ask("127.0.0.1", "/demo", name, undefined, "POST");
    expect(await ask("127.0.0.1", "/mailbox", "127.0.0.1")).toBe(200);
    for (const name of ["evil.example", "localhost.evil.example", "192.0.2.7"]) {
      expect(await ask("127.0.0.1", "/mailbox", name)).toBe(404);
      expect(await persona(name)).toBe(404);
    }
  });

  it("keeps the data to its owner, also what an earlier one left open", async () => {
    kring = await house({ HOST: "" });
    const modes = () => {
      const paths = ["", "kring.db", "kring.db-wal", "kring.db-shm", "kring.db.lock"].map((name) => join(kring?.dataDir ?? "", name));
      return paths.filter(existsSync).map((path) => (statSync(path).mode & 0o777).toString(8));
    };
    expect(modes()).toEqual(["700", "600", "600", "600", "600"]);
    await kring.stop();
    chmodSync(kring.dataDir, 0o755);
    chmodSync(join(kring.dataDir, "kring.db"), 0o644);
    await kring.start();
    expect(modes()).toEqual(["700", "600", "600", "600", "600"]);
  });
});

describe("A server for a network", () => {
  it.each(["localhost", "127.0.0.1", "kring.example"])("has no mailbox and no demo, asked for as %s", async (name) => {
    kring = await house({ HOST: "0.0.0.0", KRING_DEMO: "1" }, ["seed", "--demo"]);
    for (const address of ["127.0.0.1", ...others]) {
      expect(await ask(address, "/healthz", name)).toBe(200);
      for (const door of doors) expect(await ask(address, door, name)).toBe(404);
      expect(await ask(address, "/demo", name, undefined, "POST")).toBe(404);
    }
  });
});

describe("A start that can't be", () => {
  it("says that the port is taken, and leaves the data as it was", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((listening) => taken.once("listening", listening));
    const dataDir = mkdtempSync(join(tmpdir(), "kring-start-"));
    const { port } = taken.address() as { port: number };
    const { code, said } = await failingStart({ PORT: String(port), DATA_DIR: dataDir });
    expect({ code, said: said.trim() }).toEqual({
      code: 1,
      said: `Something listens at 127.0.0.1:${port} already. Stop it, or set PORT.`,
    });
    expect(existsSync(join(dataDir, "kring.db"))).toBe(false);
    taken.close();
    rmSync(dataDir, { recursive: true });
  });

  it("says that another Kring works on the data, which goes on", async () => {
    kring = await house();
    const { code, said } = await failingStart({ PORT: String(await freePort()), DATA_DIR: kring.dataDir });
    expect(code).toBe(1);
    expect(said).toContain(`Another Kring works on ${join(kring.dataDir, "kring.db")}`);
    expect(await ask("127.0.0.1", "/healthz", "localhost")).toBe(200);
  });

  it("says that the database is newer, without a change to it, and starts once that is mended", async () => {
    kring = await house();
    await kring.stop();
    const file = join(kring.dataDir, "kring.db");
    const rename = (from: string, to: string) => {
      const db = new Database(file);
      db.prepare("UPDATE _prisma_migrations SET migration_name = ? WHERE migration_name = ?").run(to, from);
      db.close();
    };
    rename("0001_first_circle", "9999_tomorrow");
    const before = readFileSync(file);
    const { code, said } = await failingStart({ PORT: String(await freePort()), DATA_DIR: kring.dataDir });
    expect(code).toBe(1);
    expect(said).toContain("newer than this program: it had migration 9999_tomorrow");
    expect(readFileSync(file).equals(before)).toBe(true);
    rename("9999_tomorrow", "0001_first_circle");
    await kring.start();
  });

  it("says that HOST is no address of this machine", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "kring-start-"));
    const { code, said } = await failingStart({ PORT: String(await freePort()), DATA_DIR: dataDir, HOST: "203.0.113.9" });
    expect({ code, said: said.trim() }).toEqual({ code: 1, said: "HOST is no address of this machine: 203.0.113.9" });
    rmSync(dataDir, { recursive: true });
  });
});
