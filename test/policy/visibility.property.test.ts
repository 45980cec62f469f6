import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { CastName } from "../../app/demo/cast";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { placeMember } from "../../app/groups/placing-a-member.server";
import { takeBack } from "../../app/groups/taking-back.server";
import { say } from "../../app/i18n/text";
import { actionAsItIs, dreamAsItIs, goalAsItIs } from "../../app/plan/as-it-is.server";
import { changeDream } from "../../app/plan/changing-a-dream.server";
import { myPromises } from "../../app/plan/my-promises.server";
import { planOverview } from "../../app/plan/overview.server";
import { promiseAction } from "../../app/plan/promising-an-action.server";
import { setGoal } from "../../app/plan/setting-a-goal.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now as moment } from "../../app/platform/clock.server";
import { row } from "../../app/platform/query.server";
import { type Audience, audiences } from "../../app/policy/table";
import { type MemberViewer, memberEver, memberOf } from "../../app/policy/viewer.server";
import { endHelp } from "../../app/steering/ending-help.server";
import { nameHelper } from "../../app/steering/naming-a-helper.server";
import { newsFor } from "../../app/story/news.server";
import { storyYears } from "../../app/story/years.server";
import { noteSupport } from "../../app/support/noting-support.server";
import { supportAsItIs, supportOverview } from "../../app/support/overview.server";
import { toRead } from "../../app/taking-along/to-read.server";
import { circleTaken } from "../../app/taking-along/what-is-of-a-circle.server";
import { freshDatabase } from "../database";
import { circleOfJan, person, type World } from "../world";

/** Rules 3, 5 and 6 of the domain once more, by hand, with nothing of app/policy: who is in the circle as what, what was written by whom, for whom. */
interface Model {
  people: Record<string, { role: "central" | "facilitator" | "member" | "professional"; here: boolean; helps: boolean }>;
  entries: { id: string; mark: string; kind: Kind; audience: Audience; author: string; forJan: boolean }[];
}
function maySee({ people }: Model, who: string, { audience, author, forJan }: Model["entries"][number]): boolean {
  const { role, here, helps } = people[who] ?? { role: "member", here: false, helps: false };
  if (!here) return false;
  if (author === who && !forJan) return true;
  if (role === "central" || helps) return true;
  if (audience === "everyone") return true;
  if (audience === "network") return role !== "professional";
  return audience === "facilitators" && role === "facilitator";
}
/** What somebody writes who helps Jan, is Jan's when they could not have written it for themselves. */
function writesForJan({ people }: Model, who: string, kind: Kind): boolean {
  const role = people[who]?.role;
  return role === "professional" || (role === "member" && (kind === "dream" || kind === "goal"));
}

const names = ["jan", "rita", "mia", "fatima", "tom", "els"] as const;
type Name = (typeof names)[number] & CastName;
const kinds = ["dream", "goal", "action", "support"] as const;
type Kind = (typeof kinds)[number];

let world: World;
beforeAll(freshDatabase);

const viewerOf = (name: Name): MemberViewer | null => memberOf(person(world, name), world.groupId, moment());
const latest = (kind: Kind) => row<{ id: string }>(`SELECT max(id) AS id FROM Entry WHERE kind = @kind`, { kind })?.id ?? "";
const version = (table: "Member" | "Entry", id: string) =>
  row<{ version: number }>(`SELECT version FROM ${table} WHERE id = @id`, { id })?.version ?? 0;

/** Writes something marked. @returns whether it was taken in */
async function write(model: Model, who: Name, kind: Kind, audience: Audience, under: number): Promise<void> {
  const viewer = viewerOf(who);
  if (!viewer) return;
  const mark = `m${model.entries.length}m`;
  const parent = (of: Kind) => model.entries.filter((one) => one.kind === of && maySee(model, who, one))[under]?.id ?? null;
  const [text, me] = [`iets ${mark}`, world.members[who]];
  const support = { what: text, domain: "leisure", memberId: me, service: null, paid: false, since: "2026-01-01", until: null } as const;
  const acts = {
    dream: () => writeDream(viewer, { text, audience }, null),
    goal: () => setGoal(viewer, { text, dreamId: parent("dream"), audience }, null),
    action: () => promiseAction(viewer, { text, goalId: parent("goal"), people: [me], dueOn: null, audience }, null),
    support: () => noteSupport(viewer, { ...support, audience }, null),
  };
  if (await refused(acts[kind])) return;
  model.entries.push({ id: latest(kind), mark, kind, audience, author: who, forJan: writesForJan(model, who, kind) });
}

/** Does something, or is told that it may not. A fault of ours is no refusal. */
async function refused(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return false;
  } catch (error) {
    const { name, status } = error as { name?: string; status?: number };
    if (["Refusal", "NotAllowed", "Overtaken"].includes(name ?? "") || status === 404 || status === 403) return true;
    throw error;
  }
}

type Step =
  | { do: "write"; who: Name; kind: Kind; audience: Audience; under: number }
  | { do: "show"; who: Name; which: number; audience: Audience }
  | { do: "place"; who: Name; role: "facilitator" | "member" | "professional" }
  | { do: "go" | "back" | "help" | "stop"; who: Name };

