import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, house } from "./house";

const plain = "application/x-www-form-urlencoded";

let kring: House;
beforeAll(async () => {
  kring = await house({ NODE_ENV: "production", LOG_LEVEL: "info" });
});
afterAll(() => kring?.close());

interface Answer {
  status: number;
  text: string;
  location: string;
}

/** Sends something to a page, as it is. */
async function post(path: string, body: BodyInit, type: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(kring.url + path, {
    method: "POST",
    body,
    headers: { "content-type": type, ...headers },
    redirect: "manual",
    duplex: "half",
  } as RequestInit);
  return { status: answer.status, text: await answer.text(), location: answer.headers.get("location") ?? "" };
}

/** Milliseconds that the server has worked so far, from Linux's ticks of a hundredth of a second. */
function cpuOf(pid: number): number {
  const [user, system] = (readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1] ?? "").split(" ").slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}

/** A body of so many kB that comes in pieces and does not say how long it is. */
function inPieces(kB: number): ReadableStream {
  let left = kB;
  return new ReadableStream({
    pull(controller) {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(new TextEncoder().encode("a".repeat(1024)));
    },
  });
}

const page = (words: string) => new RegExp(`<html lang="nl-BE">.*<h1>.*${words}`, "s");

describe("Whatever a visitor sends", () => {
  it("a field repeated as often as fits costs next to nothing, and is refused in words", async () => {
    const body = "mail=x&".repeat(37_400);
    expect(body.length).toBeGreaterThan(261_000);
    await post("/sign-in", body, plain);
    const before = cpuOf(kring.pid());
    const answer = await post("/sign-in", body, plain);
    expect(cpuOf(kring.pid()) - before).toBeLessThan(100);
    expect(answer).toMatchObject({ status: 413, text: expect.stringMatching(page("te veel tegelijk")) });
  });

  it("is refused in words when it is too big, whether it says so or not", async () => {
    const tooBig = { status: 413, text: expect.stringMatching(page("is te groot")) };
    expect(await post("/sign-in", "a".repeat(300_000), plain)).toMatchObject(tooBig);
    expect(await post("/sign-in", inPieces(300), plain)).toMatchObject(tooBig);
    expect(await post("/sign-in", inPieces(4000), plain)).toMatchObject(tooBig);
    expect((await post("/sign-in", "a".repeat(300_000), plain, { "accept-language": "en-GB" })).text).toContain("This is too big");
  });

  it("is refused in words when it is no form, or a broken one", async () => {
    for (const type of ["application/json", "text/plain", "image/png"])
      expect(await post("/sign-in", '{"mail":"x"}', type)).toMatchObject({ status: 415, text: expect.stringMatching(page("niet lezen")) });
    for (const path of ["/sign-in", "/language", "/u/none"]) {
      const answer = await post(path, "--x\r\nnonsense", "multipart/form-data; boundary=x");
      expect(answer).toMatchObject({ status: 400, text: expect.stringMatching(page("niet goed aangekomen")) });
    }
    const put = await fetch(`${kring.url}/sign-in`, { method: "PUT", body: "x" });
    expect([put.status, await put.text()]).toEqual([405, expect.stringMatching(page("begrijpt deze vraag niet"))]);
    const elsewhere = await post("/sign-in", "mail=x", plain, { origin: "https://evil.example" });
    expect(elsewhere).toMatchObject({ status: 403, text: expect.stringMatching(page("niet van een pagina van Kring")) });
  });

  it("the page to go on to may be named in any alphabet", async () => {
    const answer = await post("/language", new URLSearchParams({ language: "en", next: "/g/é?naam=محمد" }).toString(), plain);
    expect(answer).toMatchObject({ status: 302, location: "/g/%C3%A9?naam=%D9%85%D8%AD%D9%85%D8%AF" });
  });

  it("says no words of a stranger on the page of the code", async () => {
    const answer = await fetch(`${kring.url}/sign-in/code?id=x&mail=${encodeURIComponent("bel 0900 12 34 56")}`);
    expect(await answer.text()).not.toContain("0900");
  });

  it("puts no token in the log, however its address is written", async () => {
    for (const path of [
      "/a/SECRET",
      "/A/SECRET",
      "/%61/SECRET",
      "/a/SECRET/x",
      "/a/SECRET/face",
      "/x/SECRET",
      "/a/SECRET%",
      "//SECRET",
      "/a/SECRET%FF",
    ])
      for (const method of ["GET", "POST", "HEAD"]) await raw(method, path);
    await fetch(`${kring.url}/promises?mail=fatima@kring.example`);
    // Lines are handed over together, in their order: this is the last of them, asked for nowhere else here.
    await expect.poll(() => kring.output()).toContain('"path":"/promises"');
    const lines = kring.output();
    expect(lines).toContain('"path":"/a/:token"');
    expect(lines).toContain('"path":"/…"');
    expect(lines).not.toContain("SECRET");
    expect(lines).not.toContain("fatima");
    expect(lines).not.toContain('"level":"error"');
  });
});

