// The floor: the least that a page can cost. node:http and better-sqlite3 run the statements that the app's page ran,
// put what they gave into a string, and send the very bytes that the app sent. No framework, no checks, no log.
// node floor.mjs <database> <pages.json> <port>; pages.json is { "<path> <cookie value>": { statements, html } }.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import Database from "better-sqlite3";

const [, , file, pagesFile, port] = process.argv;
const db = new Database(file, { readonly: true });
const prepared = new Map();
const pages = new Map(
  Object.entries(JSON.parse(readFileSync(pagesFile, "utf8"))).map(([key, { statements, html }]) => {
    const ready = statements.map(({ sql, way, values }) => {
      if (!prepared.has(sql)) prepared.set(sql, db.prepare(sql));
      return { statement: prepared.get(sql), way, values };
    });
    return [key, { ready, html }];
  }),
);

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escaped = (value) => String(value).replace(/[&<>"']/g, (letter) => entities[letter]);

let written = 0;
const server = createServer((req, res) => {
  const cookie = /(?:^|;\s*)kring=([^;]+)/.exec(req.headers.cookie ?? "")?.[1] ?? "";
  const page = pages.get(`${req.url} ${cookie}`);
  if (!page) {
    res.writeHead(404).end();
    return;
  }
  const session = createHash("sha256").update(cookie).digest("hex");
  let text = "";
  for (const [index, { statement, way, values }] of page.ready.entries()) {
    const found =
      index === 0 ? [statement.get({ ...values, id: session })] : way === "all" ? statement.all(values) : [statement.get(values)];
    for (const row of found) if (row) for (const name in row) text += `<p class="${name}">${escaped(row[name])}</p>`;
  }
  written += text.length;
  const body = Buffer.from(page.html);
  res.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store", "content-length": body.length });
  res.end(body);
});
server.listen(Number(port), "127.0.0.1");
process.on("SIGTERM", () => {
  process.stdout.write(`${written}\n`);
  process.exit(0);
});
