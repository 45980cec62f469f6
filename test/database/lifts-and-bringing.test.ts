import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { alongOf } from "../../app/gatherings/along/along.server";
import { bringNot, bringThis, putOnList, takeOffList } from "../../app/gatherings/along/bringing.server";
import { offerCar, withdrawCar } from "../../app/gatherings/along/offering-a-car.server";
import { promisedInWords } from "../../app/gatherings/along/promised";
import { readLists } from "../../app/gatherings/along/reading-lists.server";
import { bringForm, carForm, mostLines, seekForm } from "../../app/gatherings/along/schema";
import { seekLift } from "../../app/gatherings/along/seeking-a-lift.server";
import { takeAlong, undoLift } from "../../app/gatherings/along/taking-along.server";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { nextGathering } from "../../app/gatherings/next-gathering.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringChange, gatheringForm } from "../../app/gatherings/schema";
import { leave } from "../../app/groups/leaving.server";
import { placeMember } from "../../app/groups/placing-a-member.server";
import { say } from "../../app/i18n/text";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

const now = "2026-11-24T09:00:00.000Z";
const later = "2026-11-24T10:00:00.000Z";
const begun = "2026-12-01T19:00:00.000Z";
const refused = (key: string, field: string | null = null) =>
  expect.objectContaining({ words: expect.objectContaining({ key: `along.${key}` }), field });
const missing = expect.objectContaining({ status: 404 });
const notTheirs = expect.objectContaining({ status: 403 });

let world: World;
let id: string;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
  const form = gatheringForm.parse({ day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis" });
  id = (await planGathering(as(world, "mia", now), form, null)).split("/").at(-1) ?? "";
});

const idOf = (name: CastName) => world.members[name];
const seeks = (name: CastName, { word = "", by = name as CastName, at = now, formKey = null as string | null } = {}) =>
  seekLift(as(world, by, at), id, seekForm.parse({ who: idOf(name), word }), formKey);
const drives = (name: CastName, places = 2, { word = "", rider = "" as CastName | "", by = name as CastName } = {}) =>
  offerCar(as(world, by, now), id, carForm.parse({ who: idOf(name), places: `${places}`, word, rider: rider && idOf(rider) }), null);
const takes = (driver: CastName, rider: CastName, by = driver) =>
  takeAlong(as(world, by, now), id, { riderId: idOf(rider), driverId: idOf(driver) }, "driver");
const rides = (rider: CastName, driver: CastName, by = rider) =>
  takeAlong(as(world, by, now), id, { riderId: idOf(rider), driverId: idOf(driver) }, "rider");
const puts = (by: CastName, what: string, who: CastName | null = by, formKey: string | null = null) =>
  putOnList(as(world, by, now), id, bringForm.parse({ what, who: who ? idOf(who) : "" }), formKey);
const says = (name: CastName, said: "yes" | "no", at = now, by = name) =>
  answer(as(world, by, at), id, idOf(name), answerForm.parse({ answer: said }), null, "/");
const shown = (name: CastName, at = now) => alongOf(as(world, name, at), id) ?? expect.fail("no lists");
/** "Fatima with Mia", or "Fatima with nobody". */
const lifts = () =>
  rows<{ rider: string; driver: string | null }>(
    "SELECT r.name AS rider, d.name AS driver FROM Lift l JOIN Member r ON r.id = l.riderId LEFT JOIN Member d ON d.id = l.driverId ORDER BY r.name",
  ).map(({ rider, driver }) => `${rider} with ${driver ?? "nobody"}`);
/** "taken: Fatima", for each mail that was queued: what it tells, and to whom. */
const told = () =>
  rows<{ what: string; name: string }>(
    "SELECT json_extract(data, '$.what') AS what, toName AS name FROM OutboxMail WHERE kind = 'lift' ORDER BY rowid",
  ).map(({ what, name }) => `${what}: ${name}`);
const lines = (name: CastName = "mia") => shown(name).bringings.map(({ what, member }) => `${what}: ${member?.name ?? "nobody"}`);
const moves = async (day: string, at: string) => {
  const { version } = row<{ version: number }>("SELECT version FROM Gathering WHERE id = @id", { id }) ?? { version: 1 };
  const form = { day, hour: "19:30", minutes: "120", place: "bij Jan thuis", version: String(version) };
  await changeGathering(as(world, "mia", at), id, gatheringChange.parse(form), null);
};
const lineId = (what: string) => row<{ id: string }>("SELECT id FROM Bringing WHERE what = @what", { what })?.id ?? "none";

