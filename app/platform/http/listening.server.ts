import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable, Transform } from "node:stream";
import { gzipSync } from "node:zlib";
import { config } from "../config.server";
import { log } from "../log.server";
import { bodyLimit, fromOurPages, safetyHeaders } from "./guarding.server";

/** Answers one request that passed the guard. `setCookies` are sent along with whatever it answers. */
export type Answering = (request: Request, req: IncomingMessage) => Promise<{ response: Response; setCookies: string[] }>;
/** Serves a file of the build, or calls `next`. */
export type Files = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/** @returns a server that guards every request, serves the build's files, and hands the rest to `answer` */
export function listening(files: Files, answer: Answering): Server {
  const safety = safetyHeaders();
  const server = createServer((req, res) => {
    for (const [name, value] of Object.entries(safety)) res.setHeader(name, value);
    files(req, res, () => {
      void handle(req, res, answer);
    });
  });
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 30_000;
  return server;
}

async function handle(req: IncomingMessage, res: ServerResponse, answer: Answering): Promise<void> {
  const start = performance.now();
  const path = pathOf(req);
  try {
    if (!path) return plain(res, 400, "Bad request");
    const changes = req.method !== "GET" && req.method !== "HEAD";
    if (changes && req.method !== "POST") return plain(res, 405, "Method not allowed");
    if (changes && !fromOurPages(req)) return plain(res, 403, "This form did not come from our own pages.");
    const limit = bodyLimit(path.split("?")[0] ?? "");
    if (Number(req.headers["content-length"] ?? 0) > limit) return plain(res, 413, "Too large");
    const { response, setCookies } = await answer(asRequest(req, res, path, changes, limit), req);
    await send(req, res, response, setCookies);
  } catch (error) {
    if (isTooLarge(error)) return plain(res, 413, "Too large");
    log.error({ error, path: forLog(path ?? "?") }, "request failed");
    if (!res.headersSent) plain(res, 500, "Something went wrong. Nothing was changed.");
  } finally {
    log.info(
      { method: req.method, path: forLog(path ?? "?"), status: res.statusCode, ms: Math.round(performance.now() - start) },
      "request",
    );
  }
}

/** The path and query, or null when they make no address. */
function pathOf(req: IncomingMessage): string | null {
  const path = req.url ?? "/";
  return path.startsWith("/") && !path.startsWith("//") && URL.canParse(path, config().appUrl) ? path : null;
}

function asRequest(req: IncomingMessage, res: ServerResponse, path: string, changes: boolean, limit: number): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (name.startsWith(":") || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  const gone = new AbortController();
  res.on("close", () => {
    if (!res.writableFinished) gone.abort();
  });
  const body = changes ? (Readable.toWeb(req.pipe(atMost(limit))) as ReadableStream) : null;
  return new Request(new URL(path, config().appUrl), {
    method: req.method,
    headers,
    body,
    signal: gone.signal,
    duplex: "half",
  } as RequestInit);
}

class TooLarge extends Error {}

function isTooLarge(error: unknown): boolean {
  return error instanceof TooLarge || (error instanceof Error && error.cause instanceof TooLarge);
}

function atMost(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      done(seen > limit ? new TooLarge("body too large") : null, chunk);
    },
  });
}

async function send(req: IncomingMessage, res: ServerResponse, response: Response, setCookies: string[]): Promise<void> {
  res.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") res.setHeader(name, value);
  const cookies = [...response.headers.getSetCookie(), ...setCookies];
  if (cookies.length > 0) res.setHeader("set-cookie", cookies);
  // A form that came back may be kept by the browser it came back to: else "back" loses what was typed (ERR_CACHE_MISS).
  const refused = req.method === "POST" && response.status >= 400;
  if (!res.hasHeader("cache-control")) res.setHeader("cache-control", refused ? "private, no-cache" : "private, no-store");
  let body: Buffer = Buffer.from(await response.arrayBuffer());
  const type = String(res.getHeader("content-type") ?? "");
  if (body.length > 1024 && /^(text\/|application\/json)/.test(type)) {
    res.setHeader("vary", "accept-encoding");
    if (/\bgzip\b/.test(String(req.headers["accept-encoding"] ?? ""))) {
      body = gzipSync(body, { level: 3 });
      res.setHeader("content-encoding", "gzip");
    }
  }
  if (response.status !== 204 && response.status !== 304) res.setHeader("content-length", body.length);
  res.end(req.method === "HEAD" ? undefined : body);
}

function plain(res: ServerResponse, status: number, text: string): void {
  res.statusCode = status;
  res.setHeader("content-type", "text/plain; charset=utf-8");
  res.setHeader("connection", "close");
  res.end(`${text}\n`);
}

/** A path without what is secret or personal: no query, and no token of a link from a mail. */
export function forLog(path: string): string {
  const bare = path.split("?")[0] ?? "";
  return bare.replace(/^\/(a|i|u|calendar|sign-in\/link)\/[^/]+/, "/$1/…");
}
