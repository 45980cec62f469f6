import { beforeEach, describe, expect, it } from "vitest";
import { addStoryLine } from "../../app/groups/adding-a-story-line.server";
import { type Language, say } from "../../app/i18n/text";
import { changeDream } from "../../app/plan/changing-a-dream.server";
import { comeTrue } from "../../app/plan/coming-true.server";
import { doAction } from "../../app/plan/doing-an-action.server";
import { myPromises } from "../../app/plan/my-promises.server";
import { planOverview } from "../../app/plan/overview.server";
import { promiseAction } from "../../app/plan/promising-an-action.server";
import { setGoal } from "../../app/plan/setting-a-goal.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now } from "../../app/platform/clock.server";
import { readStatements, row } from "../../app/platform/query.server";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import type { Audience } from "../../app/policy/table";
import { type MemberViewer, memberOf } from "../../app/policy/viewer.server";
import { newsFor } from "../../app/story/news.server";
import { sentence } from "../../app/story/sentence";
import { storyYears } from "../../app/story/years.server";
import { noteSupport } from "../../app/support/noting-support.server";
import { supportOverview } from "../../app/support/overview.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Name = Exclude<Parameters<typeof as>[1], "sofie">;
const idIn = (path: string) => path.split(/[#=]/).at(-1) ?? "";
const dream = async (text: string, audience: Audience = "network", by: Name = "jan") =>
  idIn(await writeDream(as(world, by), { text, audience }, null));

function readAloud(viewer: MemberViewer, before: string | null = null, language: Language = "nl"): string[] {
  const { years, me } = storyYears(viewer, before);
  const lines = years.flatMap((year) => year.months.flatMap((month) => month.lines));
  return lines.flatMap((line) => sentence(line, me, language, say(language))?.text ?? []);
}
const story = (name: Name) => readAloud(as(world, name));
const news = (name: Name, seenBeforeAt: string | null = null) =>
  newsFor({ ...as(world, name), seenBeforeAt }).lines.map((line) => sentence(line, world.members[name], "nl", say("nl"))?.text);
const by = (name: Name) => ({ byId: world.members[name], byName: name, forId: null, forName: null });

describe("The story", () => {
  it("has a line for each thing that happened, newest first, said to each reader in their own way", async () => {
    const id = await dream("Alleen wonen", "network", "rita");
    await comeTrue(as(world, "mia"), id);
    expect(story("tom")).toEqual([
      "Mia heeft laten weten dat een droom uitgekomen is: Alleen wonen",
      "Rita, voor Jan, heeft een droom opgeschreven: Alleen wonen",
    ]);
    expect(story("jan")[1]).toBe("Rita, voor jou, heeft een droom opgeschreven: Alleen wonen");
    expect(readAloud(as(world, "mia"), null, "en")[0]).toBe("You shared that a dream came true: Alleen wonen");
  });

  it("follows the audience that its subject has now, back and forth, and never tells that it changed", async () => {
    const id = await dream("Alleen wonen", "everyone");
    expect(story("els")).toHaveLength(1);
    await changeDream(as(world, "jan"), id, { text: "Alleen wonen", audience: "me", version: 1 }, null);
    expect([story("els"), story("fatima"), story("mia")]).toEqual([[], [], []]);
    await changeDream(as(world, "jan"), id, { text: "Alleen wonen", audience: "everyone", version: 2 }, null);
    expect(story("els")).toEqual(["Jan heeft een droom opgeschreven: Alleen wonen"]);
    expect(story("jan")).toHaveLength(1);
  });

  it("leaves no trace of what was erased, to nobody", async () => {
    const id = await dream("Spijt");
    await transaction((tx) => tx.entry.delete({ where: { id } }));
    expect([story("jan"), story("tom"), news("tom")]).toEqual([[], [], []]);
  });

  it("goes with its subject from the database itself, and can't be about what is not there", async () => {
    const id = await dream("Spijt", "everyone");
    const linesOf = () => row<{ n: number }>("SELECT count(*) AS n FROM StoryLine WHERE entryId = @id", { id })?.n;
    expect(linesOf()).toBe(1);
    await transaction((tx) => tx.entry.delete({ where: { id } }));
    expect(linesOf()).toBe(0);
    await expect(
      transaction((tx) => addStoryLine(tx, as(world, "jan"), by("jan"), "dreamCameTrue", { text: "Spijt" }, { entryId: id })),
    ).rejects.toThrow(/foreign key/i);
  });

  it("that says of nobody whom it is for, is for the central person alone", async () => {
    const rest = { groupId: world.groupId, at: now(), byId: world.members.tom, byName: "Tom" };
    await transaction((tx) => tx.storyLine.create({ data: { id: newId(), ...rest, kind: "personLeft", detail: '{"name":"Lien"}' } }));
    expect([story("tom"), story("mia"), news("mia")]).toEqual([[], [], []]);
    expect(story("jan")).toEqual(["Lien is weggegaan uit de kring."]);
  });

  it("is of its own circle alone", async () => {
    await dream("Zwemmen", "everyone");
    const omar = memberOf(person(world, "omar"), world.otherGroupId, now());
    if (!omar) throw new Error("Omar has no circle");
    expect([readAloud(omar), newsFor(omar).lines]).toEqual([[], []]);
    await transaction((tx) =>
      addStoryLine(
        tx,
        omar,
        { byId: omar.memberId, byName: "Omar", forId: null, forName: null },
        "groupStarted",
        {},
        { audience: "everyone" },
      ),
    );
    expect(story("jan")).toHaveLength(1);
    const before = storyYears(omar, null).years[0]?.months[0]?.lines[0]?.id ?? "";
    expect(readAloud(as(world, "jan"), before)).toEqual([]);
  });

  it("goes on when a line can't be read any more", async () => {
    await dream("Zwemmen");
    const rest = { groupId: world.groupId, at: now(), byId: world.members.jan, byName: "Jan" };
    await transaction(async (tx) => {
      await tx.storyLine.create({ data: { id: newId(), ...rest, kind: "dreamWritten", detail: "{" } });
      await tx.storyLine.create({ data: { id: newId(), ...rest, kind: "somethingOfTomorrow", detail: "{}" } });
    });
    expect(story("tom")).toEqual(["Jan heeft een droom opgeschreven: Zwemmen"]);
  });

  it("keeps answers out, and gives the network alone what is for the network", async () => {
    await transaction(async (tx) => {
      const answer = { startLocal: "2026-12-01T19:30", answer: "no", name: "Tom" } as const;
      await addStoryLine(tx, as(world, "tom"), by("tom"), "answered", answer, { audience: "everyone" });
      await addStoryLine(tx, as(world, "tom"), by("mia"), "personLeft", { name: "Lien" }, { audience: "network" });
    });
    expect(story("tom")).toEqual(["Lien is weggegaan uit de kring."]);
    expect(story("els")).toEqual([]);
  });

  it("over six years is read 40 lines at a time, by key, each line once, in one statement a page", async () => {
    const start = Date.parse("2020-12-31T22:30:00.000Z");
    await transaction(async (tx) => {
      for (let place = 0; place < 95; place += 1) {
        // Written out of order, and three at the same moment.
        const at = new Date(start + Math.floor(((place * 37) % 95) / 3) * 60 * 86_400_000).toISOString();
        await addStoryLine(
          tx,
          { groupId: world.groupId, now: at },
          by("mia"),
          "personLeft",
          { name: `Gast ${place}` },
          { audience: "everyone" },
        );
      }
    });
    const viewer = as(world, "jan");
    const pages: string[][] = [];
    let before: string | null = null;
    const counted = readStatements();
    do {
      pages.push(readAloud(viewer, before));
      before = storyYears(viewer, before).older;
    } while (before && pages.length < 9);
    expect(pages.map((page) => page.length)).toEqual([40, 40, 15]);
    expect(new Set(pages.flat()).size).toBe(95);
    expect(readStatements() - counted).toBe(6);
    const [newest, oldest] = [storyYears(viewer, null).years, storyYears(viewer, null).years.at(-1)];
    expect(newest.map((year) => year.year)).toEqual([...newest.map((year) => year.year)].sort().reverse());
    expect(oldest?.months.length).toBeGreaterThan(0);
    expect(readAloud(viewer, "nonsense")).toEqual([]);
  });

  it("puts the last evening of December in its own year, by the clock of the circle", async () => {
    const at = "2020-12-31T23:30:00.000Z";
    await transaction((tx) =>
      addStoryLine(tx, { groupId: world.groupId, now: at }, by("mia"), "personLeft", { name: "Gast" }, { audience: "everyone" }),
    );
    expect(storyYears(as(world, "jan"), null).years.map((year) => year.year)).toEqual(["2021"]);
  });
});

describe("What is new", () => {
  it("is what others did since I was here: at most five, newest first, in one statement", async () => {
    await dream("Van mezelf");
    for (let place = 0; place < 7; place += 1) await dream(`Droom ${place}`, "network", "mia");
    expect(news("jan")).toEqual([6, 5, 4, 3, 2].map((place) => `Mia heeft een droom opgeschreven: Droom ${place}`));
    expect(news("mia")).toEqual(["Jan heeft een droom opgeschreven: Van mezelf"]);
    expect(news("jan", now())).toEqual([]);
    const viewer = as(world, "jan");
    const before = readStatements();
    newsFor(viewer);
    expect(readStatements() - before).toBe(1);
  });

  it("goes back thirty days for who was never here", async () => {
    await dream("Zwemmen");
    const later = (days: number) => as(world, "tom", new Date(Date.parse(now()) + days * 86_400_000).toISOString());
    expect(newsFor(later(29)).lines).toHaveLength(1);
    expect(newsFor(later(31))).toMatchObject({ lines: [], since: null });
  });
});

describe("A marker in everything that is hidden", () => {
  it("is on no page that Fatima or Els reads", async () => {
    const hide = { audience: "me" } as const;
    for (const audience of ["me", "facilitators"] as const) {
      const dreamId = await dream(`KIEKEBOE ${audience}`, audience);
      const form = { text: `KIEKEBOE doel ${audience}`, dreamId, audience };
      const goalId = idIn(await setGoal(as(world, "jan"), form, null));
      const who = { goalId, people: [world.members.jan], dueOn: null };
      await promiseAction(as(world, "jan"), { text: "KIEKEBOE open", ...who, audience }, null);
      const done = idIn(await promiseAction(as(world, "jan"), { text: "KIEKEBOE gedaan", ...who, audience }, null));
      await doAction(as(world, "jan"), done, undefined);
      const open = { ...who, people: [world.members.fatima, world.members.els], audience: "everyone" as const };
      await promiseAction(as(world, "jan"), { text: "Iets voor ieder", ...open }, null);
      await comeTrue(as(world, "jan"), await dream("KIEKEBOE waar", audience));
    }
    const support = {
      memberId: null,
      service: "KIEKEBOE dienst",
      what: "KIEKEBOE",
      domain: "money",
      since: "2020-01-01",
      until: null,
    } as const;
    await noteSupport(as(world, "jan"), { ...support, paid: true, ...hide }, null);
    await noteSupport(as(world, "jan"), { ...support, paid: false, until: "2021-01-01", ...hide }, null);
    for (const name of ["fatima", "els"] as const) {
      const viewer = as(world, name);
      const pages = [planOverview(viewer), myPromises(viewer), supportOverview(viewer), storyYears(viewer, null), newsFor(viewer)];
      expect(JSON.stringify(pages)).toContain("Iets voor ieder");
      expect(JSON.stringify(pages)).not.toContain("KIEKEBOE");
    }
    expect(JSON.stringify(planOverview(as(world, "jan")))).toContain("KIEKEBOE");
  });
});
