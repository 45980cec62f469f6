import { EventEmitter } from "node:events";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { type IncomingMessage, type RequestOptions, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { assetsIn } from "../../app/platform/http/assets.server";
import { mostConnections } from "../../app/platform/http/descriptors.server";
import { listening, type Page } from "../../app/platform/http/listening.server";
import { open } from "../../app/platform/http/opening.server";
import { log } from "../../app/platform/log.server";
import { Mistake } from "../../app/platform/mistake";
import { complaints } from "../complaints";

/** A folder as the build leaves it. */
const folder = mkdtempSync(join(tmpdir(), "kring-assets-"));
const css = "body{margin:0}".repeat(100);
mkdirSync(join(folder, "assets"));
mkdirSync(join(folder, ".vite"));
writeFileSync(join(folder, "assets/root-1.css"), css);
writeFileSync(join(folder, "assets/root-1.css.br"), brotliCompressSync(css));
writeFileSync(join(folder, "assets/root-1.css.gz"), gzipSync(css));
writeFileSync(join(folder, "favicon.svg"), "<svg/>");
writeFileSync(join(folder, "what.bin"), "?");
writeFileSync(join(folder, ".vite/manifest.json"), "{}");

/** What the routes answer at the moment, and what they were asked. */
let answer: (request: Request, req: IncomingMessage) => Promise<Response | Page>;
let asked: Request[] = [];
const { files, count, bytes } = assetsIn(folder);
const server = listening({
  files,
  answer: async (made, req) => {
    asked.push(made);
    return { answer: await answer(made, req), setCookies: ["a=1; Path=/"] };
  },
  refusal: (_, status) => `<p>refused ${status}</p>`,
  shape: (path) => `shape of ${path.split("/").length}`,
});
let port: number;
beforeAll(async () => {
  await open(server, 0, "127.0.0.1");
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  asked = [];
  answer = async () => new Response("<p>hello</p>", { headers: { "content-type": "text/html; charset=utf-8" } });
});

interface Answered {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}
function ask(path: string, { body, ...options }: RequestOptions & { body?: string } = {}): Promise<Answered> {
  return new Promise((done, fail) => {
    const asking = request({ port, host: "127.0.0.1", path, ...options }, async (from) => {
      const parts: Buffer[] = [];
      for await (const part of from) parts.push(part as Buffer);
      done({ status: from.statusCode ?? 0, headers: from.headers, body: Buffer.concat(parts) });
    });
    asking.on("error", fail);
    asking.end(body);
  });
}
const form = { "content-type": "application/x-www-form-urlencoded" };
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  ask(path, { method: "POST", body, headers: { ...form, ...headers } });
/** Says something that no library would say. */
function raw(text: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(text));
    let said = "";
    socket.on("data", (part) => (said += part));
    socket.on("close", () => done(said));
    socket.on("error", fail);
  });
}

