import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { announceGathering } from "../../app/gatherings/announcing.server";
import { answer, answerFromMail } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { answererBy, askedByMail } from "../../app/gatherings/asked-by-mail.server";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { gatheringOf } from "../../app/gatherings/gathering.server";
import { whoNeedsALetter } from "../../app/gatherings/letters.server";
import { nextGathering } from "../../app/gatherings/next-gathering.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { whoComes } from "../../app/gatherings/who-comes.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { Refusal } from "../../app/platform/refusal";
import { transaction } from "../../app/platform/transaction.server";
import { memberOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
const begun = "2026-12-01T18:30:00.000Z";
const missing = expect.objectContaining({ status: 404 });

let world: World;
let gatheringId: string;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  gatheringId = await planned();
});

/** Mia plans the gathering of Tuesday 1 December, half past seven. @returns its id */
async function planned(day = "2026-12-01"): Promise<string> {
  const form = gatheringForm.parse({ day, hour: "19:30", minutes: "120", place: "bij Jan thuis" });
  const page = await planGathering(as(world, "mia", now), form, null);
  return page.split("/").at(-1) ?? "";
}

/** Somebody says something about a gathering. */
function says(
  name: CastName,
  said: Record<string, string>,
  { at = now, whose = name, id = gatheringId, formKey = null as string | null } = {},
) {
  return answer(as(world, name, at), id, world.members[whose], answerForm.parse(said), formKey, "/");
}

const answersOf = (viewer: CastName, at = now) =>
  whoComes(as(world, viewer, at), gatheringId)
    .people.filter(({ answer }) => answer)
    .map(({ name, answer, word }) => ({ name, answer, word }));

const yes = { answer: "yes", word: "Ik breng soep mee", wordAsked: "yes" };

describe("Tom answers", () => {
  it("yes, with a word, and the whole network reads it; a professional reads who comes, and no words", async () => {
    await says("tom", yes);
    expect(answersOf("jan")).toEqual([{ name: "Tom", answer: "yes", word: "Ik breng soep mee" }]);
    expect(answersOf("els")).toEqual([{ name: "Tom", answer: "yes", word: "" }]);
    await says("els", { answer: "no", word: "Ik werk dan", wordAsked: "yes" });
    expect(answersOf("els")).toContainEqual({ name: "Els", answer: "no", word: "Ik werk dan" });
  });

  it("and changes his mind until it begins; each change is remembered, the same again is not", async () => {
    await says("tom", yes);
    await says("tom", yes);
    await says("tom", { answer: "no" });
    expect(answersOf("jan")).toEqual([{ name: "Tom", answer: "no", word: "" }]);
    const lines = rows<{ detail: string }>("SELECT detail FROM StoryLine WHERE kind = 'answered' ORDER BY id");
    expect(lines.map(({ detail }) => JSON.parse(detail).answer)).toEqual(["yes", "no"]);
    expect(row("SELECT count(*) AS n FROM Response")).toEqual({ n: 1 });
  });

  it("with one press, which leaves what he said with the same answer", async () => {
    await says("tom", yes);
    await says("tom", { answer: "yes" });
    expect(answersOf("jan")).toMatchObject([{ word: "Ik breng soep mee" }]);
    await says("tom", { answer: "yes", word: "", wordAsked: "yes" });
    expect(answersOf("jan")).toMatchObject([{ answer: "yes", word: "" }]);
  });

  it("once, however often the form is sent", async () => {
    await says("tom", yes, { formKey: "form-1" });
    await says("tom", yes, { formKey: "form-1" });
    expect(answersOf("jan")).toMatchObject([{ answer: "yes" }]);
    expect(row("SELECT count(*) AS n FROM FormKey")).toEqual({ n: 1 });
  });

  it("otherwise after all with the same form, back and forth, and the last word counts", async () => {
    for (const said of ["yes", "no", "yes", "no"]) {
      await says("tom", { answer: said }, { formKey: "form-1" });
      expect(answersOf("jan")).toMatchObject([{ answer: said }]);
    }
  });

  it("not once it has begun, nor when it is off, nor for another gathering, circle or person", async () => {
    await expect(says("tom", yes, { at: begun })).rejects.toMatchObject({ words: { key: "gatherings.answerTooLate" } });
    await expect(says("tom", yes, { whose: "fatima" })).rejects.toThrow(Refusal);
    await expect(says("mia", yes, { whose: "jan" })).rejects.toThrow(Refusal);
    await expect(says("tom", yes, { id: "nonsense" })).rejects.toEqual(missing);
    const omar = memberOf(person(world, "omar"), world.otherGroupId, now);
    if (!omar) throw new Error("Omar is not in his circle");
    await expect(answer(omar, gatheringId, omar.memberId, answerForm.parse(yes), null, "/")).rejects.toEqual(missing);
    expect(() => gatheringOf(omar, gatheringId)).toThrow(missing);
    expect(whoComes(omar, gatheringId).people).toEqual([]);
    await cancelGathering(as(world, "mia", now), gatheringId, null);
    await expect(says("tom", yes)).rejects.toMatchObject({ words: { key: "gatherings.answerCancelled" } });
    expect(row("SELECT count(*) AS n FROM Response")).toEqual({ n: 0 });
  });

  it("in Arabic, in 200 letters and in HTML, kept as typed; not in 201, and not something else than yes, no or maybe", async () => {
    for (const word of ["سأحضر", "x".repeat(200), "<b>ja</b>"]) {
      await says("tom", { answer: "maybe", word, wordAsked: "yes" });
      expect(answersOf("jan")).toMatchObject([{ answer: "maybe", word }]);
    }
    expect(answerForm.safeParse({ answer: "yes", word: "x".repeat(201) }).success).toBe(false);
    for (const said of ["", "perhaps", "YES"]) expect(answerForm.safeParse({ answer: said }).success).toBe(false);
  });
});

