import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { takes } from "./guarding.server";
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

/** How the build has packed an asset, best first, and how its file is named then (vite.config.ts). */
const packings = { br: ".br", gzip: ".gz" } as const;

interface Asset {
  body: Buffer;
  headers: Record<string, string>;
  packed: Partial<Record<keyof typeof packings, Asset>>;
}

/**
 * The files of the build, read once: no request opens one, so that neither an emptied folder nor a process without
 * descriptors can break them (about 0.1 MB).
 * @param folder build/client; what begins with a dot is left out
 */
export function assetsIn(folder: string): { files: Files; count: number; bytes: number } {
  const assets = new Map<string, Asset>();
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (!entry.isFile() || name.split(sep).some((part) => part.startsWith(".")) || Object.values<string>(packings).includes(extname(name)))
      continue;
    const path = `/${name.split(sep).join("/")}`;
    const asset = read(join(folder, name), path);
    for (const [encoding, ending] of Object.entries(packings) as [keyof typeof packings, string][])
      if (existsSync(join(folder, name + ending)))
        asset.packed[encoding] = pack(asset, readFileSync(join(folder, name + ending)), encoding);
    assets.set(path, asset);
    bytes += asset.body.length;
  }
  return { files: (req, res, next) => serve(assets, req, res, next), count: assets.size, bytes };
}

function read(file: string, path: string): Asset {
  const body = readFileSync(file);
  return {
    body,
    headers: {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": String(body.length),
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      etag: etagOf(body),
    },
    packed: {},
  };
}

/** The same asset as it goes to who can unpack it; from then on caches know that there are more of it. */
function pack(asset: Asset, body: Buffer, encoding: string): Asset {
  asset.headers.vary = "accept-encoding";
  const headers = { ...asset.headers, "content-length": String(body.length), "content-encoding": encoding, etag: etagOf(body) };
  return { body, headers, packed: {} };
}

const etagOf = (body: Buffer) => `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

function serve(assets: Map<string, Asset>, req: IncomingMessage, res: ServerResponse, next: () => void): void {
  const found = req.method === "GET" || req.method === "HEAD" ? assets.get((req.url ?? "").split("?")[0] ?? "") : undefined;
  if (!found) {
    next();
    return;
  }
  const asset = (takes(req, "br") && found.packed.br) || (takes(req, "gzip") && found.packed.gzip) || found;
  const { "content-length": length, ...headers } = asset.headers;
  if (req.headers["if-none-match"] === headers.etag) {
    res.writeHead(304, headers).end();
    return;
  }
  res.writeHead(200, { ...headers, "content-length": length }).end(req.method === "HEAD" ? undefined : asset.body);
}
