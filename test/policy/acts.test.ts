import { beforeAll, describe, expect, it } from "vitest";
import { now as moment } from "../../app/platform/clock.server";
import { Refusal } from "../../app/platform/refusal";
import { transaction } from "../../app/platform/transaction.server";
import { actor, actorOrRefusal, may } from "../../app/policy/acting";
import { type Act, mayDo } from "../../app/policy/table";
import { type MemberViewer, memberOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";
import { everybody } from "./everybody";
import { expectedActs } from "./expected-acts";

let world: World;
let viewers: MemberViewer[];
let rita: MemberViewer;
beforeAll(async () => {
  await freshDatabase();
  world = await circleOfJan();
  const { stan } = await everybody(world);
  if (!stan) throw new Error("Stan has no session");
  const accountId = await transaction(async (tx) => (await tx.account.findUniqueOrThrow({ where: { mail: "stan@plan.example" } })).id);
  const starter = memberOf({ accountId, name: "Stan", mail: null, language: "nl", operator: false }, world.groupId, moment());
  if (!starter) throw new Error("Stan is not in the circle");
  rita = as(world, "rita");
  viewers = [as(world, "jan"), rita, as(world, "mia"), starter, as(world, "fatima"), as(world, "els")];
});

describe("Every act, by everybody", () => {
  it("is in the table", () => {
    expect(Object.keys(expectedActs).sort()).toEqual(Object.keys(mayDo).sort());
  });

  it.each(Object.entries(expectedActs) as [Act, string][])("%s: %s", (act, row) => {
    const found = viewers.map((viewer) => {
      const others = may(viewer, act, world.members.greet) && may(viewer, act);
      return others ? "yes" : may(viewer, act, viewer.memberId) ? "own" : "no";
    });
    expect(found.join(" ")).toBe(row);
  });

  it("with several people is about whoever is one of them, and with none about nobody", () => {
    const fatima = as(world, "fatima");
    expect(may(fatima, "action.done", [world.members.greet, fatima.memberId])).toBe(true);
    expect(may(fatima, "action.done", [world.members.greet, world.members.tom])).toBe(false);
    for (const nobody of [[], null, undefined]) expect(may(fatima, "action.done", nobody)).toBe(false);
  });
});

describe("What Rita does", () => {
  const asHerself = () => ({ byId: rita.memberId, byName: "Rita", forId: null, forName: null });
  const forJan = () => ({ byId: rita.memberId, byName: "Rita", forId: world.members.jan, forName: "Jan" });

  it("is for Jan, with both named, in all that he may do; what is about herself she does as herself", () => {
    expect(actor(rita, "dream.write")).toEqual(forJan());
    expect(actor(rita, "action.write")).toEqual(forJan());
    expect(actor(rita, "gathering.answer", world.members.jan)).toEqual(forJan());
    expect(actor(rita, "gathering.answer", rita.memberId)).toEqual(asHerself());
    expect(actor(rita, "member.propose")).toEqual(asHerself());
  });

  it("until she says in a browser that she does it for him: then she is only who she is herself", () => {
    const herself = { ...rita, actsForId: null };
    expect(actor(herself, "action.write")).toEqual(asHerself());
    for (const act of ["dream.write", "member.add", "group.change"] as const) {
      expect(actor(herself, act)).toBeNull();
      expect(() => actorOrRefusal(herself, act)).toThrow(
        expect.objectContaining({ words: { key: "refusal.notForThem", values: { name: "Jan" }, helpIn: world.groupId } }),
      );
    }
    expect(() => actorOrRefusal(herself, "group.erase")).toThrow(
      expect.objectContaining({ words: expect.objectContaining({ key: "refusal.mayNot" }) }),
    );
  });

  it("is not what Tom would do", () => {
    expect(actor(rita, "gathering.answer", world.members.tom)).toBeNull();
  });
});

describe("Whoever may not", () => {
  it("is told why, in words that name whose circle it is, and the log says who tried what", () => {
    const refused = () => actorOrRefusal(as(world, "els"), "dream.write");
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow("professional may not dream.write");
    expect(refused).toThrow(expect.objectContaining({ words: { key: "refusal.mayNot", values: { name: "Jan" } }, field: null }));
  });

  it("and whoever may is named", () => {
    expect(actorOrRefusal(as(world, "mia"), "dream.write")).toEqual({
      byId: world.members.mia,
      byName: "Mia",
      forId: null,
      forName: null,
    });
  });

  it("after their help to Jan has ended, may what they might before it", () => {
    const an = memberOf(person(world, "an"), world.groupId, moment());
    expect(an?.actsForId).toBeNull();
    expect(an && may(an, "dream.write")).toBe(false);
    expect(an && may(an, "gathering.answer", world.members.jan)).toBe(false);
  });
});