/** A request whose address is sent as it is written. */
function raw(method: string, path: string): Promise<number> {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(kring.url);
    request({ hostname, port, method, path, headers: { connection: "close" } }, (answer) => {
      answer.resume().on("end", () => done(answer.statusCode ?? 0));
    })
      .on("error", fail)
      .end();
  });
}

describe("A server of which more is asked than it has", () => {
  it("keeps its files when the folder of the build is emptied, and goes on saving", async () => {
    const root = mkdtempSync(join(tmpdir(), "kring-root-"));
    const project = join(import.meta.dirname, "../..");
    cpSync(join(project, "build"), join(root, "build"), { recursive: true });
    for (const name of ["node_modules", "prisma", "package.json"]) symlinkSync(join(project, name), join(root, name));
    const own = await house({ NODE_ENV: "production" }, [], { root });
    try {
      const css = readdirSync(join(root, "build/client/assets")).find((name) => name.endsWith(".css"));
      const ask = () => fetch(`${own.url}/assets/${css}`);
      const before = await (await ask()).text();
      rmSync(join(root, "build"), { recursive: true });
      const after = await ask();
      expect(await after.text()).toBe(before);
      expect(after.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      const etag = after.headers.get("etag") ?? "";
      expect((await fetch(`${own.url}/assets/${css}`, { headers: { "if-none-match": etag } })).status).toBe(304);
      expect((await fetch(`${own.url}/assets/none.css`)).status).toBe(404);
      expect((await fetch(own.url)).status).toBe(200);
      expect(await asksForCode(own, "noor@kring.example")).toBe(302);
    } finally {
      await own.close();
      rmSync(root, { recursive: true, force: true });
    }
  });

  it("answers, saves and starts to write when every connection that it takes is held by somebody", async () => {
    const own = await house({ NODE_ENV: "production" }, [], { openFiles: 128 });
    const held: Socket[] = [];
    try {
      const { hostname, port } = new URL(own.url);
      for (let place = 0; place < 400; place += 1) held.push(connect(Number(port), hostname).on("error", () => {}));
      await new Promise((done) => setTimeout(done, 500));
      const open = readdirSync(`/proc/${own.pid()}/fd`).length;
      expect(open).toBeLessThan(120);
      for (const socket of held) socket.destroy();
      await new Promise((done) => setTimeout(done, 200));
      expect((await fetch(own.url)).status).toBe(200);
      expect(await asksForCode(own, "noor@kring.example")).toBe(302);
      expect((await fetch(`${own.url}/healthz`)).status).toBe(200);
    } finally {
      for (const socket of held) socket.destroy();
      await own.close();
    }
  });
});

async function asksForCode({ url }: House, mail: string): Promise<number> {
  return (await fetch(`${url}/sign-in`, { method: "POST", body: new URLSearchParams({ mail }), redirect: "manual" })).status;
}