describe("Rita", () => {
  it("answers for Jan, and it is remembered that she did", async () => {
    await says("rita", { answer: "yes" }, { whose: "jan" });
    expect(answersOf("tom")).toEqual([{ name: "Jan", answer: "yes", word: "" }]);
    expect(row("SELECT byId FROM Response")).toEqual({ byId: world.members.rita });
    expect(row("SELECT byName, forName FROM StoryLine WHERE kind = 'answered'")).toEqual({ byName: "Rita", forName: "Jan" });
    const { me, theirs } = whoComes(as(world, "rita", now), gatheringId);
    expect([me, theirs]).toEqual([world.members.rita, world.members.jan]);
    expect(whoComes(as(world, "tom", now), gatheringId).theirs).toBeNull();
    expect(whoComes(as(world, "jan", now), gatheringId).theirs).toBeNull();
  });
});

describe("Who comes", () => {
  it("is everybody of the circle, Jan first, for one statement", () => {
    const viewer = as(world, "tom", now);
    const before = readStatements();
    const { people, open } = whoComes(viewer, gatheringId);
    expect(readStatements() - before).toBe(1);
    expect([people.length, people[0]?.name, open]).toEqual([11, "Jan", true]);
  });

  it("is no longer who left; what is over keeps who belonged to it then", async () => {
    await says("noor", { answer: "yes" });
    await transaction((tx) =>
      tx.membership.updateMany({ where: { memberId: world.members.noor }, data: { until: "2026-11-25T09:00:00.000Z" } }),
    );
    expect(answersOf("jan", "2026-11-26T09:00:00.000Z")).toEqual([]);
    await transaction((tx) =>
      tx.membership.updateMany({ where: { memberId: world.members.noor }, data: { until: "2026-12-20T09:00:00.000Z" } }),
    );
    expect(answersOf("jan", "2027-01-01T09:00:00.000Z")).toMatchObject([{ name: "Noor" }]);
    expect(whoComes(as(world, "jan", "2027-01-01T09:00:00.000Z"), gatheringId).open).toBe(false);
  });
});

