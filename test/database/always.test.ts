import { beforeEach, describe, expect, it } from "vitest";
import { closeCircle } from "../../app/closing/closing-a-circle.server";
import { openAgain } from "../../app/closing/opening-again.server";
import { closingForm } from "../../app/closing/schema";
import type { CastName } from "../../app/demo/cast";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { offerCar } from "../../app/gatherings/along/offering-a-car.server";
import { carForm } from "../../app/gatherings/along/schema";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { changeSeries } from "../../app/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "../../app/gatherings/changing-series/standing-from.server";
import { feedFor } from "../../app/gatherings/feed/feed.server";
import { makeFeed } from "../../app/gatherings/feed/making-a-feed.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { gatheringsOf } from "../../app/gatherings/gatherings.server";
import { pause } from "../../app/gatherings/pausing/pausing.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringChange, gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { whoComes } from "../../app/gatherings/who-comes.server";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { placeForm } from "../../app/groups/schema";
import { takeBack } from "../../app/groups/taking-back.server";
import { row, rows } from "../../app/platform/query.server";
import { newsFor } from "../../app/story/news.server";
import { eventsIn } from "../calendar";
import { freshDatabase } from "../database";
import { answersInOrder, firstTuesdays, tuesdays } from "../series-of-jan";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
const after = "2026-11-24T10:00:00.000Z";
/** How many stand when they are filled on 1 March 2027: those of three months more. */
const inMarch = tuesdays + 3;
let world: World;
let nth: (n: number) => string;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  nth = await firstTuesdays(world, now);
});

/** Somebody answers the nth gathering. */
function says(name: CastName, n: number, said: Record<string, string>, { whose = name, at = now } = {}) {
  return answer(as(world, name, at), nth(n), world.members[whose], answerForm.parse({ wordAsked: "yes", ...said }), null, "/");
}
const always = { answer: "yes", reach: "series" };
const answersOf = (name: CastName) => answersInOrder(world, name);
const standing = () => rows<{ answer: string }>("SELECT answer FROM StandingAnswer").map(({ answer }) => answer);
async function changes(n: number, different: Record<string, string>) {
  const viewer = as(world, "mia", after);
  const series = seriesToChange(viewer, nth(n));
  if (!series) throw new Error("no series");
  const form = seriesForm.parse({ ...seriesToBegin, from: series.slotLocal.slice(0, 10), place: "bij Jan thuis", ...different });
  await changeSeries(viewer, nth(n), form, changeAhead(viewer, series, form).print, null);
}

