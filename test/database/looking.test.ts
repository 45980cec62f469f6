import { beforeEach, describe, expect, it } from "vitest";
import type { LookedAt } from "../../app/groups/looking";
import { noteLook } from "../../app/groups/looking.server";
import { now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { throughTheirEyes } from "../../app/policy/viewer.server";
import { whoLooked } from "../../app/steering/who-looked.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Who = Exclude<Parameters<typeof as>[1], "sofie">;
const on = (who: Who, day: string) => ({ ...as(world, who), today: day });
/** They look at these pages on a day. @returns when it is noted */
async function look(who: Who, day: string, ...pages: LookedAt[]) {
  for (const page of pages) noteLook(on(who, day), page);
  const noted = () => rows("SELECT page FROM Look WHERE day = @day AND memberId = @id", { day, id: world.members[who] });
  await expect.poll(() => noted().length).toBe(new Set(pages).size);
}
const seen = (before: string | null = null) =>
  whoLooked(as(world, "jan"), before).days.map(({ day, people }) => [
    day,
    ...people.map(({ name, pages }) => `${name}: ${pages.join(" ")}`),
  ]);

describe("Who looked in Jan's circle", () => {
  it("is told to him by day, the latest first, each page once", async () => {
    await look("fatima", "2026-11-02", "story", "plan", "plan");
    await look("mia", "2026-11-02", "home");
    await look("rita", "2026-11-04", "support");
    expect(seen()).toEqual([
      ["2026-11-04", "Rita: support"],
      ["2026-11-02", "Fatima: plan story", "Mia: home"],
    ]);
    expect(row("SELECT count(*) AS n FROM Look")).toEqual({ n: 4 });
  });

  it("is for Jan alone: not for who acts for him, facilitates, or looked", () => {
    for (const who of ["rita", "mia", "fatima", "els"] as const)
      expect(() => whoLooked(as(world, who), null)).toThrow(expect.objectContaining({ name: "NotAllowed" }));
  });

  it("leaves out that he looked himself, and that he looked through somebody's eyes", async () => {
    noteLook(on("jan", "2026-11-02"), "plan");
    const through = throughTheirEyes(world.members.fatima, world.groupId, moment());
    if (!through) return expect.fail("no eyes");
    noteLook({ ...through, today: "2026-11-02" }, "plan");
    await look("tom", "2026-11-02", "plan");
    expect(seen()).toEqual([["2026-11-02", "Tom: plan"]]);
  });

  it("stays told of somebody who has left since, and comes a week of days at a time", async () => {
    for (let day = 10; day < 19; day += 1) await look("tom", `2026-11-${day}`, "plan");
    const { days, older } = whoLooked(as(world, "jan"), null);
    expect([days.length, days[0]?.day, older]).toEqual([7, "2026-11-18", "2026-11-12"]);
    expect(seen("2026-11-12")).toEqual([
      ["2026-11-11", "Tom: plan"],
      ["2026-11-10", "Tom: plan"],
    ]);
    expect(whoLooked(as(world, "jan"), "2026-11-12").older).toBeNull();
  });

  it("says nothing of another circle", async () => {
    await look("tom", "2026-11-02", "plan");
    const { id, ...other } = row<{ id: string }>("SELECT id FROM Member WHERE groupId = @groupId", { groupId: world.otherGroupId }) ?? {
      id: "",
    };
    expect(other).toEqual({});
    expect(whoLooked({ ...as(world, "jan"), groupId: world.otherGroupId, memberId: id }, null).days).toEqual([]);
  });
});
