import { beforeEach, describe, expect, it } from "vitest";
import { closeCircle } from "../../app/closing/closing-a-circle.server";
import { type CastName, cast } from "../../app/demo/cast";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import type { Can } from "../../app/gatherings/polls/best-moment";
import { chooseMoment } from "../../app/gatherings/polls/choosing-a-moment.server";
import { offeredMoments } from "../../app/gatherings/polls/free-evenings.server";
import { giveUpDate } from "../../app/gatherings/polls/giving-up-a-date.server";
import { openPolls } from "../../app/gatherings/polls/open-polls.server";
import { pollOf } from "../../app/gatherings/polls/poll.server";
import { pollByMail, sayerBy } from "../../app/gatherings/polls/poll-by-mail.server";
import { sayWhen, sayWhenFromMail } from "../../app/gatherings/polls/saying-when.server";
import { fieldOfMoment, pollForm, whenForm } from "../../app/gatherings/polls/schema";
import { seekDate } from "../../app/gatherings/polls/seeking-a-date.server";
import { gatheringChange, gatheringForm } from "../../app/gatherings/schema";
import { whoComes } from "../../app/gatherings/who-comes.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { addDays } from "../../app/platform/wall-clock";
import { memberOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
const tuesday = "2026-12-01T19:30";
const thursday = "2026-12-03T19:30";
const saturday = "2026-12-05T15:00";
const allPast = "2026-12-05T14:00:00.000Z";
const missing = expect.objectContaining({ status: 404 });
const refused = (key: string, field: string | null = null) => expect.objectContaining({ words: expect.objectContaining({ key }), field });

let world: World;
let pollId: string;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  pollId = await sought();
});

const asked = { moments: [tuesday, thursday, saturday], minutes: "120", place: "bij Jan thuis", about: "De verhuis" };

/** Mia seeks a date. @returns the id of the poll */
async function sought(change: Record<string, string | string[]> = {}, { by = "mia" as CastName, formKey = null as string | null } = {}) {
  return (await seekDate(as(world, by, now), pollForm.parse({ ...asked, ...change }), formKey)).split("/").at(-1) ?? "";
}

const optionAt = (startLocal: string, id = pollId) =>
  row<{ id: string }>("SELECT id FROM PollOption WHERE pollId = @id AND startLocal = @startLocal", { id, startLocal })?.id ?? "none";

const said = (answers: Record<string, Can>, word = "", id = pollId) =>
  whenForm.parse({ word, ...Object.fromEntries(Object.entries(answers).map(([at, can]) => [fieldOfMoment(optionAt(at, id)), can])) });

/** Somebody says when they can. */
function says(
  name: CastName,
  answers: Record<string, Can>,
  { word = "", whose = name, at = now, formKey = null as string | null, id = pollId } = {},
) {
  return sayWhen(as(world, name, at), id, world.members[whose], said(answers, word, id), formKey, "/");
}

const choose = (name: CastName, startLocal: string, at = now) => chooseMoment(as(world, name, at), pollId, optionAt(startLocal));
const shown = (name: CastName, at = now, id = pollId) => pollOf(as(world, name, at), id) ?? expect.fail("no poll");
const of = (viewer: CastName, name: string) => shown(viewer).people.find((one) => one.name === name);
const count = (table: string) => row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;