describe("A lift", () => {
  it("is sought with a word, once however often it is sent; Mia takes Fatima along, and both see it", async () => {
    await Promise.all([
      seeks("fatima", { word: "aan het station", formKey: "a" }),
      seeks("fatima", { word: "aan het station", formKey: "a" }),
    ]);
    expect(shown("mia").lifts).toMatchObject([{ word: "aan het station", driver: null, take: [{ name: "Mia", me: true }] }]);
    await Promise.all([takes("mia", "fatima"), takes("mia", "fatima")]);
    expect(lifts()).toEqual(["Fatima with Mia"]);
    expect(shown("fatima").lifts).toMatchObject([
      { rider: { name: "Fatima" }, driver: { name: "Mia" }, asRider: true, asDriver: false, take: [] },
    ]);
    expect(told()).toEqual(["taken: Fatima"]);
  });

  it("is taken at once for who did not ask, and by who rides; the other of the two is told", async () => {
    await drives("mia", 3, { rider: "fatima", word: "om 19 uur" });
    await rides("tom", "mia");
    expect(lifts()).toEqual(["Fatima with Mia", "Tom with Mia"]);
    expect(told()).toEqual(["taken: Fatima", "joined: Mia"]);
    expect(shown("noor").cars).toMatchObject([{ driver: { name: "Mia" }, left: 1, mine: false, ride: [{ name: "Noor" }] }]);
  });

  it("ends at a full car: of two presses for the last place one is refused", async () => {
    await drives("mia", 1);
    const both = await Promise.allSettled([rides("fatima", "mia"), rides("tom", "mia")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: refused("full") });
    expect(lifts()).toHaveLength(1);
    expect(shown("noor").cars).toMatchObject([{ left: 0, ride: [] }]);
    await expect(drives("mia", 1, { rider: "noor" })).rejects.toEqual(refused("full", "rider"));
  });

  it("is with one driver: of two who press, one is refused", async () => {
    await seeks("fatima");
    const both = await Promise.allSettled([takes("mia", "fatima"), takes("tom", "fatima")]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: refused("taken") });
    expect(lifts()).toHaveLength(1);
  });

  it("has no fewer places than there are riders, and is changed by saying it again", async () => {
    await drives("mia", 2, { rider: "fatima" });
    await rides("tom", "mia");
    await expect(drives("mia", 1)).rejects.toEqual(refused("placesFew", "places"));
    await drives("mia", 3, { word: "om 19 uur" });
    expect(shown("mia").cars).toMatchObject([{ places: 3, left: 1, word: "om 19 uur" }]);
    expect(lifts()).toHaveLength(2);
  });

  it("is not for who drives, of oneself, or by who needs one", async () => {
    await drives("mia");
    await expect(seeks("mia")).rejects.toEqual(refused("drives", "who"));
    await expect(takes("mia", "mia")).rejects.toEqual(refused("oneself"));
    await seeks("fatima");
    await expect(drives("fatima")).rejects.toEqual(refused("needsLift", "who"));
    await expect(takes("fatima", "tom")).rejects.toEqual(refused("needsLift"));
    await expect(takes("tom", "mia")).rejects.toEqual(refused("drives"));
  });

  it("is undone by either: who drives sets them seeking again, who rides needs none; the other is told", async () => {
    await seeks("fatima");
    await takes("mia", "fatima");
    const undo = (name: CastName, saidBy: "driver" | "rider") => undoLift(as(world, name, now), id, idOf("fatima"), saidBy);
    await expect(undo("tom", "driver")).rejects.toEqual(notTheirs);
    await expect(undo("tom", "rider")).rejects.toEqual(notTheirs);
    await undo("mia", "driver");
    expect(lifts()).toEqual(["Fatima with nobody"]);
    await rides("fatima", "mia");
    await undo("fatima", "rider");
    await undo("fatima", "rider");
    expect(lifts()).toEqual([]);
    expect(told()).toEqual(["taken: Fatima", "lost: Fatima", "joined: Mia", "gone: Mia"]);
  });

  it("is lost by all who rode with a car that is not there after all", async () => {
    await seeks("fatima");
    await drives("mia", 3, { rider: "fatima" });
    await rides("tom", "mia");
    await withdrawCar(as(world, "mia", now), id, idOf("mia"));
    expect(lifts()).toEqual(["Fatima with nobody", "Tom with nobody"]);
    expect(told().slice(2)).toEqual(["lost: Fatima", "lost: Tom"]);
    expect(shown("mia").cars).toEqual([]);
  });

  it("is arranged for Jan by Rita, and for Greet, who has no mail, by who prepares; each is named beside it", async () => {
    await seeks("jan", { by: "rita" });
    await seeks("greet", { by: "mia" });
    expect(shown("tom").lifts).toMatchObject([
      { rider: { name: "Greet" }, notedBy: "Mia" },
      { rider: { name: "Jan" }, notedBy: "Rita" },
    ]);
    await drives("mia");
    await rides("jan", "mia", "rita");
    expect(
      row("SELECT json_extract(data, '$.by') AS by, json_extract(data, '$.for') AS forName FROM OutboxMail WHERE kind = 'lift'"),
    ).toEqual({
      ...{ by: "Rita", forName: "Jan" },
    });
    expect(shown("tom").lifts[1]).toMatchObject({ driver: { name: "Mia" }, notedBy: "Rita" });
    await expect(seeks("greet", { by: "fatima" })).rejects.toEqual(notTheirs);
    await expect(seeks("fatima", { by: "mia" })).rejects.toEqual(notTheirs);
    await expect(takes("greet", "fatima", "tom")).rejects.toEqual(notTheirs);
  });
});

