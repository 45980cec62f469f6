import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAgain } from "../../app/closing/opening-again.server";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { meetAgain } from "../../app/gatherings/pausing/pausing.server";
import { transaction } from "../../app/platform/transaction.server";
import { audiences } from "../../app/policy/table";
import routes from "../../app/routes";
import type { House } from "../e2e/house";
import { type Alike, type Asker, alike, askers, oneOfEach } from "../policy/everybody";
import { expected, type Row } from "../policy/expected";
import { forms } from "../policy/forms";
import { houseOfJan } from "../policy/house-of-jan";
import { as, type World } from "../world";

let kring: House;
let world: World;
let cookies: Record<Asker | Alike, string>;
beforeAll(async () => {
  ({ kring, world, cookies } = await houseOfJan());
});
afterAll(() => kring?.close());

const paths = routes.map((route) => ("path" in route && route.path ? `/${route.path}` : "/"));
/** What ends somebody's place in the circle, their account, or a session of theirs, is pressed last. */
const lasting = (path: string) => ["/g/:groupId/handover", "/me/devices/end", "/me/erase", "/sign-out"].indexOf(path);
/** What would hold up all that is pressed after it is undone. */
const undone: Record<string, () => Promise<unknown>> = {
  "/g/:groupId/settings/close": () => openAgain(as(world, "jan")),
  "/g/:groupId/gatherings/pause": () => meetAgain(as(world, "jan")),
};
/** Where it says nothing to try it as another: what is theirs also when their time in the circle is over, and Rita's own pages twice. */
const theirs = (name: Alike, path: string) =>
  path === "/me/erase" || (name === "herself" && (!path.startsWith("/g/") || path === "/g/:groupId/for"));

function filled(path: string, names: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? "none").replace(/\/\*$/, path === "/*" ? "/nowhere" : "/plan");
}

