import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CastName } from "../../app/demo/cast";
import { rows } from "../../app/platform/query.server";
import type { House } from "../e2e/house";
import { type Alike, type Asker, oneOfEach } from "../policy/everybody";
import { houseOfJan } from "../policy/house-of-jan";
import type { World } from "../world";

let kring: House;
let world: World;
let cookies: Record<Asker | Alike, string>;
let names: Record<string, string>;
beforeAll(async () => {
  ({ kring, world, cookies } = await houseOfJan());
  for (const audience of ["me", "facilitators", "everyone", "network"] as const)
    names = await oneOfEach(world, audience, `voor ${audience}`);
});
afterAll(() => kring?.close());

const ask = (path: string, asker: Asker | Alike, init: RequestInit = {}) =>
  fetch(kring.url + path, { redirect: "manual", ...init, headers: { cookie: cookies[asker], ...init.headers } });
const through = (name: CastName, rest = "") => `/g/${world.groupId}/as/${world.members[name]}${rest}`;
const pages = () => [
  "",
  "/circle",
  `/people/${world.members.fatima}`,
  `/people/${world.members.jan}`,
  "/gatherings",
  `/gatherings/${names.gatheringId}`,
  `/gatherings/${names.gatheringId}/answer`,
  "/plan",
  "/plan/dreams/new",
  "/plan/actions/new",
  "/support",
  "/story",
  "/help",
  "/settings",
];

/** A page without what differs at each request, and without the bar that says who looks. */
const still = (html: string) => html.replace(/name="formKey" value="[^"]*"/g, "").replace(/<aside class="bar">.*?<\/aside>/s, "");

describe("The circle through somebody's eyes", () => {
  it.each(["fatima", "mia", "els", "rita"] as const)("is for Jan what %s really sees, on every page", async (name) => {
    for (const page of pages()) {
      const theirs = await ask(`/g/${world.groupId}${page}`, name);
      const seen = await ask(through(name, page), "jan");
      const html = await seen.text();
      if (theirs.status !== 200) {
        expect(seen.status, page).toBe(404);
        continue;
      }
      expect(html, page).toContain('<aside class="bar">');
      const bare = still(html)
        .replaceAll(`/as/${world.members[name]}`, "")
        .replace(/<title>Zo ziet \w+ het · /, "<title>");
      expect(bare, page).toBe(still(await theirs.text()));
    }
  });

  it("leads on through the same eyes, and back only to the settings", async () => {
    const html = await (await ask(through("fatima", "/plan"), "jan")).text();
    const links = [...html.matchAll(/(?:href|action)="(\/g\/[^"]*)"/g)].map(([, link]) => link ?? "");
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !link.startsWith(through("fatima")))).toEqual([`/g/${world.groupId}/settings#look`]);
  });

  it("is for whoever may act for Jan too, and for nobody else", async () => {
    expect((await ask(through("fatima"), "rita")).status).toBe(200);
    for (const asker of ["mia", "fatima", "els", "stan"] as const) expect((await ask(through("tom"), asker)).status, asker).toBe(403);
    for (const asker of ["omar", "sofie", "wim", "an"] as const) expect((await ask(through("tom"), asker)).status, asker).not.toBe(200);
    expect((await ask(through("tom"), "nobody")).status).toBe(302);
  });

  it("changes nothing: no press is taken, and it is no visit", async () => {
    const before = JSON.stringify(rows("SELECT * FROM Member ORDER BY id"));
    const posted = await ask(through("fatima", `/plan/actions/${names.actionId}/done`), "jan", {
      method: "POST",
      body: new URLSearchParams({}),
    });
    expect(posted.status).toBe(403);
    expect(await posted.text()).toContain("Stop eerst met kijken");
    await ask(through("fatima"), "jan");
    await ask("/healthz", "jan");
    expect(JSON.stringify(rows("SELECT * FROM Member ORDER BY id"))).toBe(before);
    expect(rows("SELECT doneAt FROM Action WHERE doneAt IS NOT NULL")).toEqual([]);
  });

  it("ends where the circle ends, and at who is not in it", async () => {
    for (const rest of ["/../../me", "/..%2f..%2fme", "/%2e%2e/%2e%2e/me", "/nowhere", `/as/${world.members.mia}`, "/photos/x/small"])
      expect((await ask(through("fatima", rest), "jan")).status, rest).not.toBe(200);
    for (const id of ["none", world.members.wim, world.otherGroupId])
      expect((await ask(`/g/${world.groupId}/as/${id}`, "jan")).status).toBe(404);
    const own = await ask(through("jan", "/plan?x=1"), "jan");
    expect([own.status, own.headers.get("location")]).toEqual([302, `/g/${world.groupId}/plan?x=1`]);
  });
});