describe("What is brought", () => {
  it("is put on the list once by whoever brings it, and goes when they don't after all", async () => {
    await Promise.all([puts("fatima", "koekjes", "fatima", "k"), puts("fatima", "koekjes", "fatima", "k")]);
    expect(lines()).toEqual(["koekjes: Fatima"]);
    await expect(bringNot(as(world, "tom", now), id, lineId("koekjes"))).rejects.toEqual(notTheirs);
    await bringNot(as(world, "fatima", now), id, lineId("koekjes"));
    expect(lines()).toEqual([]);
  });

  it("is asked for by who plans, brought by one who presses, and needed again when they don't", async () => {
    await puts("rita", "soep", null);
    expect(shown("fatima").bringings).toMatchObject([{ asked: { by: "Rita", for: "Jan" }, member: null, take: [{ name: "Fatima" }] }]);
    const both = await Promise.allSettled(
      (["fatima", "tom"] as const).map((name) => bringThis(as(world, name, now), id, lineId("soep"), idOf(name))),
    );
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: refused("broughtBy") });
    const who = both[0]?.status === "fulfilled" ? ("fatima" as const) : ("tom" as const);
    await bringThis(as(world, who, now), id, lineId("soep"), idOf(who));
    await bringNot(as(world, who, now), id, lineId("soep"));
    await bringNot(as(world, who, now), id, lineId("soep"));
    expect(lines()).toEqual(["soep: nobody"]);
    await expect(puts("fatima", "borden", null)).rejects.toEqual(notTheirs);
  });

  it("is said for Jan by Rita and noted for Greet, and any line is taken off by who plans alone", async () => {
    await puts("rita", "soep", "jan");
    await puts("mia", "taart", "greet");
    expect(shown("tom").bringings).toMatchObject([
      { member: { name: "Jan" }, notedBy: "Rita", mine: false },
      { member: { name: "Greet" }, notedBy: "Mia" },
    ]);
    await expect(takeOffList(as(world, "tom", now), id, lineId("taart"))).rejects.toEqual(notTheirs);
    await takeOffList(as(world, "mia", now), id, lineId("taart"));
    await takeOffList(as(world, "mia", now), id, lineId("taart"));
    expect(lines()).toEqual(["soep: Jan"]);
  });

  it("is noted for Fatima by Mia once mails do not reach her", async () => {
    expect(shown("mia").speaksFor.map(({ name }) => name)).toEqual(["Greet", "Mia"]);
    await transaction((tx) => tx.unreachedAddress.create({ data: { mail: cast.fatima.mail, firstAt: now, since: now } }));
    expect(shown("mia").speaksFor.map(({ name }) => name)).toEqual(["Fatima", "Greet", "Mia"]);
    await puts("mia", "koekjes", "fatima");
    expect(shown("fatima").bringings).toMatchObject([{ member: { name: "Fatima" }, notedBy: "Mia", mine: true }]);
    await expect(puts("tom", "taart", "fatima")).rejects.toEqual(notTheirs);
  });

  it("is no more than forty lines", async () => {
    for (let line = 0; line < mostLines; line += 1) await puts("fatima", `koek ${line}`);
    await expect(puts("fatima", "nog een koek")).rejects.toEqual(refused("listFull", "what"));
  });
});

