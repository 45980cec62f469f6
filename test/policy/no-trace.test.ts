import { beforeAll, describe, expect, it } from "vitest";
import { dreamAsItIs } from "../../app/plan/as-it-is.server";
import { changeDream } from "../../app/plan/changing-a-dream.server";
import { changeGoal } from "../../app/plan/changing-a-goal.server";
import { changeAction } from "../../app/plan/changing-an-action.server";
import { comeTrue } from "../../app/plan/coming-true.server";
import { doAction } from "../../app/plan/doing-an-action.server";
import { letGoOfDream } from "../../app/plan/letting-go-of-a-dream.server";
import { letGoOfGoal } from "../../app/plan/letting-go-of-a-goal.server";
import { letGoOfAction } from "../../app/plan/letting-go-of-an-action.server";
import { myPromises } from "../../app/plan/my-promises.server";
import { planOverview } from "../../app/plan/overview.server";
import { promiseAction } from "../../app/plan/promising-an-action.server";
import { reachGoal } from "../../app/plan/reaching-a-goal.server";
import { setGoal } from "../../app/plan/setting-a-goal.server";
import { takeUpDream } from "../../app/plan/taking-up-a-dream.server";
import { takeUpGoal } from "../../app/plan/taking-up-a-goal.server";
import { takeUpAction } from "../../app/plan/taking-up-an-action.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now as moment } from "../../app/platform/clock.server";
import { rows } from "../../app/platform/query.server";
import { type Audience, audiences } from "../../app/policy/table";
import { type MemberViewer, memberOf } from "../../app/policy/viewer.server";
import { newsFor } from "../../app/story/news.server";
import { storyYears } from "../../app/story/years.server";
import { changeSupport } from "../../app/support/changing-support.server";
import { endSupport } from "../../app/support/ending-support.server";
import { noteSupport } from "../../app/support/noting-support.server";
import { supportOverview } from "../../app/support/overview.server";
import { resumeSupport } from "../../app/support/resuming-support.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";
import { everybody } from "./everybody";

/** Who sees what is for whom, from rule 3 to 5 of the domain, by hand. */
const readers: Record<Audience, string[]> = {
  me: ["jan", "rita"],
  facilitators: ["jan", "rita", "mia", "stan"],
  network: ["jan", "rita", "mia", "stan", "fatima"],
  everyone: ["jan", "rita", "mia", "stan", "fatima", "els"],
};

let world: World;
let viewers: [string, MemberViewer][];
beforeAll(async () => {
  await freshDatabase();
  world = await circleOfJan();
  await everybody(world);
  const [stan] = rows<{ accountId: string }>("SELECT accountId FROM Member WHERE name = 'Stan'");
  const starter = memberOf(
    { accountId: stan?.accountId ?? "", name: "", mail: null, language: "nl", operator: false },
    world.groupId,
    moment(),
  );
  if (!starter) throw new Error("Stan is not in the circle");
  viewers = [
    ...(["jan", "rita", "mia", "fatima", "els"] as const).map((name) => [name, as(world, name)] as [string, MemberViewer]),
    ["stan", starter],
  ];
});

