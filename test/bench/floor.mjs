// The floor: the least that a page can cost. node:http and better-sqlite3 run the statements that the app's page ran,
// put what they gave into a string, and send the very bytes that the app sent. No framework, no checks, no log. What is
// posted is a dream: its three rows in one transaction, saved as safely.
// node floor.mjs <database> <pages.json> <port>; pages.json is { "<path> <cookie value>": { statements, html } }.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import Database from "better-sqlite3";
import { ulid } from "ulid";

const [, , file, pagesFile, port] = process.argv;
const db = new Database(file, { readonly: true });
const writer = new Database(file, { timeout: 10_000 });
writer.pragma("synchronous = FULL");
writer.pragma("foreign_keys = ON");
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

const who = db.prepare(
  `SELECT m.id AS memberId, m.groupId FROM Session s JOIN Member m ON m.accountId = s.accountId AND m.groupId = @groupId
   JOIN Membership ms ON ms.memberId = m.id AND ms.until IS NULL WHERE s.id = @session`,
);
const rows = [
  "INSERT INTO Entry (id, groupId, kind, audience, authorId, createdAt, version) VALUES (@id, @groupId, 'dream', 'network', @memberId, @at, 1)",
  "INSERT INTO Dream (id, groupId, text) VALUES (@id, @groupId, @text)",
  `INSERT INTO StoryLine (id, groupId, at, kind, byId, byName, entryId, audience, detail)
   VALUES (@id, @groupId, @at, 'dreamWritten', @memberId, 'x', @id, 'me', '{}')`,
].map((sql) => writer.prepare(sql));
const writeDream = writer.transaction((dream) => {
  for (const row of rows) row.run(dream);
});

function post(req, res, cookie) {
  const parts = [];
  req.on("data", (part) => parts.push(part));
  req.on("end", () => {
    const session = createHash("sha256").update(cookie).digest("hex");
    const found = who.get({ session, groupId: req.url.split("/")[2] });
    const text = new URLSearchParams(Buffer.concat(parts).toString()).get("text");
    writeDream({ ...found, id: ulid(), at: new Date().toISOString(), text });
    res.writeHead(302, { location: req.url }).end();
  });
}

let written = 0;
const server = createServer((req, res) => {
  const cookie = /(?:^|;\s*)kring=([^;]+)/.exec(req.headers.cookie ?? "")?.[1] ?? "";
  if (req.method === "POST") {
    post(req, res, cookie);
    return;
  }
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