describe("Who does not come", () => {
  it("takes nobody along, rides with nobody and brings nothing: who counted on them seeks again and hears of it", async () => {
    await seeks("fatima");
    await drives("mia", 3, { rider: "fatima" });
    await drives("tom", 1, { rider: "noor" });
    await puts("mia", "taart");
    await puts("jan", "soep", null);
    await bringThis(as(world, "mia", now), id, lineId("soep"), idOf("mia"));
    await says("mia", "no");
    await says("noor", "no");
    expect(lifts()).toEqual(["Fatima with nobody"]);
    expect(lines("jan")).toEqual(["soep: nobody"]);
    expect(shown("jan").cars.map(({ driver }) => driver.name)).toEqual(["Tom"]);
    expect(told()).toEqual(["taken: Fatima", "taken: Noor", "lost: Fatima", "gone: Tom"]);
    expect(shown("mia")).toMatchObject({ seek: [{ name: "Greet" }], bring: [{ name: "Greet" }] });
  });

  it("can have no part in it before they answer otherwise", async () => {
    await says("fatima", "no");
    await expect(seeks("fatima")).rejects.toEqual(refused("notComing", "who"));
    await expect(drives("fatima")).rejects.toEqual(refused("notComing", "who"));
    await expect(puts("fatima", "taart")).rejects.toEqual(refused("notComing", "who"));
    await expect(takes("mia", "fatima")).rejects.toEqual(refused("notComing"));
    await says("fatima", "yes");
    await seeks("fatima");
  });

  it("is also who leaves, who comes to be there for work, and who erases themselves", async () => {
    for (const name of ["fatima", "an", "wim"] as const) await seeks(name);
    await drives("tom", 1, { rider: "fatima" });
    await drives("noor", 1, { rider: "an" });
    await drives("luc", 1, { rider: "wim" });
    await leave(as(world, "tom", now), { word: "" }, null);
    const form = { role: "professional", ring: "paid", capacity: "personal", function: "", service: "", version: 1 } as const;
    await placeMember(as(world, "jan", now), idOf("noor"), form, null);
    await eraseMyself(person(world, "luc"), now);
    expect(lifts()).toEqual(["An with nobody", "Fatima with nobody", "Wim with nobody"]);
    expect(told().slice(3)).toEqual(["lost: Fatima", "lost: An", "lost: Wim"]);
    expect(shown("mia").cars).toEqual([]);
  });
});