describe("Mia seeks a date", () => {
  it("once, however often the form is sent; everybody who takes part is asked once, and the story tells it", async () => {
    const [one, other] = await Promise.all([sought({}, { formKey: "key" }), sought({}, { formKey: "key" })]);
    expect(other).toBe(one);
    expect([count("DatePoll"), count("PollOption")]).toEqual([2, 6]);
    expect(rows("SELECT id FROM OutboxMail WHERE kind = 'dateSought' AND json_extract(data, '$.pollId') = @one", { one })).toHaveLength(9);
    expect(rows("SELECT byName FROM StoryLine WHERE kind = 'dateSought'")).toEqual([{ byName: "Mia" }, { byName: "Mia" }]);
  });

  it("for Jan when it is Rita who does; not as a member or a professional", async () => {
    const id = await sought({}, { by: "rita" });
    expect(row("SELECT byId, forId FROM DatePoll WHERE id = @id", { id })).toEqual({ byId: world.members.rita, forId: world.members.jan });
    for (const by of ["fatima", "els"] as const) await expect(sought({}, { by })).rejects.toMatchObject({ status: 403 });
  });

  it("with moments that were ticked and written, each once and in order; an hour without a day is no moment", () => {
    const own = { day1: "2026-12-02", hour1: "20u00", day2: "2026-12-01", hour2: "19:30", hour3: "19:30" };
    expect(pollForm.parse({ ...asked, moments: saturday, ...own }).moments.map(({ startLocal }) => startLocal)).toEqual([
      ...["2026-12-01T19:30", "2026-12-02T20:00", saturday],
    ]);
  });

  it.each([
    ["one moment", { moments: tuesday }, "moments"],
    ["the same moment twice", { moments: tuesday, day1: "2026-12-01", hour1: "19:30" }, "moments"],
    ["no moment", { moments: [] }, "moments"],
    ["thirteen", { moments: Array.from({ length: 13 }, (_, place) => `${addDays("2026-12-01", place)}T19:30`) }, "moments"],
    ["a day without an hour", { day2: "2026-12-02", hour2: "" }, "hour2"],
    ["a day that is none", { day2: "2026-02-30", hour2: "19:30" }, "day2"],
    ["an hour that is none", { day2: "2026-12-02", hour2: "25:00" }, "hour2"],
    ["a moment that is none", { moments: [tuesday, "2026-12-02T<b>"] }, "moments"],
    ["no place", { place: " " }, "place"],
    ["a place that is too long", { place: "x".repeat(201) }, "place"],
  ] as [string, Record<string, string | string[]>, string][])("not with %s, which is said at its field", (_, change, field) => {
    const checked = pollForm.safeParse({ ...asked, ...change });
    expect(checked.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it("not in the past, nor where the circle meets already, nor to be answered when it is over", async () => {
    const form = gatheringForm.parse({ day: "2026-12-03", hour: "18:30", minutes: "120", place: "in de zaal" });
    await planGathering(as(world, "mia", now), form, null);
    await expect(sought()).rejects.toEqual(refused("gatherings.twoAtOnce", "moments"));
    const own = (day1: string, hour1 = "19:30") => sought({ moments: tuesday, day1, hour1 });
    await expect(own("2026-12-03")).rejects.toEqual(refused("gatherings.twoAtOnce", "day1"));
    await expect(own("2026-11-23")).rejects.toEqual(refused("gatherings.startPast", "day1"));
    await expect(own("2026-11-24", "09:00")).rejects.toEqual(refused("gatherings.startGone", "hour1"));
    await expect(own("2036-11-24")).rejects.toEqual(refused("gatherings.startFar", "day1"));
    const until = (answerUntil: string) => sought({ moments: [tuesday, saturday], answerUntil });
    await expect(until("2026-11-23")).rejects.toEqual(refused("gatherings.startPast", "answerUntil"));
    await expect(until("2026-12-06")).rejects.toEqual(refused("polls.untilLate", "answerUntil"));
    expect(count("DatePoll")).toBe(1);
  });

  it("and is offered moments that are free, on the days on which the circle met", async () => {
    for (const day of ["2026-12-04", "2026-12-11"])
      await planGathering(as(world, "mia", now), gatheringForm.parse({ day, hour: "20:00", minutes: "90", place: "x" }), null);
    expect(offeredMoments(as(world, "mia", "2026-12-12T09:00:00.000Z"))).toEqual([
      ...["2026-12-22T20:00", "2026-12-29T20:00", "2027-01-05T20:00", "2027-01-07T20:00", "2027-01-08T20:00", "2027-01-12T20:00"],
    ]);
    const omar = memberOf(person(world, "omar"), world.otherGroupId, now);
    expect(omar && offeredMoments(omar)[0]).toBe("2026-12-01T19:30");
  });
});

describe("Who can when", () => {
  it("is what each says of each moment, with a word that a professional does not read", async () => {
    await says("tom", { [tuesday]: "yes", [thursday]: "ifNeedBe", [saturday]: "no" }, { word: "Ik kan pas vanaf 20 uur" });
    const answers = { [optionAt(tuesday)]: "yes", [optionAt(thursday)]: "ifNeedBe", [optionAt(saturday)]: "no" };
    expect(of("fatima", "Tom")).toMatchObject({ answers, word: "Ik kan pas vanaf 20 uur", notedBy: null });
    expect(of("els", "Tom")).toMatchObject({ answers, word: "" });
    expect(shown("jan").people.map(({ name }) => name)[0]).toBe("Jan");
  });

  it("can be changed until a moment is chosen; each change is kept in the story and told to nobody, the same again is none", async () => {
    await says("tom", { [tuesday]: "yes" }, { word: "Graag" });
    await says("tom", { [tuesday]: "yes" }, { word: "Graag" });
    await says("tom", { [tuesday]: "no", [thursday]: "yes" });
    expect(of("jan", "Tom")).toMatchObject({ answers: { [optionAt(tuesday)]: "no", [optionAt(thursday)]: "yes" }, word: "" });
    const lines = rows<{ detail: string }>("SELECT detail FROM StoryLine WHERE kind = 'datesAnswered' ORDER BY id");
    expect(lines.map(({ detail }) => JSON.parse(detail).answers.map((one: { answer: Can }) => one.answer))).toEqual([
      ["yes"],
      ["no", "yes"],
    ]);
    expect(count("PollAnswer")).toBe(2);
  });

  it("is said once, however often the form is sent; and back and forth with the same form the last word counts", async () => {
    await Promise.all([1, 2].map(() => says("tom", { [tuesday]: "yes" }, { formKey: "key" })));
    for (const can of ["no", "yes", "no"] as const) await says("tom", { [tuesday]: can }, { formKey: "key" });
    expect(of("jan", "Tom")?.answers).toEqual({ [optionAt(tuesday)]: "no" });
  });

  it("is not said without any answer, nor in words that are none, nor of what is no moment of it", async () => {
    await expect(says("tom", {})).rejects.toEqual(refused("polls.canNone", fieldOfMoment(optionAt(tuesday))));
    const other = await sought();
    await expect(
      sayWhen(as(world, "tom", now), pollId, world.members.tom, said({ [tuesday]: "yes" }, "", other), null, "/"),
    ).rejects.toEqual(refused("polls.canNone", fieldOfMoment(optionAt(tuesday))));
    const wrong = whenForm.safeParse({ [fieldOfMoment("x")]: "maybe", word: "" });
    expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([["can-x", "polls.canMissing"]]);
    expect(whenForm.safeParse({ word: "x".repeat(201) }).success).toBe(false);
    expect(count("PollAnswer")).toBe(0);
  });

  it("is said for Jan by Rita, noted for Greet by Mia, and by nobody for who can say it themselves, while mails reach them", async () => {
    await says("rita", { [tuesday]: "yes" }, { whose: "jan" });
    await says("mia", { [tuesday]: "no" }, { whose: "greet", word: "Naar de dokter" });
    expect(of("tom", "Jan")).toMatchObject({ answers: { [optionAt(tuesday)]: "yes" }, notedBy: "Rita" });
    expect(of("tom", "Greet")).toMatchObject({ word: "Naar de dokter", notedBy: "Mia", toNote: false });
    expect(of("mia", "Greet")?.toNote).toBe(true);
    await expect(says("mia", { [tuesday]: "yes" }, { whose: "tom" })).rejects.toMatchObject({ status: 403 });
    await transaction((tx) => tx.unreachedAddress.create({ data: { mail: cast.tom.mail, firstAt: now, since: now } }));
    expect([of("mia", "Tom")?.toNote, of("tom", "Tom")?.toNote]).toEqual([true, false]);
    await says("mia", { [tuesday]: "yes" }, { whose: "tom" });
    expect(of("jan", "Tom")).toMatchObject({ answers: { [optionAt(tuesday)]: "yes" }, notedBy: "Mia" });
    await expect(says("tom", { [tuesday]: "yes" }, { whose: "greet" })).rejects.toMatchObject({ status: 403 });
    await expect(says("els", { [tuesday]: "yes" }, { whose: "jan" })).rejects.toMatchObject({ status: 403 });
  });

  it("is not said once it is over, its last day has passed, or it was given up; nor in another circle, nor by who left", async () => {
    const yes: Record<string, Can> = { [saturday]: "yes" };
    await expect(says("tom", yes, { at: allPast })).rejects.toEqual(refused("polls.late.over"));
    const id = await sought({ answerUntil: "2026-11-25" });
    await says("tom", yes, { id });
    await expect(says("tom", { [saturday]: "no" }, { id, at: "2026-11-25T23:30:00.000Z" })).rejects.toEqual(refused("polls.late.closed"));
    await giveUpDate(as(world, "mia", now), pollId, null);
    await expect(says("tom", yes)).rejects.toEqual(refused("polls.late.givenUp"));
    const omar = memberOf(person(world, "omar"), world.otherGroupId, now) ?? expect.fail("Omar has no circle");
    await expect(sayWhen(omar, id, omar.memberId, said(yes, "", id), null, "/")).rejects.toEqual(missing);
    expect(pollOf(omar, id)).toBeNull();
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.greet }, data: { until: now } }));
    await expect(says("mia", yes, { whose: "greet", id })).rejects.toEqual(missing);
    expect(count("PollAnswer")).toBe(1);
  });

  it("says of a moment that is past what was said before it was, and asks for the others", async () => {
    await says("tom", { [tuesday]: "yes", [thursday]: "yes" });
    await says("tom", { [tuesday]: "no", [thursday]: "no" }, { at: "2026-12-02T09:00:00.000Z" });
    expect(of("jan", "Tom")?.answers).toEqual({ [optionAt(tuesday)]: "yes", [optionAt(thursday)]: "no" });
    expect(shown("jan", "2026-12-02T09:00:00.000Z").moments.map(({ state }) => state)).toEqual(["past", "coming", "coming"]);
  });
});

