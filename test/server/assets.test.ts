import { get, type IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, house } from "../e2e/house";

let kring: House;
let style: string;
let font: string;
beforeAll(async () => {
  kring = await house({});
  const page = await (await fetch(kring.url)).text();
  style = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? "";
  font = /<link rel="preload" href="([^"]+)" as="font"/.exec(page)?.[1] ?? "";
});
afterAll(() => kring?.close());

/** As it goes over the wire: nothing unpacked. */
function onTheWire(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((done, fail) => {
    get(kring.url + path, { headers }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
    }).on("error", fail);
  });
}

describe("What every page needs", () => {
  it("is one stylesheet and one font, and no script", async () => {
    const page = await (await fetch(kring.url)).text();
    expect(page.match(/rel="stylesheet"/g)).toHaveLength(1);
    expect(page).not.toContain("<script");
  });

  it("comes packed as the browser likes it best, and is the same unpacked", async () => {
    const plain = await onTheWire(style);
    const packed = await onTheWire(style, { "accept-encoding": "gzip, deflate, br" });
    const older = await onTheWire(style, { "accept-encoding": "gzip" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(packed.headers).toMatchObject({
      "content-encoding": "br",
      vary: "accept-encoding",
      "content-type": plain.headers["content-type"],
    });
    expect(older.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(older.body).equals(plain.body)).toBe(true);
    expect(new Set([plain, packed, older].map(({ headers }) => headers.etag)).size).toBe(3);
    expect((await onTheWire(style, { "accept-encoding": "br", "if-none-match": packed.headers.etag ?? "" })).status).toBe(304);
  });

  it("weighs little: a first visit fits in 50 kB", async () => {
    const accepted = { "accept-encoding": "gzip, deflate, br" };
    const [page, look, letters] = await Promise.all(["/", style, font].map((path) => onTheWire(path, accepted)));
    expect(look?.body.length).toBeLessThan(10_000);
    expect((page?.body.length ?? 0) + (look?.body.length ?? 0) + (letters?.body.length ?? 0)).toBeLessThan(50_000);
  });

  it("is kept under its own address only: the packed file has none", async () => {
    for (const ending of [".br", ".gz"]) expect((await onTheWire(style + ending)).status).toBe(404);
  });
});
