import { beforeEach, describe, expect, it } from "vitest";
import { changeAction } from "../../app/plan/changing-an-action.server";
import { doAction } from "../../app/plan/doing-an-action.server";
import { letGoOfAction } from "../../app/plan/letting-go-of-an-action.server";
import { myPromises } from "../../app/plan/my-promises.server";
import { planOverview } from "../../app/plan/overview.server";
import { promiseAction } from "../../app/plan/promising-an-action.server";
import { actionForm } from "../../app/plan/schema";
import { setGoal } from "../../app/plan/setting-a-goal.server";
import { takeUpAction } from "../../app/plan/taking-up-an-action.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now } from "../../app/platform/clock.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { Overtaken, Refusal } from "../../app/platform/refusal";
import { transaction } from "../../app/platform/transaction.server";
import { addDays } from "../../app/platform/wall-clock";
import type { Audience } from "../../app/policy/table";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Name = Exclude<Parameters<typeof as>[1], "sofie">;
interface Wish {
  by?: Name;
  who?: Name[];
  goalId?: string | null;
  dueOn?: string | null;
  audience?: Audience;
}
const ids = (names: Name[]) => names.map((name) => world.members[name]);
const idIn = (path: string) => path.split(/[#=]/).at(-1) ?? "";
async function promised(text: string, { by = "mia", who = ["tom"], goalId = null, dueOn = null, audience = "network" }: Wish = {}) {
  return idIn(await promiseAction(as(world, by), { text, goalId, people: ids(who), dueOn, audience }, null));
}
const today = () => as(world, "jan").today;
const seenBy = (name: Name) => planOverview(as(world, name)).actions.map((action) => action.text);
const mine = (name: Name) => myPromises(as(world, name)).map((promise) => promise.text);
const lines = () => rows<{ kind: string; detail: string }>("SELECT kind, detail FROM StoryLine ORDER BY id");
const missing = expect.objectContaining({ status: 404 });
const leave = (name: Name) =>
  transaction((tx) =>
    tx.membership.updateMany({ where: { memberId: world.members[name] }, data: { until: new Date(Date.now() - 60_000).toISOString() } }),
  );

describe("A promise", () => {
  it("is somebody's by name, with a day, soonest first and then what has none", async () => {
    await promised("Ooit eens");
    await promised("Volgende week", { dueOn: addDays(today(), 7), who: ["tom", "an"] });
    await promised("Vandaag", { dueOn: today() });
    expect(seenBy("jan")).toEqual(["Vandaag", "Volgende week", "Ooit eens"]);
    expect(planOverview(as(world, "jan")).actions[1]?.people.map((doer) => doer.name)).toEqual(["An", "Tom"]);
    expect(mine("tom")).toEqual(["Vandaag", "Volgende week", "Ooit eens"]);
    expect(mine("an")).toEqual(["Volgende week"]);
    expect(mine("fatima")).toEqual([]);
  });

  it("may be made by Fatima, not by Els, and by Greet's neighbours for Greet, who has no mail", async () => {
    await promised("Samen koken", { by: "fatima", who: ["fatima"] });
    await promised("De planten", { by: "luc", who: ["greet"] });
    await expect(promised("Wonen", { by: "els", who: ["els"], audience: "everyone" })).rejects.toThrow(Refusal);
    expect(seenBy("jan")).toEqual(["Samen koken", "De planten"]);
  });

  it("needs somebody, and only people who belong to the circle now", async () => {
    const form = { text: "Bellen", audience: "network" };
    expect(actionForm.safeParse(form).error?.issues.map((issue) => issue.path[0])).toEqual(["people"]);
    expect(actionForm.safeParse({ ...form, people: ["a", "a"] }).data?.people).toEqual(["a"]);
    const omar = row<{ id: string }>("SELECT id FROM Member WHERE groupId = @g", { g: world.otherGroupId });
    const stranger = { text: "Bellen", goalId: null, people: [omar?.id ?? ""], dueOn: null, audience: "network" as const };
    await expect(promiseAction(as(world, "jan"), stranger, null)).rejects.toMatchObject({ field: "people" });
    await leave("luc");
    await expect(promised("Bellen", { who: ["tom", "luc"] })).rejects.toMatchObject({ field: "people" });
    expect(row("SELECT count(*) AS n FROM Action")).toEqual({ n: 0 });
  });

  it("is not given to who would not see it: Els for the network, Tom for facilitators; to Rita it may be, for she acts for Jan", async () => {
    await expect(promised("Geheim", { who: ["tom", "els"] })).rejects.toMatchObject({
      field: "people",
      words: { values: { name: "Els" } },
    });
    await expect(promised("Geheim", { who: ["tom"], audience: "facilitators" })).rejects.toMatchObject({ field: "people" });
    await promised("Voor Els", { who: ["els"], audience: "everyone" });
    await promised("Voor mama", { by: "jan", who: ["rita"], audience: "me" });
    expect(myPromises(as(world, "els"))).toMatchObject([{ text: "Voor Els", can: { tick: false } }]);
    expect(mine("rita")).toEqual(["Voor mama"]);
  });

  it("is not for a day that is over, and today is not over", async () => {
    await expect(promised("Te laat", { dueOn: addDays(today(), -1) })).rejects.toMatchObject({ field: "dueOn" });
    await promised("Net op tijd", { dueOn: today() });
    expect(actionForm.safeParse({ text: "x", audience: "me", people: "a", dueOn: "2027-02-29" }).success).toBe(false);
  });

  it("sent twice with the same form is made once", async () => {
    const form = { text: "Bellen", goalId: null, people: ids(["tom"]), dueOn: null, audience: "network" } as const;
    await Promise.all([promiseAction(as(world, "tom"), form, "form-1"), promiseAction(as(world, "tom"), form, "form-1")]);
    expect(seenBy("jan")).toEqual(["Bellen"]);
  });
});

describe("Ticking off", () => {
  it("is Tom's for his own, Mia's and Jan's for all, and not Fatima's for Tom's", async () => {
    const id = await promised("De VDAB bellen");
    expect(planOverview(as(world, "tom")).actions[0]?.can).toEqual({ done: true, change: true });
    expect(planOverview(as(world, "fatima")).actions[0]?.can).toEqual({ done: false, change: false });
    await expect(doAction(as(world, "fatima"), id, undefined)).rejects.toThrow(Refusal);
    await doAction(as(world, "tom"), id, undefined);
    await doAction(as(world, "tom"), id, undefined);
    expect([seenBy("jan"), mine("tom")]).toEqual([[], []]);
    expect(planOverview(as(world, "jan")).done).toMatchObject({ count: 1, actions: [{ text: "De VDAB bellen" }] });
    expect(lines().map((line) => line.kind)).toEqual(["actionPromised", "actionDone"]);
  });

  it("leads back to where it was pressed, in this circle only, and can be taken back there", async () => {
    const id = await promised("Bellen");
    const home = `/g/${world.groupId}`;
    expect(await doAction(as(world, "tom"), id, home)).toBe(`${home}?just=${id}`);
    expect(myPromises(as(world, "tom"), id)).toMatchObject([{ text: "Bellen", done: true }]);
    expect(myPromises(as(world, "an"), id)).toEqual([]);
    expect(await takeUpAction(as(world, "tom"), id, "//evil.example")).toBe(`${home}/plan#${id}`);
    expect(mine("tom")).toEqual(["Bellen"]);
    expect(lines().map((line) => line.kind)).toEqual(["actionPromised", "actionDone", "actionReopened"]);
    expect(await takeUpAction(as(world, "tom"), id, `${home}/plan`)).toBe(`${home}/plan`);
    expect(lines()).toHaveLength(3);
  });

  it("of what Fatima may not see finds nothing", async () => {
    const id = await promised("Geheim", { by: "jan", who: ["jan"], audience: "me" });
    for (const act of [doAction, takeUpAction]) await expect(act(as(world, "fatima"), id, undefined)).rejects.toEqual(missing);
    await expect(letGoOfAction(as(world, "fatima"), id)).rejects.toEqual(missing);
    expect(planOverview(as(world, "fatima"), id)).toMatchObject({ actions: [], done: { count: 0 }, just: null });
  });

  it("counts what was done in the last year, and shows the latest five", async () => {
    for (let place = 0; place < 7; place += 1) await doAction(as(world, "mia"), await promised(`Klus ${place}`), undefined);
    await doAction(as(world, "jan"), await promised("Geheim", { by: "jan", who: ["jan"], audience: "me" }), undefined);
    const { count, actions } = planOverview(as(world, "tom")).done;
    expect([count, actions.map((action) => action.text)]).toEqual([7, ["Klus 6", "Klus 5", "Klus 4", "Klus 3", "Klus 2"]]);
    expect(planOverview(as(world, "jan")).done.count).toBe(8);
    expect(planOverview(as(world, "tom", new Date(Date.parse(now()) + 370 * 86_400_000).toISOString())).done.count).toBe(0);
  });
});

describe("A promise that changes", () => {
  const same = { text: "Bellen", dueOn: null, audience: undefined };

  it("is passed on, moved and reworded by who made it or does it, and the story keeps each", async () => {
    const id = await promised("Bellen", { by: "fatima", who: ["tom"] });
    const to = addDays(today(), 3);
    await changeAction(as(world, "tom"), id, { text: "De VDAB bellen", people: ids(["an", "greet"]), dueOn: to, version: 1 }, null);
    expect(mine("an")).toEqual(["De VDAB bellen"]);
    expect(mine("tom")).toEqual([]);
    const kept = new Map(lines().map((line) => [line.kind, line.detail]));
    expect([...kept.keys()].sort()).toEqual(["actionMoved", "actionPassedOn", "actionPromised", "reworded"]);
    expect(JSON.parse(kept.get("actionPassedOn") ?? "")).toEqual({ text: "De VDAB bellen", names: ["An", "Greet"] });
    await expect(changeAction(as(world, "tom"), id, { ...same, people: ids(["tom"]), version: 2 }, null)).rejects.toThrow(Refusal);
  });

  it("by two at once keeps the first and shows both: words, people and day", async () => {
    const id = await promised("Bellen");
    await changeAction(as(world, "mia"), id, { ...same, text: "Mailen", people: ids(["an"]), version: 1 }, null);
    const late = changeAction(as(world, "tom"), id, { ...same, text: "Langsgaan", people: ids(["tom"]), version: 1 }, null);
    await expect(late).rejects.toThrow(Refusal);
    const later = changeAction(as(world, "jan"), id, { ...same, text: "Langsgaan", people: ids(["tom"]), version: 1 }, null);
    await expect(later).rejects.toThrow(Overtaken);
    await expect(later).rejects.toMatchObject({ theirs: { text: "Mailen", people: world.members.an, dueOn: "" }, version: 2 });
    expect(mine("an")).toEqual(["Mailen"]);
  });

  it("keeps a day that has passed meanwhile, but takes no other one that is over", async () => {
    const id = await promised("Bellen", { dueOn: today() });
    const later = new Date(Date.parse(now()) + 3 * 86_400_000).toISOString();
    const keep = { ...same, text: "De VDAB bellen", people: ids(["tom"]) };
    await changeAction(as(world, "tom", later), id, { ...keep, dueOn: today(), version: 1 }, null);
    const back = changeAction(as(world, "tom", later), id, { ...keep, dueOn: addDays(today(), 1), version: 2 }, null);
    await expect(back).rejects.toMatchObject({ field: "dueOn" });
  });

  it("is not hidden from who does it, nor shown to others by who may not", async () => {
    const id = await promised("Bellen", { by: "jan", who: ["els"], audience: "everyone" });
    const narrow = { ...same, people: ids(["els"]), audience: "network", version: 1 } as const;
    await expect(changeAction(as(world, "jan"), id, narrow, null)).rejects.toMatchObject({ field: "people" });
    const toms = await promised("Kopen", { by: "jan", who: ["tom"] });
    const wide = { ...same, text: "Kopen", people: ids(["tom"]), audience: "everyone", version: 1 } as const;
    await expect(changeAction(as(world, "tom"), toms, wide, null)).rejects.toMatchObject({ field: "audience" });
    expect(seenBy("els")).toEqual(["Bellen"]);
  });

  it("is let go by who does it, and taken up again", async () => {
    const id = await promised("Bellen");
    await letGoOfAction(as(world, "tom"), id);
    expect(mine("tom")).toEqual([]);
    expect(planOverview(as(world, "tom"), id).just).toMatchObject({ kind: "action", state: "letGo", can: { takeUp: true } });
    await expect(doAction(as(world, "tom"), id, undefined)).rejects.toThrow(Refusal);
    await takeUpAction(as(world, "tom"), id, undefined);
    expect(mine("tom")).toEqual(["Bellen"]);
  });
});

describe("What hangs under something hidden", () => {
  it("stands alone, and says nothing of it: not on the plan, not among my promises", async () => {
    const dreamId = idIn(await writeDream(as(world, "jan"), { text: "KIEKEBOE droom", audience: "me" }, null));
    const open = idIn(await setGoal(as(world, "jan"), { text: "Koken", dreamId, audience: "network" }, null));
    const hidden = idIn(await setGoal(as(world, "jan"), { text: "KIEKEBOE doel", dreamId: null, audience: "facilitators" }, null));
    await promised("Soep", { by: "jan", goalId: open });
    await promised("Bus", { by: "jan", goalId: hidden });
    const plan = planOverview(as(world, "tom"));
    expect(plan.goals).toMatchObject([{ text: "Koken", dreamId: null, actions: [{ text: "Soep" }] }]);
    expect(plan.actions).toMatchObject([{ text: "Bus", goalId: null }]);
    expect(myPromises(as(world, "tom"))).toMatchObject([
      { text: "Soep", goal: "Koken", dream: null },
      { text: "Bus", goal: null, dream: null },
    ]);
    expect(JSON.stringify([plan, myPromises(as(world, "tom"))])).not.toContain("KIEKEBOE");
    await expect(promised("Ruiken", { by: "tom", goalId: hidden })).rejects.toEqual(missing);
  });

  it("costs one statement for my promises, and shows twenty", async () => {
    for (let place = 0; place < 22; place += 1) await promised(`Klus ${place}`);
    const viewer = as(world, "tom");
    const before = readStatements();
    expect(myPromises(viewer)).toHaveLength(20);
    expect(readStatements() - before).toBe(1);
  });
});
