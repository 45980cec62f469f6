import { beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { now } from "../../app/platform/clock.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { Overtaken, Refusal } from "../../app/platform/refusal";
import { transaction } from "../../app/platform/transaction.server";
import { addDays, addMonths } from "../../app/platform/wall-clock";
import { memberOf } from "../../app/policy/viewer.server";
import { changeSupport } from "../../app/support/changing-support.server";
import { endSupport } from "../../app/support/ending-support.server";
import { noteSupport } from "../../app/support/noting-support.server";
import { supportAsItIs, supportOverview, whoMayBeNoted } from "../../app/support/overview.server";
import { resumeSupport } from "../../app/support/resuming-support.server";
import { supportForm } from "../../app/support/schema";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Name = Exclude<Parameters<typeof as>[1], "sofie">;
type Form = z.infer<typeof supportForm>;
const idIn = (path: string) => path.split(/[#=]/).at(-1) ?? "";
const today = () => as(world, "jan").today;
const plain = {
  service: null,
  what: "boodschappen",
  domain: "housing",
  since: "2019-05-03",
  until: null,
  paid: false,
  audience: "network",
} as const;
const toms = (form: Partial<Form> = {}): Form => ({ ...plain, memberId: world.members.tom, ...form });
const noted = async (form: Partial<Form> = {}, by: Name = "mia") => idIn(await noteSupport(as(world, by), toms(form), null));
const seenBy = (name: Name) => supportOverview(as(world, name)).now.map((support) => `${support.who}: ${support.what}`);
const kinds = () => rows<{ kind: string }>("SELECT kind FROM StoryLine ORDER BY id").map((line) => line.kind);
const missing = expect.objectContaining({ status: 404 });

describe("Support", () => {
  it("is noted of somebody in the circle or of a service, and counted as paid or not", async () => {
    await noted();
    await noted({ memberId: null, service: "Dienst De Brug", what: "wonen", paid: true, audience: "everyone" });
    expect(seenBy("jan")).toEqual(["Tom: boodschappen", "Dienst De Brug: wonen"]);
    expect(supportOverview(as(world, "jan")).counts).toEqual({ network: 1, paid: 1 });
    expect(supportOverview(as(world, "els")).counts).toEqual({ network: 0, paid: 1 });
    expect(seenBy("els")).toEqual(["Dienst De Brug: wonen"]);
  });

  it("is noted by Tom of himself only, and by Els of nobody", async () => {
    await noted({}, "tom");
    expect(whoMayBeNoted(as(world, "tom"))).toMatchObject({ services: false, people: [{ name: "Tom" }] });
    for (const form of [{ memberId: world.members.an }, { memberId: null, service: "Dienst De Brug" }])
      await expect(noted(form, "tom")).rejects.toThrow(Refusal);
    await expect(noted({ memberId: world.members.els, audience: "everyone" }, "els")).rejects.toThrow(Refusal);
    expect(seenBy("jan")).toEqual(["Tom: boodschappen"]);
  });

  it("is noted by Rita, for Jan, of anybody, and both are named", async () => {
    await noted({ memberId: world.members.greet }, "rita");
    expect(row("SELECT byName, forName FROM StoryLine WHERE kind = 'supportNoted'")).toEqual({ byName: "Rita", forName: "Jan" });
  });

  it("is not of who belongs to another circle, or has left", async () => {
    const omar = row<{ id: string }>("SELECT id FROM Member WHERE groupId = @g", { g: world.otherGroupId });
    await expect(noted({ memberId: omar?.id ?? "" })).rejects.toMatchObject({ field: "memberId" });
    await leave("luc");
    await expect(noted({ memberId: world.members.luc })).rejects.toMatchObject({ field: "memberId" });
    expect(row("SELECT count(*) AS n FROM Entry")).toEqual({ n: 0 });
  });

  it("asks who, and one of the two; and takes no end before the beginning, and no day that isn't", () => {
    const wrong = (form: Record<string, string>) =>
      supportForm
        .safeParse({ what: "rijden", domain: "leisure", since: "2020-01-01", audience: "network", ...form })
        .error?.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
    expect(wrong({ memberId: "01" })).toBeUndefined();
    expect(wrong({})).toEqual(["memberId support.whoMissing"]);
    expect(wrong({ what: "\u0000", domain: "x" })).toHaveLength(3);
    expect(wrong({ memberId: "01", service: "De Brug" })).toEqual(["service support.whoTwice"]);
    expect(wrong({ memberId: "01", until: "2019-12-31" })).toEqual(["until support.untilBefore"]);
    expect(wrong({ memberId: "01", since: "2021-02-29" })).toEqual(["since error.dayWrong"]);
    expect(wrong({ service: "x".repeat(101) })?.[0]).toBe("service error.tooLong");
  });

  it("may have begun long ago, or begin within a year", async () => {
    await noted({ since: "1950-01-01" });
    await noted({ since: addMonths(today(), 12) });
    await expect(noted({ since: addDays(addMonths(today(), 12), 1) })).rejects.toMatchObject({ field: "since" });
    await expect(noted({ until: addMonths(today(), 13) })).rejects.toMatchObject({ field: "until" });
  });

  it("that is hidden leaves no trace: not in the list, the counts, what was, nor by its own address", async () => {
    const id = await noted({ what: "KIEKEBOE", audience: "me" }, "jan");
    const was = await noted({ what: "KIEKEBOE", audience: "facilitators", until: today() }, "jan");
    for (const name of ["fatima", "els"] as const) {
      const page = supportOverview(as(world, name), { just: was });
      expect(page).toMatchObject({ now: [], past: [], counts: { network: 0, paid: 0 }, just: null });
      expect(JSON.stringify(page)).not.toContain("KIEKEBOE");
      expect(() => supportAsItIs(as(world, name), id)).toThrow(missing);
      for (const act of [endSupport(as(world, name), id, { until: today() }, null), resumeSupport(as(world, name), was)])
        await expect(act).rejects.toEqual(missing);
    }
    const omar = memberOf(person(world, "omar"), world.otherGroupId, now());
    if (!omar) throw new Error("Omar has no circle");
    expect(supportOverview(omar, { just: was })).toMatchObject({ now: [], past: [], just: null });
    await expect(endSupport(omar, await noted({ audience: "everyone" }), { until: today() }, null)).rejects.toEqual(missing);
  });
});

describe("Support that changes", () => {
  const change = (form: Partial<Form>, version: number) => ({ ...toms(form), audience: undefined, version });

  it("is reworded and changed by Tom for his own, and the story keeps both", async () => {
    const id = await noted();
    await changeSupport(as(world, "tom"), id, change({ what: "de grote boodschappen", domain: "care" }, 1), null);
    expect(seenBy("jan")).toEqual(["Tom: de grote boodschappen"]);
    expect(kinds().sort()).toEqual(["reworded", "supportChanged", "supportNoted"]);
    await expect(changeSupport(as(world, "an"), id, change({ what: "niets" }, 2), null)).rejects.toThrow(Refusal);
    await expect(changeSupport(as(world, "tom"), id, change({ memberId: world.members.an }, 2), null)).rejects.toThrow(Refusal);
  });

  it("by two at once keeps the first and shows both", async () => {
    const id = await noted();
    await changeSupport(as(world, "jan"), id, change({ what: "koken" }, 1), null);
    const late = changeSupport(as(world, "mia"), id, change({ what: "rijden" }, 1), null);
    await expect(late).rejects.toThrow(Overtaken);
    await expect(late).rejects.toMatchObject({ version: 2, theirs: { what: "koken", memberId: world.members.tom, paid: "" } });
  });

  it("stays somebody's who has left", async () => {
    const id = await noted();
    await leave("tom");
    expect(whoMayBeNoted(as(world, "mia"), supportAsItIs(as(world, "mia"), id)).people.map((one) => one.name)).toContain("Tom");
    await changeSupport(as(world, "mia"), id, change({ what: "de grote boodschappen" }, 1), null);
    expect(seenBy("jan")).toEqual(["Tom: de grote boodschappen"]);
  });
});

describe("Support that stops", () => {
  it("stands under what was from that day on, once, and goes on after all when asked", async () => {
    const id = await noted();
    await endSupport(as(world, "tom"), id, { until: today() }, null);
    await endSupport(as(world, "tom"), id, { until: today() }, null);
    const page = supportOverview(as(world, "tom"), { just: id });
    expect([page.now, page.past.map((support) => support.what), page.just?.can.change]).toEqual([[], ["boodschappen"], true]);
    expect(supportOverview(as(world, "fatima"), { just: id }).just?.can.change).toBe(false);
    await resumeSupport(as(world, "tom"), id);
    await resumeSupport(as(world, "tom"), id);
    expect(seenBy("jan")).toEqual(["Tom: boodschappen"]);
    expect(kinds()).toEqual(["supportNoted", "supportEnded", "supportResumed"]);
  });

  it("does not stop before it began, nor years ahead, and is still there until its day", async () => {
    const id = await noted({ since: addDays(today(), -3) });
    const end = (until: string) => endSupport(as(world, "mia"), id, { until }, null);
    await expect(end(addDays(today(), -4))).rejects.toMatchObject({ field: "until" });
    await expect(end(addMonths(today(), 13))).rejects.toMatchObject({ field: "until" });
    await end(addDays(today(), 5));
    expect(seenBy("jan")).toEqual(["Tom: boodschappen"]);
    await end(addDays(today(), -3));
    expect(seenBy("jan")).toEqual([]);
  });

  it("is overtaken for who had it open to change, so that its end is not lost", async () => {
    const id = await noted();
    await endSupport(as(world, "tom"), id, { until: today() }, null);
    const late = changeSupport(as(world, "mia"), id, { ...toms(), audience: undefined, version: 1 }, null);
    await expect(late).rejects.toMatchObject({ theirs: { until: today() } });
  });

  it("shows its latest five, then twenty at a time, by key, at the same cost after many years", async () => {
    const cost = () => {
      const before = readStatements();
      const page = supportOverview(as(world, "jan"), { just: "nothing", before: null });
      return { page, statements: readStatements() - before };
    };
    const empty = cost().statements;
    for (let place = 0; place < 23; place += 1)
      await noted(
        { what: `steun ${place}`, until: addDays("2020-01-01", Math.floor(place / 2)), audience: place === 20 ? "me" : "network" },
        "jan",
      );
    const { page, statements } = cost();
    expect([statements, page.past.length]).toEqual([empty, 5]);
    const rest = supportOverview(as(world, "jan"), { before: page.older });
    expect([rest.past.length, rest.older]).toEqual([18, null]);
    expect(new Set([...page.past, ...rest.past].map((support) => support.what)).size).toBe(23);
    const fatimas = supportOverview(as(world, "fatima"));
    expect([...fatimas.past, ...supportOverview(as(world, "fatima"), { before: fatimas.older }).past]).toHaveLength(22);
    expect(supportOverview(as(world, "jan"), { before: "nonsense" }).past).toEqual([]);
  });
});

async function leave(name: Name) {
  const until = new Date(Date.now() - 60_000).toISOString();
  await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members[name] }, data: { until } }));
}