async function take(model: Model, step: Step): Promise<void> {
  const jan = viewerOf("jan");
  const id = world.members[step.who];
  const them = model.people[step.who];
  if (!jan || !them) throw new Error("Jan is gone");
  const place = (role: "facilitator" | "member" | "professional") => ({
    ...{ role, ring: role === "professional" ? ("paid" as const) : ("friends" as const), version: version("Member", id) },
    ...{ capacity: role === "professional" ? ("personal" as const) : null, function: "", service: "" },
  });
  if (step.do === "write") return write(model, step.who, step.kind, step.audience, step.under);
  if (step.do === "show") {
    const viewer = viewerOf(step.who);
    const dreams = model.entries.filter(({ kind }) => kind === "dream");
    const dream = dreams[step.which % Math.max(1, dreams.length)];
    if (!viewer || !dream) return;
    const form = { text: `anders ${dream.mark}`, audience: step.audience, version: version("Entry", dream.id) };
    if (!(await refused(() => changeDream(viewer, dream.id, form, null)))) dream.audience = step.audience;
    return;
  }
  if (step.who === "jan") return;
  if (step.do === "place" && !(await refused(() => placeMember(jan, id, place(step.role), null)))) them.role = step.role;
  if (step.do === "go" && !(await refused(() => letSomebodyGo(jan, id, null)))) Object.assign(them, { here: false, helps: false });
  if (step.do === "back" && !(await refused(() => takeBack(jan, id, place("member"), null))))
    Object.assign(them, { here: true, role: "member" });
  if (step.do === "help" && !(await refused(() => nameHelper(jan, { memberId: id }, null)))) them.helps = true;
  if (step.do === "stop" && !(await refused(() => endHelp(jan, id)))) them.helps = false;
}

/** Everything that somebody can read of the circle: its pages, its numbers, what comes by mail of it, what they take along. */
function readBy(viewer: MemberViewer): Record<string, unknown> {
  const all = circleTaken(viewer, "all");
  const t = say("nl");
  return {
    plan: planOverview(viewer),
    support: supportOverview(viewer),
    story: storyYears(viewer, null),
    news: newsFor(viewer),
    promises: myPromises(viewer),
    own: circleTaken(viewer, "own"),
    all,
    html: toRead({ madeAt: viewer.now, account: null }, [all], "nl", t),
  };
}

const marksIn = (what: unknown) => new Set(JSON.stringify(what).match(/\bm\d+m\b/g) ?? []);

function check(model: Model, name: Name): void {
  const mine = model.entries.filter((entry) => maySee(model, name, entry));
  const allowed = new Set(mine.map(({ mark }) => mark));
  const viewer = viewerOf(name);
  expect(viewer !== null, `${name} is here`).toBe(model.people[name]?.here);
  if (!viewer) {
    const once = memberEver(person(world, name), world.groupId, moment());
    const own = new Set(model.entries.filter(({ author, forJan }) => author === name && !forJan).map(({ mark }) => mark));
    for (const mark of once ? marksIn(circleTaken(once, "own")) : []) expect([...own], `${name}, who has left`).toContain(mark);
    return;
  }
  const read = readBy(viewer);
  const hidden = model.entries.filter((entry) => !allowed.has(entry.mark));
  for (const [where, what] of Object.entries(read)) {
    const text = JSON.stringify(what);
    const found = hidden.filter(({ mark, id }) => text.includes(mark) || text.includes(id));
    expect(found, `${name} reads in ${where}`).toEqual([]);
  }
  expect(marksIn(read.all), `${name} takes along all that is theirs to see`).toEqual(allowed);
  const plan = planOverview(viewer);
  for (const dream of plan.dreams) {
    const goals = all(read.all).goals.filter(({ dreamId }) => dreamId === dream.id);
    expect([dream.goalsSet, goals.length], `${name} counts the goals of ${dream.text}`).toEqual([goals.length, dream.goalsSet]);
  }
  const page = { dream: dreamAsItIs, goal: goalAsItIs, action: actionAsItIs, support: supportAsItIs };
  for (const entry of model.entries) {
    const shown = (() => {
      try {
        return marksIn(page[entry.kind](viewer, entry.id)).has(entry.mark);
      } catch (error) {
        if ((error as { status?: number }).status === 404) return false;
        throw error;
      }
    })();
    expect(shown, `${name} opens ${entry.mark}`).toBe(allowed.has(entry.mark));
  }
}
const all = (taken: unknown) => (taken as ReturnType<typeof circleTaken>).circle;

const who = fc.constantFrom(...names);
const audience = fc.constantFrom(...audiences);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("write" as const), who, kind: fc.constantFrom(...kinds), audience, under: fc.nat(2) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("show" as const), who, which: fc.nat(9), audience }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("place" as const),
      who,
      role: fc.constantFrom("facilitator" as const, "member" as const, "professional" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("go" as const, "back" as const, "help" as const, "stop" as const), who }) },
);

it("Whatever is written, shown to others, and whoever comes, goes, helps and changes place: everybody reads what the rules say, and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      await freshDatabase();
      world = await circleOfJan();
      const roles = { jan: "central", rita: "member", mia: "facilitator", fatima: "member", tom: "member", els: "professional" } as const;
      const model: Model = { people: {}, entries: [] };
      for (const name of names) model.people[name] = { role: roles[name], here: true, helps: name === "rita" };
      for (const one of steps) await take(model, one);
      for (const name of names) check(model, name);
    }),
    { seed: Number(process.env.SEED ?? 2026), numRuns: Number(process.env.RUNS ?? 80) },
  );
}, 120_000);
