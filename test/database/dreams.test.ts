import { beforeEach, describe, expect, it } from "vitest";
import { changeDream } from "../../app/plan/changing-a-dream.server";
import { comeTrue } from "../../app/plan/coming-true.server";
import { letGoOfDream } from "../../app/plan/letting-go-of-a-dream.server";
import { planOverview } from "../../app/plan/overview.server";
import { dreamForm } from "../../app/plan/schema";
import { takeUpDream } from "../../app/plan/taking-up-a-dream.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { Overtaken, Refusal } from "../../app/platform/refusal";
import type { Audience } from "../../app/policy/table";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Name = Parameters<typeof as>[1];
const idIn = (path: string) => path.split(/[#=]/).at(-1) ?? "";
const written = async (text: string, audience: Audience, by: Name = "jan") =>
  idIn(await writeDream(as(world, by), { text, audience }, null));
const dreamsSeenBy = (name: Name) => planOverview(as(world, name)).dreams.map((dream) => dream.text);
const story = () => rows<{ kind: string; byName: string; detail: string }>("SELECT kind, byName, detail FROM StoryLine ORDER BY id");
const missing = expect.objectContaining({ status: 404 });

describe("A dream", () => {
  it("that Jan writes for his network is seen by Fatima and not by Els, the professional", async () => {
    await written("Ik wil alleen wonen", "network");
    expect(dreamsSeenBy("fatima")).toEqual(["Ik wil alleen wonen"]);
    expect(dreamsSeenBy("els")).toEqual([]);
  });

  it("that Jan keeps for himself is seen by nobody but him and Rita, who acts for him", async () => {
    await written("Een lief", "me");
    expect(dreamsSeenBy("jan")).toEqual(["Een lief"]);
    expect(dreamsSeenBy("rita")).toEqual(["Een lief"]);
    for (const name of ["mia", "tom", "fatima", "els"] as const) expect(dreamsSeenBy(name)).toEqual([]);
  });

  it("that Rita writes for Jan names them both", async () => {
    await written("Werken met dieren", "network", "rita");
    expect(row("SELECT byName, forName FROM StoryLine WHERE kind = 'dreamWritten'")).toEqual({ byName: "Rita", forName: "Jan" });
  });

  it("can't be written by Fatima or Els, and nothing is saved", async () => {
    for (const name of ["fatima", "els"] as const) await expect(written("Zwemmen", "network", name)).rejects.toThrow(Refusal);
    expect(row("SELECT count(*) AS n FROM Entry")).toEqual({ n: 0 });
  });

  it("sent twice with the same form is written once", async () => {
    const form = { text: "Zwemmen", audience: "network" } as const;
    const first = await writeDream(as(world, "jan"), form, "form-1");
    expect(await writeDream(as(world, "jan"), form, "form-1")).toBe(first);
    expect(dreamsSeenBy("jan")).toEqual(["Zwemmen"]);
  });

  it("takes 200 letters and no more, Arabic, and HTML as it was typed, and drops what is no text", async () => {
    const typed = (text: string) => dreamForm.safeParse({ text, audience: "network" });
    expect(typed("x".repeat(200)).success).toBe(true);
    expect(typed("x".repeat(201)).success).toBe(false);
    expect(typed(" \u0000 \n ").success).toBe(false);
    expect(typed("x").data?.text).toBe("x");
    for (const text of ["أريد أن أعيش وحدي", "<script>alert(1)</script>", "x".repeat(200), "' OR 1=1 --"]) await written(text, "network");
    await written(typed("een\u0000 huis\u202e").data?.text ?? "", "network");
    expect(dreamsSeenBy("tom")).toEqual(["een huis", "' OR 1=1 --", "x".repeat(200), "<script>alert(1)</script>", "أريد أن أعيش وحدي"]);
  });
});

describe("A dream that is said in other words", () => {
  it("shows the new ones, and keeps the old ones in the story", async () => {
    const id = await written("Alleen wonen", "network");
    await changeDream(as(world, "rita"), id, { text: "Met een kat wonen", version: 1 }, null);
    expect(dreamsSeenBy("tom")).toEqual(["Met een kat wonen"]);
    expect(story().at(-1)).toMatchObject({ kind: "reworded", byName: "Rita" });
    expect(JSON.parse(story().at(-1)?.detail ?? "")).toEqual({ before: "Alleen wonen", after: "Met een kat wonen" });
  });

  it("by two at once keeps the first, and shows the second both, also for whom it is", async () => {
    const id = await written("Alleen wonen", "everyone");
    await changeDream(as(world, "jan"), id, { text: "Met een kat wonen", audience: "me", version: 1 }, null);
    const late = changeDream(as(world, "rita"), id, { text: "Met Tom wonen", audience: "everyone", version: 1 }, null);
    await expect(late).rejects.toMatchObject({ theirs: { text: "Met een kat wonen", audience: "me" }, version: 2 });
    await expect(late).rejects.toThrow(Overtaken);
    expect(dreamsSeenBy("jan")).toEqual(["Met een kat wonen"]);
    expect(dreamsSeenBy("els")).toEqual([]);
  });

  it("is refused to Tom, and to Fatima what she may not see is not there", async () => {
    const [open, hidden] = [await written("Zwemmen", "network"), await written("Een lief", "me")];
    await expect(changeDream(as(world, "tom"), open, { text: "Weg", version: 1 }, null)).rejects.toThrow(Refusal);
    await expect(changeDream(as(world, "fatima"), hidden, { text: "Weg", version: 1 }, null)).rejects.toEqual(missing);
    await expect(changeDream(as(world, "fatima"), "nonsense", { text: "Weg", version: 1 }, null)).rejects.toEqual(missing);
    expect(dreamsSeenBy("jan")).toEqual(["Een lief", "Zwemmen"]);
  });

  it("that Mia wrote for Jan's eyes alone stays hers to mend, and nobody else's but Jan's", async () => {
    const id = await written("Een verrassing", "me", "mia");
    await changeDream(as(world, "mia"), id, { text: "Een feest", version: 1 }, null);
    await expect(changeDream(as(world, "fatima"), id, { text: "Weg", version: 2 }, null)).rejects.toEqual(missing);
    expect(dreamsSeenBy("jan")).toEqual(["Een feest"]);
  });

  it("can be shown to others by Jan, not by Mia when it is Jan's, and the change of audience is a line nobody is told", async () => {
    const id = await written("Zwemmen", "facilitators");
    const wide = { text: "Zwemmen", audience: "everyone", version: 1 } as const;
    await expect(changeDream(as(world, "mia"), id, wide, null)).rejects.toMatchObject({ field: "audience" });
    expect(dreamsSeenBy("els")).toEqual([]);
    await changeDream(as(world, "jan"), id, wide, null);
    expect(dreamsSeenBy("els")).toEqual(["Zwemmen"]);
    expect(story().map((line) => line.kind)).toEqual(["dreamWritten", "audienceChanged"]);
  });
});

describe("A dream that came true", () => {
  it("leaves what is dreamt of, stands among the joys, and can be taken back; the story keeps each", async () => {
    const id = await written("Alleen wonen", "network");
    expect(await comeTrue(as(world, "mia"), id)).toBe(`/g/${world.groupId}/plan?just=${id}`);
    await comeTrue(as(world, "jan"), id);
    const plan = planOverview(as(world, "tom"), id);
    expect([plan.dreams, plan.joys.map((joy) => joy.text)]).toEqual([[], ["Alleen wonen"]]);
    expect(plan.just).toMatchObject({ text: "Alleen wonen", state: "done", can: { takeUp: false } });
    expect(planOverview(as(world, "mia"), id).just?.can.takeUp).toBe(true);
    await takeUpDream(as(world, "mia"), id);
    expect(dreamsSeenBy("tom")).toEqual(["Alleen wonen"]);
    expect(story().map((line) => line.kind)).toEqual(["dreamWritten", "dreamCameTrue", "dreamTakenUp"]);
  });

  it("is not told of to who may not see it, not even by its own address", async () => {
    const id = await written("Een lief", "me");
    await comeTrue(as(world, "jan"), id);
    expect(planOverview(as(world, "fatima"), id)).toMatchObject({ dreams: [], joys: [], just: null });
    await expect(comeTrue(as(world, "mia"), id)).rejects.toEqual(missing);
    await expect(takeUpDream(as(world, "mia"), id)).rejects.toEqual(missing);
  });

  it("can't be said by Tom, nor let go any more", async () => {
    const id = await written("Zwemmen", "network");
    await expect(comeTrue(as(world, "tom"), id)).rejects.toThrow(Refusal);
    await comeTrue(as(world, "jan"), id);
    await expect(letGoOfDream(as(world, "jan"), id)).rejects.toThrow(Refusal);
  });
});

describe("A dream that is let go", () => {
  it("stands under what was, and can be dreamt again", async () => {
    const id = await written("Piloot worden", "network");
    await letGoOfDream(as(world, "jan"), id);
    await letGoOfDream(as(world, "jan"), id);
    const plan = planOverview(as(world, "tom"));
    expect([plan.dreams, plan.letGo.map((past) => past.text), plan.joys]).toEqual([[], ["Piloot worden"], []]);
    await expect(comeTrue(as(world, "jan"), id)).rejects.toThrow(Refusal);
    await takeUpDream(as(world, "jan"), id);
    expect(dreamsSeenBy("tom")).toEqual(["Piloot worden"]);
    expect(story().map((line) => line.kind)).toEqual(["dreamWritten", "dreamLetGo", "dreamTakenUp"]);
  });
});

describe("The plan after many years", () => {
  it("costs the same statements as an empty one, and shows the latest few of what was", async () => {
    const cost = () => {
      const before = readStatements();
      planOverview(as(world, "jan"), "nothing");
      return readStatements() - before;
    };
    const empty = cost();
    for (let year = 0; year < 9; year += 1) {
      await comeTrue(as(world, "jan"), await written(`Uitgekomen ${year}`, "network"));
      await letGoOfDream(as(world, "jan"), await written(`Losgelaten ${year}`, "network"));
      await written(`Droom ${year}`, "network");
    }
    expect(cost()).toBe(empty);
    expect(empty).toBeLessThanOrEqual(7);
    const { joys, letGo } = planOverview(as(world, "jan"));
    expect(joys.map((joy) => joy.text)).toEqual(["Uitgekomen 8", "Uitgekomen 7", "Uitgekomen 6", "Uitgekomen 5", "Uitgekomen 4"]);
    expect(letGo).toHaveLength(5);
  });
});
