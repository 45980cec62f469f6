import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { config } from "../config.server";
import { log } from "../log.server";
import { bodyOf, letRunOut } from "./body.server";
import { mostConnections } from "./descriptors.server";
import { bodyLimit, formType, fromOurPages, safetyHeaders, takes } from "./guarding.server";

/** A page that is drawn already. */
export interface Page {
  status: number;
  headers: Headers;
  body: string;
}
/** Answers one request that passed the guard. `setCookies` are sent along with whatever it answers. */
type Answering = (request: Request, req: IncomingMessage) => Promise<{ answer: Response | Page; setCookies: string[] }>;
/** Serves a file of the build, or calls `next`. */
export type Files = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
/** Why a request goes no further than the guard, or that something broke. */
export type RefusedStatus = 400 | 403 | 405 | 413 | 415 | 500;

export interface Parts {
  files: Files;
  answer: Answering;
  /** The page, in the reader's words, that says why. */
  refusal: (req: IncomingMessage, status: RefusedStatus) => string;
  /** What of an address may stand in the log. */
  shape: (path: string) => string;
}

/** More than this is not waited for, only to say that it is too much. */
const mostToLetRunOut = 64 * 1024 * 1024;

/** @returns a server that guards every request, serves the build's files, and hands the rest to `answer` */
export function listening(parts: Parts): Server {
  const safety = safetyHeaders();
  const server = createServer((req, res) => {
    for (const [name, value] of Object.entries(safety)) res.setHeader(name, value);
    parts.files(req, res, () => {
      void handle(req, res, parts);
    });
  });
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 30_000;
  server.maxConnections = mostConnections();
  // Who waits at the door comes before who only keeps it open.
  server.on("drop", () => server.closeIdleConnections());
  return server;
}

async function handle(req: IncomingMessage, res: ServerResponse, { answer, refusal, shape }: Parts): Promise<void> {
  const start = performance.now();
  const path = pathOf(req);
  const refuse = (status: RefusedStatus) => sendPage(req, res, status, refusal(req, status));
  try {
    const refused = refusedStatus(req, path);
    if (!path || refused) return refuse(refused ?? 400);
    const answered = await answer(asRequest(req, res, path), req);
    await send(req, res, answered.answer, answered.setCookies);
  } catch (error) {
    log.error({ error, path: shape(path ?? "?") }, "request failed");
    if (!res.headersSent) refuse(500);
  } finally {
    letRunOut(req);
    log.info(
      { method: req.method, path: shape(path ?? "?"), status: res.statusCode, ms: Math.round(performance.now() - start) },
      "request",
    );
  }
}

/** What the guard refuses, before anything is read of what was sent. */
function refusedStatus(req: IncomingMessage, path: string | null): RefusedStatus | null {
  if (!path) return 400;
  if (req.method === "GET" || req.method === "HEAD") return null;
  if (req.method !== "POST") return 405;
  if (!fromOurPages(req)) return 403;
  if (Number(req.headers["content-length"] ?? 0) > bodyLimit(path.split("?")[0] ?? "")) return 413;
  const brings = req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;
  return brings && !formType(req) ? 415 : null;
}

/** The path and query, or null when they make no address. */
function pathOf(req: IncomingMessage): string | null {
  const path = req.url ?? "/";
  if (!path.startsWith("/") || path.startsWith("//") || !URL.canParse(path, config().appUrl)) return null;
  try {
    // What can't be decoded would be named, whole, in a warning of the router.
    decodeURIComponent(path.split(/[?#]/)[0] ?? "");
    return path;
  } catch {
    return null;
  }
}

function asRequest(req: IncomingMessage, res: ServerResponse, path: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (name.startsWith(":") || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  const url = new URL(path, config().appUrl);
  // Who only asks about a page (HEAD) is told what it would be; what is sent of it, is decided when it is.
  if (req.method !== "POST") return new Request(url, { headers });
  const gone = new AbortController();
  res.on("close", () => {
    if (!res.writableFinished) gone.abort();
  });
  return new Request(url, { method: "POST", headers, body: bodyOf(req), signal: gone.signal, duplex: "half" } as RequestInit);
}

async function send(req: IncomingMessage, res: ServerResponse, answer: Response | Page, setCookies: string[]): Promise<void> {
  res.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") res.setHeader(name, value);
  const cookies = [...answer.headers.getSetCookie(), ...setCookies];
  if (cookies.length > 0) res.setHeader("set-cookie", cookies);
  // A form that came back may be kept by the browser it came back to: else "back" loses what was typed (ERR_CACHE_MISS).
  const refused = req.method === "POST" && answer.status >= 400;
  if (!res.hasHeader("cache-control")) res.setHeader("cache-control", refused ? "private, no-cache" : "private, no-store");
  // A page stays the text that it is, which goes out in one piece with its headers.
  let body: Buffer | string = "text" in answer ? Buffer.from(await answer.arrayBuffer()) : answer.body;
  const type = String(res.getHeader("content-type") ?? "");
  if (body.length > 1024 && /^(text\/|application\/json)/.test(type)) {
    res.setHeader("vary", "accept-encoding");
    if (takes(req, "gzip")) {
      body = gzipSync(body, { level: 3 });
      res.setHeader("content-encoding", "gzip");
    }
  }
  if (answer.status !== 204 && answer.status !== 304) res.setHeader("content-length", Buffer.byteLength(body));
  res.end(req.method === "HEAD" ? undefined : body);
}

function sendPage(req: IncomingMessage, res: ServerResponse, status: number, html: string): void {
  res.statusCode = status;
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.setHeader("cache-control", "private, no-store");
  res.setHeader("content-length", Buffer.byteLength(html));
  if (Number(req.headers["content-length"] ?? 0) > mostToLetRunOut) res.setHeader("connection", "close");
  res.end(req.method === "HEAD" ? undefined : html);
}