describe("The next gathering", () => {
  it("is the one that goes on now, or else the next that is not off, for two statements", async () => {
    const later = await planned("2026-12-08");
    const next = (at: string) => nextGathering(as(world, "tom", at));
    const viewer = as(world, "tom", now);
    const before = readStatements();
    expect(nextGathering(viewer)).toMatchObject({
      id: gatheringId,
      startLocal: "2026-12-01T19:30",
      endLocal: "2026-12-01T21:30",
      begun: false,
    });
    expect(readStatements() - before).toBe(2);
    expect(next(begun)).toMatchObject({ id: gatheringId, begun: true, comes: { open: false } });
    expect(next("2026-12-01T20:30:00.000Z")?.id).toBe(later);
    await cancelGathering(as(world, "mia", now), later, null);
    expect(next("2026-12-01T20:30:00.000Z")).toBeNull();
  });
});

describe("A link to answer from a mail", () => {
  /** The link that Fatima's mail about the gathering has. */
  const linkOf = (name: CastName) => {
    const mail = row<{ data: string }>("SELECT data FROM OutboxMail WHERE memberId = @id AND kind = 'gatheringPlanned'", {
      id: world.members[name],
    });
    return JSON.parse(mail?.data ?? "{}").answerToken as string;
  };

  it("stands for one gathering and one member, and answers as her, without an account", async () => {
    const link = answererBy(linkOf("fatima"), now);
    if (!link) throw new Error("no link");
    expect(askedByMail(link)).toMatchObject({
      state: "open",
      name: "Fatima",
      central: { name: "Jan" },
      startLocal: "2026-12-01T19:30",
      answer: null,
    });
    await answerFromMail(link, answerForm.parse(yes), null, "/");
    expect(answersOf("jan")).toEqual([{ name: "Fatima", answer: "yes", word: "Ik breng soep mee" }]);
    expect(askedByMail(link)).toMatchObject({ answer: "yes" });
  });

  it("is stored as a hash only", () => {
    const token = linkOf("fatima");
    expect(token).toHaveLength(43);
    expect(rows<{ tokenHash: string }>("SELECT tokenHash FROM MailLink").some(({ tokenHash }) => tokenHash === token)).toBe(false);
    expect(answererBy(`${token}x`, now)).toBeNull();
    expect(answererBy("", now)).toBeNull();
  });

  it("ends when the gathering begins or is off, and when she leaves the circle", async () => {
    const token = linkOf("fatima");
    const at = (moment: string) => {
      const link = answererBy(token, moment);
      return link && askedByMail(link)?.state;
    };
    expect(at(now)).toBe("open");
    expect(at(begun)).toBe("over");
    const over = answererBy(token, begun);
    if (over) await expect(answerFromMail(over, answerForm.parse(yes), null, "/")).rejects.toThrow(Refusal);
    await cancelGathering(as(world, "mia", now), gatheringId, null);
    expect(at(now)).toBe("cancelled");
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.fatima }, data: { until: now } }));
    expect(answererBy(token, now)).toBeNull();
  });

  it("to get fewer mails answers nothing, and a link to answer stops no mails", async () => {
    const mail = row<{ data: string }>("SELECT data FROM OutboxMail WHERE memberId = @id", { id: world.members.fatima });
    expect(answererBy(JSON.parse(mail?.data ?? "{}").fewerToken, now)).toBeNull();
  });
});

describe("Announcing", () => {
  it("the same gathering twice promises one mail to each", async () => {
    const count = () => row<{ n: number }>("SELECT count(*) AS n FROM OutboxMail WHERE kind = 'gatheringPlanned'")?.n;
    const before = count();
    const actor = { byId: world.members.mia, byName: "Mia", forId: null, forName: null };
    await transaction((tx) => announceGathering(tx, actor, { id: gatheringId, groupId: world.groupId, now }));
    expect([before, count()]).toEqual([9, 9]);
  });
});

/** What is known of addresses that mails do not reach. */
const marks = (...names: ("fatima" | "mia" | "jan")[]) => names.map((name) => ({ mail: cast[name].mail, firstAt: now, since: now }));

