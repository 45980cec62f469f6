import { beforeEach, describe, expect, it } from "vitest";
import { changeGoal } from "../../app/plan/changing-a-goal.server";
import { comeTrue } from "../../app/plan/coming-true.server";
import { letGoOfGoal } from "../../app/plan/letting-go-of-a-goal.server";
import { planOverview } from "../../app/plan/overview.server";
import { reachGoal } from "../../app/plan/reaching-a-goal.server";
import { setGoal } from "../../app/plan/setting-a-goal.server";
import { takeUpGoal } from "../../app/plan/taking-up-a-goal.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now } from "../../app/platform/clock.server";
import { rows } from "../../app/platform/query.server";
import { Overtaken, Refusal } from "../../app/platform/refusal";
import type { Audience } from "../../app/policy/table";
import { memberOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Name = Parameters<typeof as>[1];
const idIn = (path: string) => path.split(/[#=]/).at(-1) ?? "";
const dream = async (text: string, audience: Audience = "network") => idIn(await writeDream(as(world, "jan"), { text, audience }, null));
const goal = async (text: string, dreamId: string | null = null, audience: Audience = "network", by: Name = "jan") =>
  idIn(await setGoal(as(world, by), { text, dreamId, audience }, null));
const kinds = () => rows<{ kind: string }>("SELECT kind FROM StoryLine ORDER BY id").map((line) => line.kind);
const missing = expect.objectContaining({ status: 404 });

/** The plan as somebody sees it: dreams with their goals, and goals that stand alone. */
function planOf(name: Name) {
  const plan = planOverview(as(world, name));
  return {
    dreams: plan.dreams.map((one) => [one.text, one.goals.map((under) => under.text)]),
    loose: plan.goals.map((one) => one.text),
    far: plan.dreams.map((one) => [one.goalsReached, one.goalsSet]),
  };
}

describe("A goal", () => {
  it("stands under its dream, or alone", async () => {
    await goal("Koken", await dream("Alleen wonen"));
    await goal("Elke week bewegen");
    expect(planOf("tom")).toEqual({ dreams: [["Alleen wonen", ["Koken"]]], loose: ["Elke week bewegen"], far: [[0, 1]] });
  });

  it("whose dream Fatima may not see stands alone to her, without a trace of the dream", async () => {
    await goal("Koken", await dream("KIEKEBOE", "me"));
    expect(planOf("fatima")).toEqual({ dreams: [], loose: ["Koken"], far: [] });
    expect(planOverview(as(world, "fatima")).goals).toMatchObject([{ text: "Koken", dreamId: null }]);
    expect(JSON.stringify(planOverview(as(world, "fatima")))).not.toContain("KIEKEBOE");
    expect(planOf("jan").dreams).toEqual([["KIEKEBOE", ["Koken"]]]);
  });

  it("that is hidden counts for nobody who may not see it", async () => {
    const under = await dream("Alleen wonen", "everyone");
    await reachGoal(as(world, "jan"), await goal("KIEKEBOE", under, "me"));
    await goal("Koken", under, "everyone");
    await goal("Sparen", under, "network");
    expect([planOf("jan").far, planOf("tom").far, planOf("els").far]).toEqual([[[1, 3]], [[0, 2]], [[0, 1]]]);
  });

  it("can't be set by Tom or Els, nor under a dream that its maker may not see or of another circle", async () => {
    for (const name of ["tom", "els"] as const) await expect(goal("Koken", null, "everyone", name)).rejects.toThrow(Refusal);
    const hidden = await dream("Een lief", "me");
    await expect(goal("Bloemen kopen", hidden, "network", "mia")).rejects.toEqual(missing);
    const omar = memberOf(person(world, "omar"), world.otherGroupId, now());
    if (!omar) throw new Error("Omar has no circle");
    const open = await dream("Zwemmen", "everyone");
    await expect(setGoal(omar, { text: "Mee zwemmen", dreamId: open, audience: "network" }, null)).rejects.toEqual(missing);
    await expect(reachGoal(omar, await goal("Koken"))).rejects.toEqual(missing);
    expect(planOverview(omar)).toMatchObject({ dreams: [], goals: [] });
  });

  it("sent twice with the same form is set once", async () => {
    const form = { text: "Koken", dreamId: null, audience: "network" } as const;
    const first = await setGoal(as(world, "mia"), form, "form-1");
    expect(await setGoal(as(world, "mia"), form, "form-1")).toBe(first);
    expect(planOf("tom").loose).toEqual(["Koken"]);
  });

  it("is reached with one press, once, and not after all when that was too soon", async () => {
    const id = await goal("Koken", await dream("Alleen wonen"));
    await reachGoal(as(world, "mia"), id);
    await reachGoal(as(world, "mia"), id);
    expect(planOf("tom").far).toEqual([[1, 1]]);
    expect(planOverview(as(world, "tom")).dreams[0]?.goals[0]).toMatchObject({ reached: true, can: { reach: false } });
    await takeUpGoal(as(world, "mia"), id);
    expect(planOf("tom").far).toEqual([[0, 1]]);
    expect(kinds()).toEqual(["dreamWritten", "goalSet", "goalReached", "goalTakenUp"]);
  });

  it("that was reached stands among the joys when it stands alone, or its dream is not to be seen", async () => {
    await reachGoal(as(world, "jan"), await goal("Alleen met de bus"));
    await reachGoal(as(world, "jan"), await goal("Koken", await dream("KIEKEBOE", "me")));
    const joys = (name: Name) => planOverview(as(world, name)).joys.map((joy) => joy.text);
    expect(joys("tom").sort()).toEqual(["Alleen met de bus", "Koken"]);
    expect(joys("jan")).toEqual(["Alleen met de bus"]);
  });

  it("of a dream that came true goes on alone", async () => {
    const over = await dream("Alleen wonen");
    await goal("Koken", over);
    await comeTrue(as(world, "jan"), over);
    expect(planOf("tom")).toEqual({ dreams: [], loose: ["Koken"], far: [] });
  });

  it("that is let go leaves the plan, and can't be reached until it is taken up again", async () => {
    const id = await goal("Koken");
    await letGoOfGoal(as(world, "jan"), id);
    expect(planOf("tom").loose).toEqual([]);
    expect(planOverview(as(world, "tom")).letGo.map((past) => past.text)).toEqual(["Koken"]);
    await expect(reachGoal(as(world, "jan"), id)).rejects.toThrow(Refusal);
    await takeUpGoal(as(world, "jan"), id);
    expect(planOf("tom").loose).toEqual(["Koken"]);
  });

  it("changed by two at once keeps the first and shows both", async () => {
    const id = await goal("Koken");
    await changeGoal(as(world, "jan"), id, { text: "Soep koken", version: 1 }, null);
    await expect(changeGoal(as(world, "mia"), id, { text: "Taart bakken", version: 1 }, null)).rejects.toThrow(Overtaken);
    await changeGoal(as(world, "mia"), id, { text: "Taart bakken", version: 2 }, null);
    expect(planOf("tom").loose).toEqual(["Taart bakken"]);
    await expect(changeGoal(as(world, "tom"), id, { text: "Niets", version: 3 }, null)).rejects.toThrow(Refusal);
  });
});