describe("What is asked for", () => {
  it("is handed on with its address, its headers and its cookies, and comes back with ours", async () => {
    const { status, headers, body } = await ask("/g/1/plan?just=2", { headers: { cookie: "kring=x", "x-two": ["a", "b"] } });
    expect(status).toBe(200);
    expect(body.toString()).toBe("<p>hello</p>");
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-length": "12",
      "cache-control": "private, no-store",
      "set-cookie": ["a=1; Path=/"],
      "x-frame-options": "DENY",
    });
    const [made] = asked;
    expect(made?.url).toBe("http://localhost:3000/g/1/plan?just=2");
    expect(made?.method).toBe("GET");
    expect(made?.headers.get("cookie")).toBe("kring=x");
    expect(made?.headers.get("x-two")).toBe("a, b");
  });

  it("may be a page that is drawn already", async () => {
    answer = async () => ({
      status: 404,
      headers: new Headers({ "content-type": "text/html; charset=utf-8", "set-cookie": "b=2" }),
      body: "<p>é</p>",
    });
    const { status, headers, body } = await ask("/");
    expect(status).toBe(404);
    expect(body.toString()).toBe("<p>é</p>");
    expect(headers["content-length"]).toBe("9");
    expect(headers["set-cookie"]).toEqual(["b=2", "a=1; Path=/"]);
  });

  it("is told without the page when only that was asked (HEAD)", async () => {
    const { status, headers, body } = await ask("/", { method: "HEAD" });
    expect([status, headers["content-length"], body.length]).toEqual([200, "12", 0]);
    expect(asked[0]?.method).toBe("GET");
  });

  it("keeps what an answer says of its keeping, its kind and its emptiness", async () => {
    answer = async () => new Response("x", { headers: { "cache-control": "private, max-age=60", "content-type": "image/webp" } });
    expect((await ask("/")).headers["cache-control"]).toBe("private, max-age=60");
    for (const status of [204, 304]) {
      answer = async () => new Response(null, { status });
      const empty = await ask("/");
      expect([empty.status, empty.headers["content-length"]]).toEqual([status, undefined]);
    }
  });

  it("goes packed to who can unpack it, when it is text and long enough to be worth it", async () => {
    const page = "<p>hello</p>".repeat(200);
    answer = async () => new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
    const packed = await ask("/", { headers: { "accept-encoding": "gzip, br" } });
    expect(packed.headers).toMatchObject({
      "content-encoding": "gzip",
      vary: "accept-encoding",
      "content-length": String(packed.body.length),
    });
    expect(gunzipSync(packed.body).toString()).toBe(page);
    const plain = await ask("/");
    expect(plain.headers).toMatchObject({ vary: "accept-encoding", "content-length": String(page.length) });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    for (const [length, type, encoding] of [
      [1024, "text/html", undefined],
      [1025, "text/html", "gzip"],
      [2000, "application/json", "gzip"],
      [2000, "image/webp", undefined],
      [2000, "x-text/html", undefined],
    ] as const) {
      answer = async () => new Response(new Uint8Array(length), { headers: { "content-type": type } });
      expect((await ask("/", { headers: { "accept-encoding": "gzip" } })).headers["content-encoding"], `${length} ${type}`).toBe(encoding);
    }
  });

  it("that came back from a form may be kept by the browser it came back to; what went well, or was never sent, may not", async () => {
    const keeping = async (status: number, body?: string) => {
      answer = async () => new Response("x", { status });
      return (body === undefined ? await ask("/") : await post("/", body)).headers["cache-control"];
    };
    expect([await keeping(400, "a=b"), await keeping(409, "a=b"), await keeping(200, "a=b"), await keeping(400)]).toEqual([
      "private, no-cache",
      "private, no-cache",
      "private, no-store",
      "private, no-store",
    ]);
  });
});