/** Each link from a mail is tried from a network of its own: one that is tried too often holds up no other. */
const links: string[] = [];
function network(path: string): Record<string, string> {
  if (!/^\/(sign-in\/link|i|j|a|p|u)\//.test(path)) return {};
  if (!links.includes(path)) links.push(path);
  return { "x-forwarded-for": `10.0.0.${links.indexOf(path)}` };
}

/** Asks for a page as somebody, or posts a form to it. */
async function ask(path: string, asker: Asker | Alike, form?: Record<string, string>): Promise<Response> {
  const headers = { cookie: cookies[asker], ...network(path) };
  const posted = form && { method: "POST", body: new URLSearchParams(form) };
  return fetch(kring.url + path, { headers, redirect: "manual", ...posted });
}

describe("A marker in what somebody may not see", () => {
  const pages = (names: Record<string, string>) =>
    paths.filter((path) => path.startsWith("/g/") && !path.includes("photos/")).map((path) => filled(path, names));
  /** Who belongs to which audience. */
  const sees: Record<(typeof audiences)[number], Asker[]> = {
    me: ["rita", "jan"],
    facilitators: ["mia", "stan", "rita", "jan"],
    network: ["fatima", "mia", "stan", "rita", "jan"],
    everyone: ["els", "fatima", "mia", "stan", "rita", "jan"],
  };

  it.each(audiences)("written for %s is on pages of who may read it, and on none of anybody else", async (audience) => {
    const marker = `Zeepaardje${audience}`;
    const names = await oneOfEach(world, audience, marker);
    const addresses = [...pages(names), "/", "/me", `/o/${world.organisationId}`, "/mailbox-not"];
    const found: Record<string, string[]> = {};
    for (const asker of askers) {
      found[asker] = [];
      for (const address of addresses) {
        const text = await (await ask(address, asker)).text();
        if (text.includes(marker)) found[asker].push(address);
      }
    }
    for (const asker of askers) {
      if (sees[audience].includes(asker)) expect(found[asker]?.length, `${asker} sees what is for ${audience}`).toBeGreaterThan(2);
      else expect(found[asker], `${asker} sees nothing of what is for ${audience}`).toEqual([]);
    }
  });

  it("said with an answer is read by the network, and by no professional, staff or stranger", async () => {
    const marker = "Zeesterretje";
    const names = await oneOfEach(world, "network", "antwoord");
    const said = answerForm.parse({ answer: "yes", word: marker, wordAsked: "yes" });
    await answer(as(world, "fatima"), names.gatheringId ?? "", world.members.fatima, said, null, "/");
    const page = `/g/${world.groupId}/gatherings/${names.gatheringId}`;
    const readers = [];
    for (const asker of askers) if ((await (await ask(page, asker)).text()).includes(marker)) readers.push(asker);
    expect(readers).toEqual(["fatima", "mia", "stan", "rita", "jan"]);
  });

  it("on the lists of a gathering is read by the network likewise", async () => {
    const { gatheringId = "", bringingId, riderId } = await oneOfEach(world, "network", "lijsten");
    const [lift, line] = ["Zeeslakje", "Zeekomkommer"];
    await transaction(async (tx) => {
      await tx.lift.updateMany({ where: { gatheringId, riderId: riderId ?? "" }, data: { word: lift } });
      await tx.bringing.updateMany({ where: { id: bringingId ?? "" }, data: { what: line } });
    });
    for (const marker of [lift, line]) {
      const readers = [];
      for (const asker of askers)
        if ((await (await ask(`/g/${world.groupId}/gatherings/${gatheringId}`, asker)).text()).includes(marker)) readers.push(asker);
      expect(readers, marker).toEqual(["fatima", "mia", "stan", "rita", "jan"]);
    }
  });

  it("changes no length and no count of a page of who may not see it", async () => {
    const count = async (asker: Asker, path: string) =>
      (await (await ask(`/g/${world.groupId}${path}`, asker)).text()).replace(/name="formKey" value="\w+"/g, "").length;
    const seen = ["", "/plan", "/support", "/story", `/people/${world.members.jan}`];
    const before = await Promise.all(seen.map((path) => count("els", path)));
    // Gatherings are everybody's, so only entries are added here.
    const { writeDream } = await import("../../app/plan/writing-a-dream.server");
    await writeDream(as(world, "jan"), { text: "alleen voor mijn netwerk", audience: "network" }, null);
    expect(await Promise.all(seen.map((path) => count("els", path)))).toEqual(before);
  });
});

describe("Every address, asked for and posted to by everybody", () => {
  it("is in the table", () => {
    expect(Object.keys(expected).sort()).toEqual([...paths].sort());
  });

  it("answers as the table says, and those whose time is over as if it had never been", async () => {
    const found: Record<string, Row> = {};
    const strange: string[] = [];
    for (const path of [...paths].sort((one, other) => lasting(one) - lasting(other))) {
      const named = /:(?!groupId|token)/.test(path);
      let names = await oneOfEach(world, "network", "allemaal");
      /** Asks for it, then posts to it. What was pressed once is pressed: the next finds another of it there. */
      const both = async (asker: Asker | Alike): Promise<[number, number]> => {
        const { status } = await ask(filled(path, names), asker);
        const posted = await ask(filled(path, names), asker, forms[path]?.(names) ?? {});
        const done = posted.status === 302 && !posted.headers.get("location")?.startsWith("/sign-in");
        if (done) await undone[path]?.();
        if (named && done) names = await oneOfEach(world, "network", asker);
        return [status, posted.status];
      };
      const answers = {} as Record<Asker, [number, number]>;
      for (const asker of askers) {
        answers[asker] = await both(asker);
        for (const [name, like] of Object.entries(alike) as [Alike, Asker][]) {
          if (like !== asker || theirs(name, path)) continue;
          const got = await both(name);
          if (String(got) !== String(answers[like])) strange.push(`${name} at ${path}: ${got}, not ${answers[like]}`);
        }
      }
      found[path] = [0, 1].map((way) => askers.map((asker) => answers[asker][way]).join(" ")) as Row;
    }
    if (process.env.KRING_PRINT_TABLE) process.stdout.write(`TABLE${JSON.stringify(found)}\n`);
    expect(found).toEqual(expected);
    expect(strange).toEqual([]);
  });
});