describe("The best moment", () => {
  it("is where Jan can and most others can, and nothing else has come to stand", async () => {
    await says("jan", { [tuesday]: "yes", [thursday]: "yes", [saturday]: "no" });
    await says("tom", { [tuesday]: "yes", [thursday]: "no", [saturday]: "yes" });
    expect(shown("mia").best?.moment).toEqual({ id: optionAt(tuesday), central: "yes", yes: 1, ifNeedBe: 0, others: 10 });
    const form = gatheringForm.parse({ day: "2026-12-01", hour: "18:00", minutes: "120", place: "in de zaal" });
    await planGathering(as(world, "mia", now), form, null);
    expect(shown("mia").best?.moment?.id).toBe(optionAt(thursday));
    expect(shown("mia").moments.map(({ state }) => state)).toEqual(["taken", "coming", "coming"]);
    await expect(choose("mia", tuesday)).rejects.toEqual(refused("gatherings.twoAtOnce", "day"));
  });

  it("and the page of it cost the same three statements with forty people and twelve moments as with ten and two", async () => {
    const moments = Array.from({ length: 12 }, (_, place) => `${addDays("2026-12-01", place)}T19:30`);
    const id = await sought({ moments });
    const { groupId } = world;
    await transaction(async (tx) => {
      for (let place = 0; place < 30; place += 1) {
        const memberId = newId();
        await tx.member.create({ data: { id: memberId, groupId, name: `Buur ${place}`, hue: 1, createdAt: now } });
        await tx.membership.create({ data: { id: newId(), groupId, memberId, role: "member", since: now } });
        const answers = moments.map((at) => ({ optionId: optionAt(at, id), memberId, groupId, answer: "yes", at: now, byId: memberId }));
        await tx.pollAnswer.createMany({ data: answers });
      }
    });
    const viewer = as(world, "mia", "2026-11-24T09:01:00.000Z");
    const before = readStatements();
    const { people, best } = pollOf(viewer, id) ?? expect.fail("no poll");
    expect(readStatements() - before).toBe(3);
    expect([people.length, best?.moment?.yes]).toEqual([41, 30]);
  });
});

