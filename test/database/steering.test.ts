import { beforeEach, describe, expect, it } from "vitest";
import { staff } from "../../app/demo/cast";
import { say } from "../../app/i18n/text";
import { rows } from "../../app/platform/query.server";
import { audiences } from "../../app/policy/table";
import { chooseForWhom } from "../../app/steering/choosing-for-whom.server";
import { forWhomNew } from "../../app/steering/for-whom-new.server";
import { namesOf } from "../../app/steering/names";
import { whoSeesWhat } from "../../app/steering/who-sees-what.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

describe("For whom something new is", () => {
  it("is the people around Jan, until he chooses, and then by kind what he chose last", async () => {
    const jan = as(world, "jan");
    expect(forWhomNew(jan)).toEqual({ dream: "network", goal: "network", action: "network", support: "network" });
    await chooseForWhom(jan, "dream", { audience: "me" }, null);
    await chooseForWhom(jan, "dream", { audience: "facilitators" }, null);
    await chooseForWhom(as(world, "rita"), "support", { audience: "everyone" }, null);
    expect(forWhomNew(as(world, "fatima"))).toEqual({ dream: "facilitators", goal: "network", action: "network", support: "everyone" });
  });

  it("is kept as it was, with who chose it and for whom; the same choice again is no other", async () => {
    const { jan, rita } = world.members;
    await chooseForWhom(as(world, "jan"), "dream", { audience: "me" }, "one form");
    await chooseForWhom(as(world, "jan"), "dream", { audience: "me" }, "another form");
    await chooseForWhom(as(world, "rita"), "dream", { audience: "network" }, null);
    expect(rows("SELECT audience, until IS NULL AS open, byId, forId FROM ForWhom ORDER BY since, id")).toEqual([
      { audience: "me", open: 0, byId: jan, forId: null },
      { audience: "network", open: 1, byId: rita, forId: jan },
    ]);
  });

  it("is for nobody else to choose, and of one circle only", async () => {
    for (const name of ["mia", "fatima", "els"] as const)
      await expect(chooseForWhom(as(world, name), "dream", { audience: "me" }, null)).rejects.toMatchObject({ status: 403 });
    await chooseForWhom(as(world, "jan"), "goal", { audience: "me" }, null);
    expect(rows("SELECT DISTINCT groupId FROM ForWhom")).toEqual([{ groupId: world.groupId }]);
    expect(rows("SELECT kind FROM StoryLine WHERE groupId = ?", [world.groupId] as never)).not.toContainEqual({ kind: "forWhomChosen" });
  });
});

describe("Who sees what, in words", () => {
  const names = (ids: string[]) => namesOf(ids, whoSeesWhat(as(world, "jan")).people, world.members.jan, "nl", say("nl"));

  it("names those who see it, the reader as jij and first, and of many only the first", () => {
    const { sees } = whoSeesWhat(as(world, "jan"));
    expect(sees.map(({ audience }) => audience)).toEqual(audiences);
    const [me, facilitators, network, everyone] = sees.map(({ who }) => names(who));
    expect(me).toBe("jij en Rita");
    expect(facilitators).toBe("jij, Mia en Rita");
    expect(network).toMatch(/^jij, .+ en nog \d anderen$/);
    expect(sees[2]?.who).not.toContain(world.members.els);
    expect(sees[3]?.who).toContain(world.members.els);
    expect(everyone).toMatch(/^jij, /);
  });

  it("puts those who can do the same together: what only Jan may, Rita may for him; an answer is everybody's own", () => {
    const { does, people } = whoSeesWhat(as(world, "jan"));
    const { jan, rita, mia, els } = world.members;
    const with_ = (act: string) => does.filter(({ acts }) => (acts as string[]).includes(act));
    expect(with_("group.change")).toMatchObject([{ who: [jan, rita], own: false }]);
    expect(with_("gathering.plan")[0]?.who.sort()).toEqual([jan, rita, mia].sort());
    expect(with_("gathering.answer")).toMatchObject([{ own: true, who: people.map(({ id }) => id) }]);
    expect(with_("action.write").flatMap(({ who }) => who)).not.toContain(els);
    expect(with_("group.handOver")).toEqual([]);
  });

  it("names the organisation that knows of the circle", () => {
    expect(whoSeesWhat(as(world, "jan")).organisation).toBe(staff.organisation);
  });
});
