import { beforeEach, describe, expect, it } from "vitest";
import { dreamAsItIs } from "../../app/plan/as-it-is.server";
import { changeDream } from "../../app/plan/changing-a-dream.server";
import { comeTrue } from "../../app/plan/coming-true.server";
import { planOverview } from "../../app/plan/overview.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now } from "../../app/platform/clock.server";
import { transaction } from "../../app/platform/transaction.server";
import { newsFor } from "../../app/story/news.server";
import { storyYears } from "../../app/story/years.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const written = async (name: "rita" | "tom" | "mia", text: string) =>
  (await writeDream(as(world, name), { text, audience: "me" }, null)).split("#")[1] ?? "";
const endAssistance = () => transaction((tx) => tx.assistance.updateMany({ data: { until: now() } }));
const shown = (name: "rita" | "mia" | "jan") => {
  const viewer = as(world, name);
  const lines = [
    ...storyYears(viewer, null).years.flatMap((year) => year.months.flatMap((month) => month.lines)),
    ...newsFor(viewer).lines,
  ];
  return { dreams: planOverview(viewer).dreams.map((dream) => dream.text), lines: lines.length };
};

describe("What Rita wrote for Jan, for his eyes alone", () => {
  it("she reads while she acts for him", async () => {
    const id = await written("rita", "Weg uit huis");
    expect(shown("rita").dreams).toEqual(["Weg uit huis"]);
    expect(dreamAsItIs(as(world, "rita"), id).text).toBe("Weg uit huis");
  });

  it("is Jan's alone once that has ended: in lists, in the story, and in what one may do with it", async () => {
    const id = await written("rita", "Weg uit huis");
    await endAssistance();
    expect(shown("rita")).toEqual({ dreams: [], lines: 0 });
    expect(() => dreamAsItIs(as(world, "rita"), id)).toThrow(expect.objectContaining({ status: 404 }));
    const change = { text: "Toch niet", version: 1 };
    await expect(changeDream(as(world, "rita"), id, change, null)).rejects.toMatchObject({ status: 404 });
    await expect(comeTrue(as(world, "rita"), id)).rejects.toMatchObject({ status: 404 });
    expect(shown("jan").dreams).toEqual(["Weg uit huis"]);
  });

  it("differs from what somebody wrote in their own name, which they always see", async () => {
    await written("mia", "Nog eens met Jan praten");
    expect(shown("mia")).toEqual({ dreams: ["Nog eens met Jan praten"], lines: 1 });
  });
});