describe("The lists of a gathering", () => {
  it("are not there for a professional, who has no part in them either", async () => {
    await seeks("fatima");
    expect(alongOf(as(world, "els", now), id)).toBeNull();
    await expect(seeks("els")).rejects.toEqual(notTheirs);
    await expect(rides("els", "mia")).rejects.toEqual(notTheirs);
    await expect(puts("els", "taart")).rejects.toEqual(notTheirs);
    await expect(takes("mia", "els")).rejects.toEqual(missing);
    expect(shown("mia").takeable.map(({ name }) => name)).not.toContain("Els");
  });

  it("stay as they were once it has begun, for everybody of the network to read", async () => {
    await drives("mia", 2, { rider: "fatima" });
    await puts("tom", "taart");
    await expect(seeks("noor", { at: begun })).rejects.toEqual(refused("tooLate"));
    await expect(takeOffList(as(world, "mia", begun), id, lineId("taart"))).rejects.toEqual(refused("tooLate"));
    const past = shown("noor", begun);
    expect(past).toMatchObject({ open: false, seek: [], drive: [], bring: [], plans: false, speaksFor: [] });
    expect(past.lifts).toMatchObject([{ rider: { name: "Fatima" }, driver: { name: "Mia" }, take: [] }]);
    await eraseMyself(person(world, "tom"), begun);
    expect(shown("noor", begun).bringings).toEqual([]);
  });

  it("can't be changed while it is off, and stand again when it goes on after all", async () => {
    await drives("mia", 2, { rider: "fatima" });
    await cancelGathering(as(world, "mia", now), id, null);
    await expect(seeks("noor")).rejects.toEqual(refused("tooLate"));
    await letItGoOn(as(world, "mia", now), id);
    expect(lifts()).toEqual(["Fatima with Mia"]);
  });

  it("stay when it is moved, and say that they are of before until everybody in them has answered again", async () => {
    await seeks("fatima");
    await says("fatima", "yes");
    expect(shown("tom").old).toBe(false);
    const form = gatheringChange.parse({ day: "2026-12-02", hour: "19:30", minutes: "120", place: "bij Jan thuis", version: "1" });
    await changeGathering(as(world, "mia", later), id, form, null);
    expect(shown("tom", later)).toMatchObject({ old: true, lifts: [{ rider: { name: "Fatima" } }] });
    await says("fatima", "yes", later);
    expect(shown("tom", later).old).toBe(false);
  });

  it("tell each of the network on Home what they promised and were promised, without a statement more; a professional nothing", async () => {
    const next = (name: CastName) => nextGathering(as(world, name, now));
    const home = (name: CastName) => promisedInWords(next(name)?.promised ?? null, "nl", say("nl"));
    await seeks("fatima");
    await takes("mia", "fatima");
    await puts("mia", "soep");
    await seeks("tom");
    expect([home("mia"), home("fatima"), home("tom"), home("luc")]).toEqual([
      ...["Je neemt Fatima mee. Je brengt mee: soep.", "Mia neemt je mee.", "Je zoekt nog een lift.", ""],
    ]);
    expect([next("els")?.promised, home("els")]).toEqual([null, ""]);
    const mia = as(world, "mia", now);
    const before = readStatements();
    nextGathering(mia);
    expect(readStatements() - before).toBe(2);
    await says("mia", "no", later);
    expect([home("mia"), home("fatima")]).toEqual(["", "Je zoekt nog een lift."]);
  });

  it("cost one statement, and are of this circle alone", async () => {
    const viewer = as(world, "mia", now);
    const before = readStatements();
    alongOf(viewer, id);
    expect(readStatements() - before).toBe(1);
    expect(() => alongOf(viewer, "none")).toThrow(missing);
    await expect(seekLift(viewer, "none", seekForm.parse({ who: idOf("mia") }), null)).rejects.toEqual(missing);
    await expect(bringThis(viewer, id, "none", idOf("mia"))).rejects.toEqual(missing);
  });

  it.each([
    [carForm, { who: "x", places: "0" }, "places"],
    [carForm, { who: "x", places: "9" }, "places"],
    [carForm, { who: "x", places: "veel" }, "places"],
    [seekForm, { who: "x", word: "x".repeat(101) }, "word"],
    [seekForm, {}, "who"],
    [bringForm, { what: " " }, "what"],
    [bringForm, { what: "x".repeat(101) }, "what"],
  ] as const)("say at its field what is wrong (%#)", (schema, typed, field) => {
    expect(schema.safeParse(typed).error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe("A gathering that is moved to another day, and back", () => {
  it("has what was said for its day as it is: a lift for that stands again, a car for the other does not", async () => {
    await seeks("tom");
    await says("fatima", "yes");
    await moves("2026-12-03", "2026-11-24T11:00:00.000Z");
    const old = () => {
      const { lifts, cars } = readLists(as(world, "mia", later), id);
      return [lifts, cars].map((all) => all.map((one) => one.old === 1));
    };
    expect(old()[0]).toEqual([true]);
    await offerCar(as(world, "fatima", "2026-11-24T12:00:00.000Z"), id, carForm.parse({ who: idOf("fatima"), places: "2" }), null);
    expect(old()).toEqual([[true], [false]]);
    await moves("2026-12-01", "2026-11-24T13:00:00.000Z");
    expect(old()).toEqual([[false], [true]]);
  });
});