describe("One press", () => {
  beforeEach(async () => {
    await says("jan", { [tuesday]: "yes", [thursday]: "ifNeedBe", [saturday]: "no" }, { word: "Ik maak soep" });
    await says("tom", { [tuesday]: "ifNeedBe" }, { word: "Vanaf 20 uur" });
    await says("mia", { [tuesday]: "no" }, { whose: "greet" });
    await says("noor", { [tuesday]: "yes", [saturday]: "yes" });
    await says("fatima", { [thursday]: "yes" });
  });

  it("makes the gathering, with what everybody said of that moment as their answer, by whom it was said", async () => {
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.noor }, data: { until: now } }));
    const page = await choose("mia", tuesday);
    const id = page.split("/").at(-1) ?? "";
    expect(row("SELECT startLocal, minutes, place, about FROM Gathering WHERE id = @id", { id })).toEqual({
      ...{ startLocal: tuesday, minutes: 120, place: "bij Jan thuis", about: "De verhuis" },
    });
    const answered = whoComes(as(world, "rita", now), id).people.filter(({ answer }) => answer);
    expect(answered.map(({ name, answer, word, notedBy }) => [name, answer, word, notedBy])).toEqual([
      ["Jan", "yes", "Ik maak soep", null],
      ["Greet", "no", "", "Mia"],
      ["Tom", "maybe", "Vanaf 20 uur", null],
    ]);
    expect(shown("tom")).toMatchObject({ state: "chosen", best: null, can: { answer: false, choose: false } });
    expect(shown("tom").moments[0]?.gatheringId).toBe(id);
  });

  it("twice, or of two people at once, is one gathering, of which everybody hears once", async () => {
    const pages = await Promise.all([choose("mia", tuesday), choose("mia", tuesday), choose("rita", tuesday)]);
    expect(new Set(pages).size).toBe(1);
    expect(count("Gathering")).toBe(1);
    expect(rows("SELECT id FROM OutboxMail WHERE kind = 'gatheringPlanned'")).toHaveLength(9);
  });

  it("of two people for two moments at once is one of them; the other is told that it was chosen", async () => {
    const [one, other] = await Promise.allSettled([choose("mia", tuesday), choose("rita", thursday)]);
    expect([one.status, other.status]).toEqual(["fulfilled", "rejected"]);
    expect(other).toMatchObject({ reason: { words: { key: "polls.endedAlready" } } });
    expect(count("Gathering")).toBe(1);
    await expect(giveUpDate(as(world, "mia", now), pollId, null)).rejects.toEqual(refused("polls.endedAlready"));
  });

  it("chooses nothing where Jan can't, which he is told as himself; nor what is past, given up, or not of this poll", async () => {
    await expect(choose("mia", saturday)).rejects.toEqual(refused("polls.notWithout"));
    await expect(choose("jan", saturday)).rejects.toEqual(refused("polls.notWithoutYou"));
    await expect(choose("mia", tuesday, "2026-12-02T09:00:00.000Z")).rejects.toEqual(refused("gatherings.startGone"));
    await expect(chooseMoment(as(world, "mia", now), pollId, optionAt(tuesday, await sought()))).rejects.toEqual(missing);
    for (const name of ["fatima", "els"] as const) await expect(choose(name, tuesday)).rejects.toMatchObject({ status: 403 });
    await giveUpDate(as(world, "mia", now), pollId, null);
    await expect(choose("mia", tuesday)).rejects.toEqual(refused("polls.endedAlready"));
    expect(count("Gathering")).toBe(0);
  });

  it("is not undone by calling the gathering off: that is another fact", async () => {
    const page = await choose("mia", tuesday);
    await cancelGathering(as(world, "mia", now), page.split("/").at(-1) ?? "", null);
    expect(await choose("mia", tuesday)).toBe(page);
    expect(shown("tom").state).toBe("chosen");
  });
});

