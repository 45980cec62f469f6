import { readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import routes from "../../app/routes";
import { type House, house } from "../e2e/house";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type Visitor, visitor } from "./visitor";

let post: PostOffice;
let kring: House;
let rita: Visitor;
let group: string;
beforeAll(async () => {
  post = await openPostOffice();
  kring = await house({ SMTP_URL: post.url, LOG_LEVEL: "info" });
  rita = visitor(kring);
  await rita.signIn(post, "rita@kring.example");
  await rita.send("/groups/new", { forWhom: "me", myName: "Rita", zone: "Europe/Brussels" });
  group = `/g/${kring.group()}`;
});
afterAll(async () => {
  await kring?.close();
  await post?.close();
});

const dreams = () => {
  const db = new Database(join(kring.dataDir, "kring.db"), { readonly: true });
  const texts = db.prepare("SELECT text FROM Dream").pluck().all();
  db.close();
  return texts;
};
const paths = routes.map((route) =>
  "path" in route && route.path ? `/${route.path.replace(/:\w+/g, "none").replace("*", "nowhere")}` : "/",
);
const build = join(import.meta.dirname, "../../build/client");

describe("Every answer carries what keeps a page safe", () => {
  const asset = () => `/assets/${readdirSync(join(build, "assets"))[0]}`;
  const kinds: [string, number, () => Promise<Response>][] = [
    ["a page", 200, () => rita.get(group)],
    ["a page of a stranger", 200, () => visitor(kring).get("/")],
    ["a page that leads elsewhere", 302, () => visitor(kring).get(group)],
    ["a page that is not there", 404, () => rita.get("/nowhere")],
    ["a file of the build", 200, () => rita.get(asset())],
    [
      "a file of the build, asked for again",
      304,
      async () => rita.get("/favicon.svg", { "if-none-match": (await rita.get("/favicon.svg")).headers.get("etag") ?? "" }),
    ],
    ["a form that was taken in", 302, () => rita.send(`${group}/plan/dreams/new`, { text: "Vliegen", audience: "network" })],
    ["a form that was refused", 400, () => rita.post(`${group}/plan/dreams/new`, { text: "", audience: "network" })],
    ["a form that is too large", 413, () => rita.post(`${group}/plan/dreams/new`, { text: "x".repeat(300_000) })],
    [
      "a form from another site",
      403,
      () => visitor(kring, { origin: "https://evil.example" }).post("/sign-in", { mail: "a@kring.example" }),
    ],
    ["a post where nothing is taken in", 405, () => rita.post(group, {})],
    ["another way of asking", 405, () => fetch(kring.url, { method: "DELETE" })],
    ["an address that is none", 400, () => fetch(`${kring.url}//evil.example/`)],
    ["what watches the server", 200, () => rita.get("/healthz")],
  ];

  it.each(kinds)("%s (%i)", async (_, status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    const policy = answer.headers.get("content-security-policy") ?? "";
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"])
      expect(policy.split("; ")).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
  });

  it("and pages are kept by no cache", async () => {
    expect((await rita.get(group)).headers.get("cache-control")).toBe("private, no-store");
    expect((await rita.get(asset())).headers.get("cache-control")).toContain("immutable");
  });
});

describe("A form from another site", () => {
  const evil = "https://evil.example";

  it("is refused at every address, and does nothing with Rita's cookie", async () => {
    const before = dreams();
    const taken: string[] = [];
    for (const path of [...paths, `${group}/plan/dreams/new`]) {
      const answer = await rita.post(path, { text: "Van elders", audience: "network" }, { origin: evil });
      if (answer.status !== 403) taken.push(`${path}: ${answer.status}`);
    }
    expect(taken).toEqual([]);
    expect(dreams()).toEqual(before);
    expect((await rita.get(group)).status).toBe(200);
  });

  it("is refused too where the browser says so in other words", async () => {
    const said: [string, string][] = [
      ["origin", "null"],
      ["sec-fetch-site", "cross-site"],
      ["sec-fetch-site", "same-site"],
    ];
    for (const [name, words] of said)
      expect((await rita.post(`${group}/plan/dreams/new`, { text: "Van elders", audience: "network" }, { [name]: words })).status).toBe(
        403,
      );
  });
});

describe("The log", () => {
  it("has a line for each request, and none of them holds a secret or says who somebody is", async () => {
    const secret = "Geheim4711Geheim4711Geheim4711Geheim4711xyz";
    // A request is logged once its answer is out: this one is the last of what came before.
    await rita.get("/language");
    await expect.poll(() => kring.log().at(-1)).toContain('"path":"/language"');
    const before = kring.log().length;
    const addresses = [
      `/p/${secret}`,
      `/p/${secret}/face`,
      `/a/${secret}`,
      `/a/${secret}/face`,
      `/i/${secret}`,
      `/i/${secret}/no`,
      `/i/${secret}/paper`,
      `/i/${secret}/mailed`,
      `/i/${secret}/unknown`,
      `/u/${secret}`,
      `/calendar/${secret}.ics`,
      `/sign-in/link/${secret}`,
    ];
    for (const path of addresses) {
      await rita.get(path);
      await rita.post(path, { answer: "yes" });
      await rita.get(`${path}?answer=yes&mail=${secret}`);
    }
    await rita.get(`/sign-in/code?id=${secret}&mail=rita@kring.example`);
    const lines = () => kring.log().slice(before);
    await expect.poll(() => lines().filter((line) => line.includes('"path"')).length).toBe(3 * addresses.length + 1);
    expect(lines().join("\n")).toContain('"path":"/a/:token"');
    expect(lines().join("\n")).not.toMatch(/Geheim/);
    expect(kring.log().join("\n")).not.toMatch(/rita|@kring|Vliegen/i);
  });

  it("holds no secret of a link that somebody really got", async () => {
    const before = post.delivered.length;
    await visitor(kring).send("/sign-in", { mail: "fatima@kring.example" });
    const { text = "" } = await post.letterTo("fatima@kring.example", before);
    const token = /\/sign-in\/link\/([\w-]+)/.exec(text)?.[1] ?? "";
    expect(token.length).toBeGreaterThan(30);
    const fatima = visitor(kring);
    await fatima.get(`/sign-in/link/${token}`);
    expect((await fatima.post(`/sign-in/link/${token}`, {})).status).toBe(302);
    expect(kring.log().join("\n")).not.toContain(token);
    expect(kring.log().join("\n")).not.toContain(fatima.cookies.get("kring"));
  });
});
