import { beforeEach, describe, expect, it } from "vitest";
import { planOverview } from "../../app/plan/overview.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { row } from "../../app/platform/reading.server";
import { Refusal } from "../../app/platform/refusal";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const dreamsSeenBy = (name: Parameters<typeof as>[1]) => planOverview(as(world, name)).dreams.map((dream) => dream.text);

describe("A dream", () => {
  it("that Jan writes for his network is seen by Fatima and not by Els, the professional", async () => {
    await writeDream(as(world, "jan"), { text: "Ik wil alleen wonen", audience: "network" }, null);
    expect(dreamsSeenBy("fatima")).toEqual(["Ik wil alleen wonen"]);
    expect(dreamsSeenBy("els")).toEqual([]);
  });

  it("that Jan keeps for himself is seen by nobody but him and Rita, who acts for him", async () => {
    await writeDream(as(world, "jan"), { text: "Een lief", audience: "me" }, null);
    expect(dreamsSeenBy("jan")).toEqual(["Een lief"]);
    expect(dreamsSeenBy("rita")).toEqual(["Een lief"]);
    for (const name of ["mia", "tom", "fatima", "els"] as const) expect(dreamsSeenBy(name)).toEqual([]);
  });

  it("that Rita writes for Jan names them both", async () => {
    await writeDream(as(world, "rita"), { text: "Werken met dieren", audience: "network" }, null);
    expect(row("SELECT byName, forName FROM StoryLine WHERE kind = 'dreamWritten'")).toEqual({ byName: "Rita", forName: "Jan" });
  });

  it("can't be written by Fatima, and nothing is saved", async () => {
    await expect(writeDream(as(world, "fatima"), { text: "Zwemmen", audience: "network" }, null)).rejects.toThrow(Refusal);
    expect(row("SELECT count(*) AS n FROM Entry")).toEqual({ n: 0 });
  });

  it("sent twice with the same form is written once", async () => {
    const form = { text: "Zwemmen", audience: "network" } as const;
    const first = await writeDream(as(world, "jan"), form, "form-1");
    expect(await writeDream(as(world, "jan"), form, "form-1")).toBe(first);
    expect(dreamsSeenBy("jan")).toEqual(["Zwemmen"]);
  });
});
