import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import type { Files } from "./listening.server";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

interface Asset {
  body: Buffer;
  headers: Record<string, string>;
}

/**
 * The files of the build, read once: no request opens one, so that neither an emptied folder nor a process without
 * descriptors can break them (about 1.2 MB; most of it is what Remix builds for a browser and no page asks for).
 * @param folder build/client; what begins with a dot is left out
 */
export function assetsIn(folder: string): { files: Files; count: number; bytes: number } {
  const assets = new Map<string, Asset>();
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (!entry.isFile() || name.split(sep).some((part) => part.startsWith("."))) continue;
    const asset = read(join(folder, name), `/${name.split(sep).join("/")}`);
    assets.set(`/${name.split(sep).join("/")}`, asset);
    bytes += asset.body.length;
  }
  return { files: (req, res, next) => serve(assets, req, res, next), count: assets.size, bytes };
}

function read(file: string, path: string): Asset {
  const body = readFileSync(file);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return {
    body,
    headers: {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": String(body.length),
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      etag,
    },
  };
}

function serve(assets: Map<string, Asset>, req: IncomingMessage, res: ServerResponse, next: () => void): void {
  const asset = req.method === "GET" || req.method === "HEAD" ? assets.get((req.url ?? "").split("?")[0] ?? "") : undefined;
  if (!asset) {
    next();
    return;
  }
  const { "content-length": length, ...headers } = asset.headers;
  if (req.headers["if-none-match"] === headers.etag) {
    res.writeHead(304, headers).end();
    return;
  }
  res.writeHead(200, { ...headers, "content-length": length }).end(req.method === "HEAD" ? undefined : asset.body);
}
