import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { invite } from "../../app/groups/inviting.server";
import { rows } from "../../app/platform/query.server";
import routes from "../../app/routes";
import type { House } from "../e2e/house";
import { type Asker, askers, oneOfEach } from "../policy/everybody";
import { houseOfJan } from "../policy/house-of-jan";
import { as, type World } from "../world";

let kring: House;
let world: World;
let cookies: Record<Asker, string>;
let addresses: string[];
beforeAll(async () => {
  ({ kring, world, cookies } = await houseOfJan());
  const names = await oneOfEach(world, "network", "allemaal");
  await invite(as(world, "jan"), names.memberId ?? "", null);
  const data = rows<{ data: string }>("SELECT data FROM OutboxMail").map((mail) => JSON.parse(mail.data) as Record<string, string>);
  const token = (key: string) => data.find((one) => one[key])?.[key] ?? expect.fail(`no ${key} in a mail`);
  const tokens: Record<string, string> = { "i/": token("token"), "a/": token("answerToken"), "u/": token("fewerToken") };
  addresses = routes.flatMap((route) => {
    const path = "path" in route && route.path ? route.path : "";
    const fill = (more: Record<string, string>) =>
      `/${path.replace(/:(\w+)/g, (_, name: string) => ({ ...names, ...more })[name] ?? "none").replace("*", path === "*" ? "nowhere" : "plan")}`;
    const begins = path.slice(0, 2);
    return tokens[begins] ? [fill({}), fill({ token: tokens[begins] })] : [fill({})];
  });
  // The mailbox is compared too: nothing may come into it in between.
  await vi.waitFor(() => expect(rows("SELECT id FROM OutboxMail WHERE state IN ('waiting', 'sending')")).toEqual([]), 15_000);
});
afterAll(() => kring?.close());

interface Answer {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: string;
}

/** What an address answers, without what is new at each request: the moment, and the keys of forms. */
async function answer(address: string, asker: Asker, more: Record<string, string> = {}): Promise<Answer & { way: string | null }> {
  const cookie = [cookies[asker], more.cookie].filter(Boolean).join("; ");
  const said = await fetch(kring.url + address, { headers: { cookie }, redirect: "manual" });
  const { date: _, "x-kring-drawn": way = null, "x-kring-statements": __, ...headers } = Object.fromEntries(said.headers);
  const body = (await said.text()).replace(/name="formKey" value="[^"]*"/g, "");
  return { status: said.status, headers, cookies: said.headers.getSetCookie(), body, way };
}

/** The same page under an address that is never drawn directly: with a slash at its end, which the router overlooks. */
async function bothWays(address: string, asker: Asker, more: Record<string, string> = {}) {
  const [path = "", search = ""] = address.split("?");
  const { way, ...straight } = await answer(address, asker, more);
  const { way: otherWay, ...routed } = await answer(`${path}/${search && `?${search}`}`, asker, more);
  const { "content-length": ___, ...headers } = straight.headers;
  const { "content-length": ____, ...routedHeaders } = routed.headers;
  // Who has to sign in first is led back to where they asked for.
  if (routedHeaders.location) routedHeaders.location = routedHeaders.location.replace(/%2F(?=%3F|$)/, "");
  return { straight: { ...straight, headers }, routed: { ...routed, headers: routedHeaders }, way, otherWay };
}

describe("A page that is drawn directly", () => {
  it.each(askers)("is for %s the same as the router would draw it, at every address", async (asker) => {
    const direct: string[] = [];
    for (const address of addresses) {
      if (address === "/") continue;
      const { straight, routed, way, otherWay } = await bothWays(address, asker);
      expect(straight, `${address} for ${asker}`).toEqual(routed);
      expect(otherWay, address).toBeNull();
      // What is shown is drawn; what leads elsewhere, is refused or is no page is left to the router.
      if (way) direct.push(address);
      // Only what is seen through somebody's eyes is a page that was drawn before it got there.
      else if (straight.status === 200 && !address.includes("/as/"))
        expect(straight.headers["content-type"], address).not.toContain("text/html");
    }
    expect(direct.length).toBeGreaterThan(asker === "nobody" ? 3 : 5);
  });

  it("tells who only asks about it (HEAD) what it would answer, without the page", async () => {
    for (const path of ["/", `/g/${world.groupId}/plan`, "/nowhere"]) {
      const headers = { cookie: cookies.jan, "accept-encoding": "identity" };
      const [got, headed] = await Promise.all(["GET", "HEAD"].map((method) => fetch(kring.url + path, { method, headers })));
      const page = (await got?.text()) ?? "";
      expect(headed?.status).toBe(got?.status);
      for (const name of ["content-type", "content-length", "x-kring-drawn"])
        expect(headed?.headers.get(name)).toBe(got?.headers.get(name));
      expect(headed?.headers.get("content-length")).toBe(String(Buffer.byteLength(page)));
      expect(await headed?.text()).toBe("");
    }
  });

  it("says once what was just done, in both ways", async () => {
    const said = { cookie: "said=saved.x" };
    const { straight, routed, way } = await bothWays(`/g/${world.groupId}/plan`, "jan", said);
    expect(straight).toEqual(routed);
    expect(way).toBe("directly");
    expect(straight.cookies.join()).toContain("said=;");
  });

  it("reads what stands behind the question mark, and knows an address in other letters", async () => {
    const { straight, routed, way } = await bothWays(`/g/${world.groupId}/plan?just=none`, "jan");
    expect(straight).toEqual(routed);
    expect(way).toBe("directly");
    expect((await answer(`/G/${world.groupId}/Plan`, "jan")).status).toBe(200);
    expect((await answer(`/g/${world.groupId}%2Fplan`, "jan")).status).toBe(404);
  });
});