const idIn = (path: string) => path.split(/[#=]/).at(-1) ?? "";

/** Everything that can be done with a dream, a goal, an action and support, each named after whom it is for. */
async function everythingDone(audience: Audience, by: MemberViewer): Promise<void> {
  const word = `Zeepaardje-${audience}`;
  const janId = world.members.jan;
  const dream = idIn(await writeDream(by, { text: `${word} droom`, audience }, null));
  await changeDream(by, dream, { text: `${word} andere droom`, version: 1 }, null);
  await comeTrue(by, dream);
  await takeUpDream(by, dream);
  const past = idIn(await writeDream(by, { text: `${word} losgelaten`, audience }, null));
  await letGoOfDream(by, past);

  const goal = idIn(await setGoal(by, { text: `${word} doel`, dreamId: dream, audience }, null));
  await changeGoal(by, goal, { text: `${word} ander doel`, version: 1 }, null);
  await reachGoal(by, goal);
  await takeUpGoal(by, goal);
  const gone = idIn(await setGoal(by, { text: `${word} geen doel`, dreamId: null, audience }, null));
  await letGoOfGoal(by, gone);

  const action = { goalId: goal, people: [janId], dueOn: null, audience };
  const open = idIn(await promiseAction(by, { ...action, text: `${word} doen` }, null));
  await changeAction(by, open, { text: `${word} iets anders doen`, people: [janId], dueOn: "2030-01-01", version: 1 }, null);
  await doAction(by, open, null);
  await takeUpAction(by, open, null);
  const dropped = idIn(await promiseAction(by, { ...action, text: `${word} niet doen` }, null));
  await letGoOfAction(by, dropped);

  const who = { memberId: null, service: `${word} dienst`, domain: "money", since: "2026-01-01", until: null, paid: true } as const;
  const support = idIn(await noteSupport(by, { ...who, what: `${word} steun`, audience }, null));
  await changeSupport(by, support, { ...who, what: `${word} andere steun`, version: 1 }, null);
  await endSupport(by, support, { until: "2026-02-01" }, null);
  await resumeSupport(by, support);
}

/** All that somebody reads in the circle that has an audience. */
function everythingRead(viewer: MemberViewer): string {
  const dreams = rows<{ id: string }>("SELECT id FROM Dream").flatMap(({ id }) => {
    try {
      return [dreamAsItIs(viewer, id)];
    } catch {
      return [];
    }
  });
  return JSON.stringify([
    planOverview(viewer),
    myPromises(viewer),
    supportOverview(viewer),
    storyYears(viewer, null),
    newsFor({ ...viewer, seenBeforeAt: null }),
    dreams,
  ]);
}

describe.each(audiences)("What is for %s", (audience) => {
  it("is read by who may, by Jan's hand or Rita's, and leaves no trace for anybody else", async () => {
    const before = new Map(viewers.map(([name, viewer]) => [name, everythingRead(viewer)]));
    for (const name of ["jan", "rita"] as const) await everythingDone(audience, as(world, name));
    const seeing = viewers.filter(([, viewer]) => everythingRead(viewer).includes(`Zeepaardje-${audience}`));
    expect(seeing.map(([name]) => name).sort()).toEqual([...readers[audience]].sort());
    for (const [name, viewer] of viewers)
      if (!readers[audience].includes(name)) expect(everythingRead(viewer), name).toBe(before.get(name));
  });
});

describe("A line of the story about something with an audience", () => {
  it("is about it, whatever was done", () => {
    const lines = rows<{ kind: string; entryId: string | null; audience: string | null }>(
      `SELECT DISTINCT l.kind, l.entryId, e.audience FROM StoryLine l LEFT JOIN Entry e ON e.id = l.entryId WHERE l.detail LIKE '%Zeepaardje%'`,
    );
    expect(new Set(lines.map((line) => line.kind)).size).toBeGreaterThan(14);
    expect(lines.filter((line) => line.audience === null)).toEqual([]);
    const strayed = rows(
      "SELECT l.kind, e.audience FROM StoryLine l JOIN Entry e ON e.id = l.entryId WHERE l.detail NOT LIKE '%Zeepaardje-' || e.audience || ' %'",
    );
    expect(strayed).toEqual([]);
  });
});

describe("A dream that was let go", () => {
  it("is not dreamt of any more on anybody's page, and is among what was", () => {
    for (const [name, viewer] of viewers) {
      const { dreams, goals, letGo } = planOverview(viewer);
      const open = JSON.stringify([dreams, goals]);
      expect(open, name).not.toMatch(/losgelaten|geen doel|niet doen/);
      expect(letGo.length, name).toBeGreaterThan(0);
    }
  });
});