describe("Tom comes always", () => {
  it("which answers all that is to come, and what is planned later, and tells the story once", async () => {
    await says("tom", 1, always);
    expect(answersOf("tom")).toBe("y".repeat(tuesdays));
    expect(answersOf("fatima")).toBe("-".repeat(tuesdays));
    await fillHorizons("2027-03-01T03:00:00.000Z");
    expect(answersOf("tom")).toBe("y".repeat(inMarch));
    expect(rows("SELECT kind FROM StoryLine WHERE kind LIKE 'answered%' ORDER BY id")).toEqual([
      { kind: "answered" },
      { kind: "answeredAlways" },
    ]);
  });

  it("from the one at which he says it; what is over before it stays unanswered", async () => {
    await says("tom", 3, always, { at: "2027-01-10T09:00:00.000Z" });
    expect(answersOf("tom")).toBe("--".padEnd(tuesdays, "y"));
  });

  it("but for those to which he said no: what was said of one stands, before and after", async () => {
    await says("tom", 4, { answer: "no", word: "Ik ben dan weg" });
    await says("tom", 1, always);
    await says("tom", 6, { answer: "maybe" });
    expect(answersOf("tom")).toBe("yyynym".padEnd(tuesdays, "y"));
    expect(row("SELECT word FROM Response WHERE answer = 'no'")).toEqual({ word: "Ik ben dan weg" });
  });

  it("until he wants to be asked each time again: what he said of one by itself, and what is over, stay", async () => {
    await says("tom", 1, always);
    await says("tom", 6, { answer: "maybe" });
    await says("tom", 3, { answer: "yes", reach: "eachTime" }, { at: "2026-12-20T09:00:00.000Z" });
    expect(answersOf("tom")).toBe("y-y--m".padEnd(tuesdays, "-"));
    expect(standing()).toEqual([]);
    await says("tom", 3, { answer: "yes", reach: "eachTime" }, { at: "2026-12-20T09:00:00.000Z" });
    expect(row("SELECT count(*) AS n FROM StoryLine WHERE kind = 'answeredAlways'")).toEqual({ n: 2 });
  });

  it("or until he comes never", async () => {
    await says("tom", 1, always);
    await says("tom", 2, { answer: "no", reach: "series" });
    expect(answersOf("tom")).toBe("y".padEnd(tuesdays, "n"));
    expect(standing()).toEqual(["no"]);
  });

  it("and says the same again, which changes nothing", async () => {
    await says("tom", 1, always);
    const before = rows("SELECT * FROM Response ORDER BY id");
    await says("tom", 1, always);
    expect(rows("SELECT * FROM Response ORDER BY id")).toEqual(before);
  });

  it("or takes part online, always or once, which is not counted among who is there", async () => {
    await says("tom", 1, { answer: "online", reach: "series" });
    await says("fatima", 2, { answer: "yes" });
    expect(answersOf("tom")).toBe("o".repeat(tuesdays));
    expect(gatheringsOf(as(world, "tom", now), { after: null, before: null }).coming[1]).toMatchObject({ mine: "online", coming: 1 });
  });

  it("or never: then he takes nobody along any more, but to where he said himself that he comes", async () => {
    for (const n of [2, 4]) await offerCar(as(world, "tom", now), nth(n), carForm.parse({ who: world.members.tom, places: "2" }), null);
    await says("tom", 4, { answer: "yes" });
    await says("tom", 1, { answer: "online", reach: "series" });
    expect(rows("SELECT gatheringId FROM Car")).toEqual([{ gatheringId: nth(4) }]);
  });

  it("which is not possible for who doesn't know yet, nor of a gathering by itself", async () => {
    expect(answerForm.safeParse({ answer: "maybe", reach: "series" }).error?.issues[0]).toMatchObject({
      path: ["reach"],
      message: "gatherings.reachMaybe",
    });
    expect(answerForm.safeParse({ answer: "yes", reach: "ever" }).success).toBe(false);
    const alone = gatheringForm.parse({ day: "2026-12-22", hour: "19:30", minutes: "120", place: "bij Tom" });
    const id = (await planGathering(as(world, "mia", now), alone, null)).split("/").at(-1) ?? "";
    nth = () => id;
    await says("tom", 1, always);
    expect(standing()).toEqual([]);
  });

  it("and one press on Home changes only that one", async () => {
    await says("tom", 1, always);
    await answer(as(world, "tom", now), nth(1), world.members.tom, answerForm.parse({ answer: "no" }), null, "/");
    expect(answersOf("tom")).toBe("n".padEnd(tuesdays, "y"));
    expect(standing()).toEqual(["yes"]);
  });

  it("which is no news: the story of the others stays on Home", async () => {
    for (const reach of ["series", "eachTime", "series", "eachTime", "series"]) await says("tom", 1, { answer: "yes", reach });
    const { lines } = newsFor(as(world, "fatima", after));
    expect(lines.map(({ kind }) => kind)).toContain("seriesPlanned");
    expect(lines.map(({ kind }) => kind)).not.toContain("answeredAlways");
  });

  it("is seen by who prepares, beside his name", async () => {
    await says("tom", 1, always);
    const seen = (n: number) => whoComes(as(world, "mia", now), nth(n)).people.find(({ name }) => name === "Tom");
    expect(seen(1)).toMatchObject({ answer: "yes", always: "yes" });
    expect(seen(2)).toMatchObject({ answer: "yes", always: "yes" });
    await says("tom", 2, { answer: "no" });
    expect(seen(2)).toMatchObject({ answer: "no", always: "yes" });
  });
});

describe("Who says it for somebody", () => {
  it("is named beside each answer: Rita for Jan, Mia for Greet who gets no mails", async () => {
    await says("rita", 1, always, { whose: "jan" });
    await says("mia", 1, always, { whose: "greet" });
    const by = (n: number) => whoComes(as(world, "tom", now), nth(n)).people.filter(({ notedBy }) => notedBy);
    expect(by(5).map(({ name, notedBy }) => `${name}: ${notedBy}`)).toEqual(["Jan: Rita", "Greet: Mia"]);
    await expect(says("tom", 1, always, { whose: "fatima" })).rejects.toThrow();
    expect(answersOf("fatima")).toBe("-".repeat(tuesdays));
  });
});