describe("For who has no way to say it here", () => {
  const noted = (viewer: CastName, at = now) => whoComes(as(world, viewer, at), gatheringId).people.find(({ name }) => name === "Greet");

  it.each(["mia", "jan"] as const)("%s writes the answer down, and it says by whom", async (name) => {
    expect(noted(name)).toMatchObject({ answer: null, toNote: true, notedBy: null });
    await says(name, yes, { whose: "greet" });
    const by = name === "mia" ? "Mia" : "Jan";
    expect(noted("fatima")).toMatchObject({ answer: "yes", word: "Ik breng soep mee", notedBy: by, toNote: false });
    expect(noted("els")).toMatchObject({ answer: "yes", word: "" });
    await says(name, { answer: "no" }, { whose: "greet" });
    expect(rows("SELECT byName, forName, json_extract(detail, '$.name') AS name FROM StoryLine WHERE kind = 'answered'")).toEqual([
      { byName: by, forName: null, name: "Greet" },
      { byName: by, forName: null, name: "Greet" },
    ]);
  });

  it("Rita writes it down for Jan", async () => {
    await says("rita", yes, { whose: "greet" });
    expect(row("SELECT byName, forName FROM StoryLine WHERE kind = 'answered'")).toEqual({ byName: "Rita", forName: "Jan" });
    expect(noted("fatima")?.notedBy).toBe("Rita");
  });

  it("is not written down by a member or a professional, nor of who can say it, nor of who is not in the circle", async () => {
    for (const name of ["fatima", "els"] as const) await expect(says(name, yes, { whose: "greet" })).rejects.toMatchObject({ status: 403 });
    for (const name of ["mia", "jan"] as const) await expect(says(name, yes, { whose: "fatima" })).rejects.toMatchObject({ status: 403 });
    await expect(says("mia", yes, { whose: "jan" })).rejects.toMatchObject({ status: 403 });
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.greet }, data: { until: now } }));
    await expect(says("mia", yes, { whose: "greet" })).rejects.toEqual(missing);
    expect(rows("SELECT id FROM Response")).toEqual([]);
  });

  it("is not offered once it has begun", () => {
    expect(noted("mia", begun)?.toNote).toBe(false);
  });

  it("nor by who gets letters since mails do not reach them: it is written down, and theirs to say again", async () => {
    await transaction((tx) => tx.unreachedAddress.createMany({ data: marks("fatima", "mia", "jan") }));
    const toNote = (viewer: CastName) => whoComes(as(world, viewer, now), gatheringId).people.filter((one) => one.toNote);
    expect(toNote("mia").map(({ name }) => name)).toEqual(["Fatima", "Greet"]);
    expect([toNote("tom"), toNote("els"), toNote("fatima")]).toEqual([[], [], []]);
    await says("mia", yes, { whose: "fatima" });
    const fatima = () => whoComes(as(world, "tom", now), gatheringId).people.find(({ name }) => name === "Fatima");
    expect(fatima()).toMatchObject({ answer: "yes", notedBy: "Mia" });
    await says("fatima", { answer: "no" });
    expect(fatima()).toMatchObject({ answer: "no", notedBy: null });
    const by = rows<{ byName: string }>("SELECT byName FROM StoryLine WHERE kind = 'answered' ORDER BY id");
    expect(by.map(({ byName }) => byName)).toEqual(["Mia", "Fatima"]);
    for (const name of ["tom", "els"] as const) await expect(says(name, yes, { whose: "fatima" })).rejects.toMatchObject({ status: 403 });
    await expect(says("mia", yes, { whose: "jan" })).rejects.toMatchObject({ status: 403 });
  });

  it("is brought a letter, and so is Jan when mails do not reach him, though his answer is his own to give", async () => {
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.greet }, data: { until: now } }));
    const letters = (name: CastName) => whoComes(as(world, name, now), gatheringId).letters;
    expect(letters("mia")).toBe(false);
    await transaction((tx) => tx.unreachedAddress.createMany({ data: marks("jan") }));
    expect([letters("mia"), letters("tom"), letters("els")]).toEqual([true, false, false]);
    expect(whoNeedsALetter(as(world, "mia", now)).map(({ name }) => name)).toEqual(["Jan"]);
  });

  it("gets a letter: who has neither an account nor a mail address", () => {
    expect(whoNeedsALetter(as(world, "mia", now)).map(({ name }) => name)).toEqual(["Greet"]);
  });
});