describe("A form", () => {
  it("is handed on as it comes, whatever its pieces", async () => {
    answer = async (made) => new Response(await made.text());
    const { body } = await post("/g/1/plan", "text=Zee&place=thuis", { "transfer-encoding": "chunked" });
    expect(body.toString()).toBe("text=Zee&place=thuis");
    expect(asked[0]?.method).toBe("POST");
  });

  it("that nobody reads holds nothing up: the next on the same wire is answered", async () => {
    answer = async () => new Response("no", { status: 403 });
    expect((await post("/g/1/plan", "x".repeat(200_000))).status).toBe(403);
    expect((await ask("/")).status).toBe(403);
  });

  it("of which a visitor thinks better is given up, and who reads it is told", async () => {
    let given: unknown;
    let gaveUp = false;
    answer = async (made) => {
      made.signal.addEventListener("abort", () => (gaveUp = true));
      given = await made.text().catch((error: unknown) => error);
      return new Response("too late");
    };
    const asking = request({ port, host: "127.0.0.1", path: "/g/1/plan", method: "POST", headers: { ...form, "content-length": 100 } });
    asking.on("error", () => {});
    asking.write("text=");
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asking.destroy();
    await vi.waitFor(() => expect(given).toBeInstanceOf(Error));
    await vi.waitFor(() => expect(gaveUp).toBe(true));
  });

  it.each([
    ["from another site", 403, { origin: "https://evil.example" }, "a=b"],
    ["too big, as it says itself", 413, { "content-length": "262145", connection: "close" }, ""],
    ["of another kind", 415, { "content-type": "application/json" }, "{}"],
    ["of no kind", 415, { "content-type": "" }, "a=b"],
  ])("that is %s is refused before anything of it is read (%i)", async (_, status, headers, body) => {
    const asking = post("/g/1/plan", body, headers as unknown as Record<string, string>);
    const answered = await Promise.race([asking, new Promise<Answered>((done) => setTimeout(done, 3_000))]);
    expect(answered.status).toBe(status);
    expect(answered.body.toString()).toBe(`<p>refused ${status}</p>`);
    expect(answered.headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" });
    expect(asked).toEqual([]);
  });

  it("may bring nothing, of no kind; and as much as its address takes", async () => {
    expect((await ask("/sign-out", { method: "POST" })).status).toBe(200);
    expect((await post("/g/1/plan?x=/photo", "x".repeat(262_144))).status).toBe(200);
    expect((await post("/g/1/people/2/photo", "x".repeat(262_145))).status).toBe(200);
    expect(asked).toHaveLength(3);
  });

  it("so big that nobody waits for its end ends the connection", async () => {
    const said = await raw(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${65 * 1024 * 1024}\r\n\r\nx`);
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    expect(said.toLowerCase()).toContain("connection: close");
    const less = await raw(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${64 * 1024 * 1024}\r\n\r\nx`);
    expect(less.toLowerCase()).toContain("connection: keep-alive");
  });

  it("of which nobody says how long it is, is of a kind that we know too", async () => {
    expect((await post("/g/1/plan", "{}", { "content-type": "application/json", "transfer-encoding": "chunked" })).status).toBe(415);
    expect(asked).toEqual([]);
  });
});

describe("What makes no sense", () => {
  it("is refused: an address that is none, another way of asking", async () => {
    for (const path of ["//evil.example/", "/%E0%A4%A/x", "http://evil.example/"]) expect((await ask(path)).status, path).toBe(400);
    for (const method of ["DELETE", "PUT", "OPTIONS"]) expect((await ask("/", { method })).status).toBe(405);
    expect((await ask("/", { method: "DELETE" })).body.toString()).toBe("<p>refused 405</p>");
    expect((await raw("HEAD //x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).split("\r\n\r\n")[1]).toBe("");
    expect(asked).toEqual([]);
    expect((await ask("/a%20b")).status).toBe(200);
  });
});

describe("A fault of ours", () => {
  it("is a page that says so, and a line in the log that names the shape of the address and nothing else of it", async () => {
    answer = () => Promise.reject(new Error("broken"));
    const { status, body } = await ask("/a/SECRET");
    expect([status, body.toString()]).toEqual([500, "<p>refused 500</p>"]);
    const logged = complaints().join();
    expect(logged).toContain("broken");
    expect(logged).toContain("shape of 3");
    expect(logged).not.toContain("SECRET");
  });
});

describe("Each request", () => {
  it("is a line in the log: how, what kind of address, what came of it", async () => {
    const lines = vi.spyOn(log, "info");
    await post("/g/1/plan?secret", "a=b");
    await ask("//x");
    await vi.waitFor(() => expect(lines).toHaveBeenCalledTimes(2));
    expect(lines.mock.calls).toMatchObject([
      [{ method: "POST", path: "shape of 4", status: 200, ms: expect.any(Number) }, "request"],
      [{ method: "GET", path: "shape of 1", status: 400 }, "request"],
    ]);
    lines.mockRestore();
  });
});

describe("A file of the build", () => {
  it("is read once, without what begins with a dot or is packed", () => {
    expect(count).toBe(3);
    expect(bytes).toBe(css.length + 7);
  });

  it("is kept for ever under an address that says what is in it, and for an hour under another", async () => {
    const style = await ask("/assets/root-1.css?v");
    expect(style.body.toString()).toBe(css);
    expect(style.headers).toMatchObject({
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "content-length": String(css.length),
    });
    const icon = await ask("/favicon.svg");
    expect(icon.headers).toMatchObject({
      "content-type": "image/svg+xml",
      "cache-control": "public, max-age=3600",
      "x-content-type-options": "nosniff",
    });
    expect((await ask("/what.bin")).headers["content-type"]).toBe("application/octet-stream");
    expect(asked).toEqual([]);
  });

  it("is not sent again to who has it, and of it alone the headers to who asks for no more", async () => {
    const { etag } = (await ask("/favicon.svg")).headers;
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    const again = await ask("/favicon.svg", { headers: { "if-none-match": etag ?? "" } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    expect((await ask("/favicon.svg", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
    const headed = await ask("/favicon.svg", { method: "HEAD" });
    expect([headed.status, headed.headers["content-length"], headed.body.length]).toEqual([200, "6", 0]);
    const packed = await ask("/assets/root-1.css", { headers: { "accept-encoding": "gzip" } });
    expect(gunzipSync(packed.body).toString()).toBe(css);
    const best = await ask("/assets/root-1.css", { headers: { "accept-encoding": "gzip, br" } });
    expect(brotliDecompressSync(best.body).toString()).toBe(css);
  });

  it("is only asked for: what is posted to it, or is none of them, goes on to the routes", async () => {
    for (const path of ["/.vite/manifest.json", "/assets/root-1.css.br", "/assets", "/favicon.svg/"]) await ask(path);
    await post("/favicon.svg", "a=b");
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual([
      "/.vite/manifest.json",
      "/assets/root-1.css.br",
      "/assets",
      "/favicon.svg/",
      "/favicon.svg",
    ]);
  });
});

describe("The door", () => {
  it("takes half as many visitors as this process may have files open", () => {
    expect(mostConnections()).toBeGreaterThanOrEqual(16);
    expect(mostConnections()).toBeLessThanOrEqual(10_000);
    expect(server.maxConnections).toBe(mostConnections());
    expect([server.requestTimeout, server.headersTimeout, server.keepAliveTimeout]).toEqual([60_000, 20_000, 30_000]);
  });

  it("says in words why it can't be opened", async () => {
    const other = listening({
      files,
      answer: async () => ({ answer: new Response(), setCookies: [] }),
      refusal: () => "",
      shape: () => "",
    });
    await expect(open(other, port, "127.0.0.1")).rejects.toThrow(
      new Mistake(`Something listens at 127.0.0.1:${port} already. Stop it, or set PORT.`),
    );
    await expect(open(other, 0, "192.0.2.1")).rejects.toThrow(new Mistake("HOST is no address of this machine: 192.0.2.1"));
    await expect(open(other, 0, "nowhere.invalid")).rejects.toThrow("HOST is no address of this machine: nowhere.invalid");
    const forbidden = new EventEmitter() as unknown as Server;
    forbidden.listen = (() => forbidden.emit("error", Object.assign(new Error("no"), { code: "EACCES" }))) as unknown as Server["listen"];
    await expect(open(forbidden, 80, "127.0.0.1")).rejects.toThrow(
      new Mistake("This user may not listen at 127.0.0.1:80. Set PORT to 1024 or more."),
    );
    forbidden.listen = (() => forbidden.emit("error", Object.assign(new Error("what"), { code: "EWHAT" }))) as unknown as Server["listen"];
    await expect(open(forbidden, 80, "127.0.0.1")).rejects.toThrow("what");
    expect(server.listenerCount("error")).toBe(0);
  });
});