describe("When the series changes", () => {
  beforeEach(() => says("tom", 1, always));

  it("to another place, or an hour later, Tom still comes always", async () => {
    await changes(3, { place: "in de zaal", hour: "20:30" });
    expect(answersOf("tom")).toBe("y".repeat(tuesdays));
    await fillHorizons("2027-03-01T03:00:00.000Z");
    expect(answersOf("tom")).toBe("y".repeat(inMarch));
  });

  it("to another day, or to the afternoon, he is asked anew from there on", async () => {
    await changes(3, { monthsDay: "4" });
    // The first of June 2028, until which the series stands, is a Thursday: one more.
    expect(answersOf("tom")).toBe("yy".padEnd(tuesdays + 1, "-"));
    await fillHorizons("2027-03-01T03:00:00.000Z");
    expect(answersOf("tom").slice(2)).toMatch(/^-+$/);
  });

  it("from its first gathering on to the afternoon, nobody comes always any more", async () => {
    await changes(1, { hour: "14:00" });
    expect([answersOf("tom"), standing()]).toEqual(["-".repeat(tuesdays), []]);
  });

  it("to the afternoon, and by the form back to the evening, he is asked anew: what he said of the whole of it he takes back", async () => {
    await says("tom", 1, always);
    await says("tom", 2, { answer: "yes" });
    expect(answersOf("tom")).toBe("y".repeat(tuesdays));
    await changes(1, { from: "2026-12-01", hour: "10:00" });
    await changes(1, { from: "2026-12-01" });
    expect([answersOf("tom").slice(0, 4), standing()]).toEqual(["yy--", []]);
  });

  it("and one that is moved by hand is asked about; one that is only elsewhere is not", async () => {
    const version = () => String(row<{ version: number }>("SELECT version FROM Gathering WHERE id = @id", { id: nth(2) })?.version);
    const change = (fields: Record<string, string>) =>
      changeGathering(
        as(world, "mia", after),
        nth(2),
        gatheringChange.parse({ day: "2027-01-05", hour: "19:30", minutes: "120", place: "bij Jan thuis", version: version(), ...fields }),
        null,
      );
    await change({ place: "bij Mia" });
    expect(answersOf("tom")).toBe("y".repeat(tuesdays));
    await change({ place: "bij Mia", day: "2027-01-07" });
    expect(answersOf("tom")).toBe("y-".padEnd(tuesdays, "y"));
    await fillHorizons("2027-03-01T03:00:00.000Z");
    expect(answersOf("tom")).toBe("y-".padEnd(inMarch, "y"));
  });

  it("what he never spoke of by itself falls away without a word, as what nobody answered", async () => {
    await says("fatima", 5, { answer: "yes" });
    const viewer = as(world, "mia", after);
    const series = seriesToChange(viewer, nth(1));
    const form = seriesForm.parse({ ...seriesToBegin, from: "2026-12-01", place: "bij Jan thuis", monthsEvery: "3" });
    const { becoming, off, gone } = changeAhead(viewer, series ?? expect.fail("no series"), form);
    expect([becoming.length, off.map(({ id }) => id), gone.length]).toEqual([6, [nth(5)], tuesdays - 7]);
  });

  it("what he said of one stays what he said, also of one that was moved since; moved back, it stands", async () => {
    await says("tom", 3, { answer: "no" });
    const move = (day: string) => {
      const { version } = row<{ version: number }>("SELECT version FROM Gathering WHERE id = @id", { id: nth(3) })!;
      const form = { day, hour: "19:30", minutes: "120", place: "bij Jan thuis", version: String(version) };
      return changeGathering(as(world, "mia", after), nth(3), gatheringChange.parse(form), null);
    };
    await move("2027-02-04");
    expect(answersOf("tom")[2]).toBe("-");
    await move("2027-02-02");
    await fillHorizons("2027-01-20T03:00:00.000Z");
    expect(row("SELECT answer, standing FROM Response WHERE gatheringId = @id", { id: nth(3) })).toEqual({ answer: "no", standing: 0 });
    await says("tom", 4, always, { at: "2027-01-20T09:00:00.000Z" });
    expect(answersOf("tom")[2]).toBe("n");
  });

  it("what is off for a pause is answered too, for when it goes on", async () => {
    await pause(as(world, "mia", now), { from: "2027-11-25", until: null }, null);
    await fillHorizons("2027-03-01T03:00:00.000Z");
    expect(answersOf("tom")).toBe("y".repeat(inMarch));
  });
});

describe("Who leaves", () => {
  it("comes always no more, also when they are back later", async () => {
    await says("fatima", 1, always);
    await letSomebodyGo(as(world, "jan", now), world.members.fatima, null);
    expect(standing()).toEqual([]);
    await takeBack(as(world, "jan", now), world.members.fatima, placeForm.parse({ role: "member", ring: "friends", version: "1" }), null);
    await fillHorizons("2027-03-01T03:00:00.000Z");
    expect(answersOf("fatima")).toBe("y".padEnd(inMarch, "-"));
  });

  it("but in a circle that is opened again all is as it was, until they erase themselves", async () => {
    await says("tom", 1, always);
    await closeCircle(as(world, "jan", after), closingForm.parse({ why: "ends" }), null);
    await openAgain(as(world, "jan", after));
    expect([standing(), answersOf("tom")]).toEqual([["yes"], "y".repeat(tuesdays)]);
    await closeCircle(as(world, "jan", after), closingForm.parse({ why: "ends" }), null);
    await eraseMyself(person(world, "tom"), after);
    expect([standing(), answersOf("tom")]).toEqual([[], "y".padEnd(tuesdays, "-")]);
  });
});

describe("Tom's calendar", () => {
  it("says it once, of the whole series; only what he said otherwise is apart", async () => {
    const token = (await makeFeed(person(world, "tom"), { which: world.groupId, named: false, alarm: null }, now, null)) ?? "";
    await says("tom", 1, always);
    const events = eventsIn(feedFor(token, now) ?? "");
    expect(events).toHaveLength(1);
    expect(events[0]?.DESCRIPTION).toContain("Jij komt");
    await says("tom", 4, { answer: "no" });
    expect(eventsIn(feedFor(token, now) ?? "")).toHaveLength(2);
  });
});