describe("A link from the mail", () => {
  const tokenOf = (name: CastName) => {
    const mail = row<{ data: string }>("SELECT data FROM OutboxMail WHERE memberId = @id AND kind = 'dateSought'", {
      id: world.members[name],
    });
    return JSON.parse(mail?.data ?? "{}").token as string;
  };
  const linkOf = (name: CastName, at = now) => sayerBy(tokenOf(name), at);

  it("answers all moments as one member, without an account, and shows only what is theirs", async () => {
    await says("tom", { [tuesday]: "yes" }, { word: "Graag" });
    const link = linkOf("fatima") ?? expect.fail("no link");
    await sayWhenFromMail(link, said({ [tuesday]: "yes", [saturday]: "no" }, "Met de fiets"), null, "/");
    const found = pollByMail(link);
    expect(found).toMatchObject({
      state: "open",
      name: "Fatima",
      own: false,
      central: { name: "Jan" },
      word: "Met de fiets",
      chosen: null,
    });
    expect(found?.moments.map(({ startLocal, answer }) => [startLocal, answer])).toEqual([
      [tuesday, "yes"],
      [thursday, null],
      [saturday, "no"],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/Tom|Graag/);
    expect(of("jan", "Fatima")?.word).toBe("Met de fiets");
  });

  it("is stored as a hash, and is no link to answer a gathering", () => {
    const token = tokenOf("fatima");
    expect(token).toHaveLength(43);
    expect(rows<{ tokenHash: string }>("SELECT tokenHash FROM MailLink").some(({ tokenHash }) => tokenHash === token)).toBe(false);
    expect(sayerBy(`${token}x`, now)).toBeNull();
  });

  it("says kindly what became of it, and answers no more; of who left it is dead", async () => {
    const link = linkOf("fatima") ?? expect.fail("no link");
    const late = (at = now) => sayWhenFromMail({ ...link, now: at }, said({ [saturday]: "yes" }), null, "/");
    await expect(late(allPast)).rejects.toEqual(refused("polls.late.over"));
    await choose("mia", tuesday);
    expect(pollByMail(link)).toMatchObject({ state: "chosen", chosen: { startLocal: tuesday, place: "bij Jan thuis", off: false } });
    await expect(late()).rejects.toEqual(refused("polls.late.chosen"));
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.fatima }, data: { until: now } }));
    expect(linkOf("fatima")).toBeNull();
    await expect(late()).rejects.toEqual(missing);
  });

  it("says what was chosen as that stands now, as the page does: moved, or off", async () => {
    const link = linkOf("fatima") ?? expect.fail("no link");
    const id = (await choose("mia", tuesday)).split("/").at(-1) ?? "";
    const mia = as(world, "mia", now);
    const form = { day: "2026-12-15", hour: "20:00", minutes: "120", place: "in de zaal", version: "1" };
    await changeGathering(mia, id, gatheringChange.parse(form), null);
    const moved = { startLocal: "2026-12-15T20:00", yours: null, place: "in de zaal", off: false };
    expect(pollByMail(link)?.chosen).toEqual(moved);
    expect(pollOf(mia, pollId)?.moments.map(({ became }) => became)).toContainEqual(moved);
    await cancelGathering(mia, id, null);
    expect(pollByMail(link)?.chosen).toEqual({ ...moved, off: true });
  });
});

describe("A date that is sought", () => {
  const lines = (name: CastName, at = now) =>
    openPolls(as(world, name, at)).map(({ asks, answered, moments }) => ({ asks, answered, moments }));

  it("is a line for everybody until they have answered, for one statement; and ends by itself", async () => {
    const viewer = as(world, "tom", now);
    const before = readStatements();
    expect(openPolls(viewer)).toMatchObject([
      { id: pollId, place: "bij Jan thuis", moments: 3, first: tuesday, last: saturday, asks: true, answered: false },
    ]);
    expect(readStatements() - before).toBe(1);
    await says("tom", { [tuesday]: "yes" });
    expect(lines("tom")).toEqual([{ asks: false, answered: true, moments: 3 }]);
    expect(lines("fatima", "2026-12-02T09:00:00.000Z")).toEqual([{ asks: true, answered: false, moments: 2 }]);
    expect(lines("fatima", allPast)).toEqual([]);
    expect(shown("mia", allPast)).toMatchObject({ state: "over", best: null, can: { choose: false } });
    await expect(giveUpDate(as(world, "mia", allPast), pollId, null)).rejects.toEqual(refused("polls.endedAlready"));
  });

  it("is given up once, of which who was asked hears once; and then it is no line any more", async () => {
    await transaction((tx) => tx.mailLink.deleteMany({ where: { pollId, memberId: world.members.luc } }));
    await transaction((tx) => tx.outboxMail.updateMany({ data: { state: "sent" } }));
    await Promise.all([1, 2].map(() => giveUpDate(as(world, "mia", now), pollId, "key")));
    expect(rows("SELECT id FROM OutboxMail WHERE kind = 'dateGivenUp'")).toHaveLength(8);
    expect(rows("SELECT id FROM StoryLine WHERE kind = 'dateGivenUp'")).toHaveLength(1);
    expect(lines("tom")).toEqual([]);
    await expect(giveUpDate(as(world, "fatima", now), await sought(), null)).rejects.toMatchObject({ status: 403 });
  });

  it("ends when its circle is closed", async () => {
    await closeCircle(as(world, "jan", now), { word: "", why: "goal", people: [] } as never, null);
    expect(shown("jan").state).toBe("givenUp");
    await expect(sayWhen(as(world, "jan", now), pollId, world.members.jan, said({ [tuesday]: "yes" }), null, "/")).rejects.toMatchObject({
      status: 403,
    });
  });

  it("keeps what somebody said who erases themselves, of somebody, without their words", async () => {
    await says("tom", { [tuesday]: "yes" }, { word: "Ik ben Tom" });
    await eraseMyself(person(world, "tom"), now);
    expect(rows("SELECT answer, word FROM PollAnswer")).toEqual([{ answer: "yes", word: "" }]);
    expect(row("SELECT detail FROM StoryLine WHERE kind = 'datesAnswered'")).not.toMatchObject({ detail: expect.stringContaining("Tom") });
  });
});
