import { beforeEach, describe, expect, it } from "vitest";
import { closeCircle } from "../../app/closing/closing-a-circle.server";
import { closingForm } from "../../app/closing/schema";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { birthdaysNow } from "../../app/groups/birthdays.server";
import { leave } from "../../app/groups/leaving.server";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { memberNow } from "../../app/groups/member.server";
import { placeMember } from "../../app/groups/placing-a-member.server";
import { sayBirthday } from "../../app/groups/saying-a-birthday.server";
import { birthdayForm, placeForm } from "../../app/groups/schema";
import { now as moment } from "../../app/platform/clock.server";
import { readStatements, row } from "../../app/platform/query.server";
import { NotAllowed } from "../../app/platform/refusal";
import { newId } from "../../app/platform/secrets.server";
import { memberOf } from "../../app/policy/viewer.server";
import { circleTaken } from "../../app/taking-along/what-is-of-a-circle.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Name = keyof World["members"];
const says = (who: Name, birthday: string | null, about: Name = who, key: string | null = null) =>
  sayBirthday(as(world, who), world.members[about], birthday, key);
const said = (who: Name = "els") => birthdaysNow(as(world, who)).map(({ name, birthday }) => `${name} ${birthday}`);
const kept = (who: Name) => row("SELECT birthday FROM Member WHERE id = @id", { id: world.members[who] });

describe("A birthday", () => {
  it("is said by each for themselves, and seen by the whole circle, in one statement", async () => {
    expect(await says("mia", "05-03")).toBe(`/g/${world.groupId}/people/${world.members.mia}`);
    await says("els", "02-29");
    await says("jan", "12-25");
    const viewer = as(world, "fatima");
    const before = readStatements();
    expect(birthdaysNow(viewer)).toHaveLength(3);
    expect(readStatements() - before).toBe(1);
    expect(said()).toEqual(["Els 02-29", "Jan 12-25", "Mia 05-03"]);
    expect(memberNow(as(world, "els"), world.members.mia).person.birthday).toBe("05-03");
  });

  it("is said for Jan by Rita, who acts for him, and by nobody for anybody else", async () => {
    await says("rita", "12-25", "jan");
    expect(said()).toEqual(["Jan 12-25"]);
    for (const [who, about] of [
      ["jan", "mia"],
      ["rita", "tom"],
      ["mia", "jan"],
      ["mia", "fatima"],
      ["els", "jan"],
    ] as const) {
      await expect(says(who, "05-03", about), `${who} of ${about}`).rejects.toThrow(NotAllowed);
      expect(memberNow(as(world, who), world.members[about]).can.birthday).toBe(false);
    }
    expect(memberNow(as(world, "rita"), world.members.jan).can.birthday).toBe(true);
    expect(memberNow(as(world, "fatima"), world.members.fatima).can.birthday).toBe(true);
    expect(said()).toEqual(["Jan 12-25"]);
  });

  it("is nobody's of another circle to say or to see", async () => {
    await says("mia", "05-03");
    const omar = memberOf(person(world, "omar"), world.otherGroupId, moment());
    if (!omar) throw new Error("no Omar");
    expect(birthdaysNow(omar)).toEqual([]);
    await expect(sayBirthday(omar, world.members.mia, "05-04", null)).rejects.toThrow(NotAllowed);
    expect(said()).toEqual(["Mia 05-03"]);
  });

  it("is changed, and taken away; sent twice it is said once", async () => {
    const key = newId();
    await says("mia", "05-03", "mia", key);
    await says("mia", "06-03");
    await says("mia", "05-03", "mia", key);
    expect(said()).toEqual(["Mia 06-03"]);
    await says("mia", null);
    expect(said()).toEqual([]);
    expect(memberNow(as(world, "mia"), world.members.mia).person.birthday).toBeNull();
  });

  it("is taken along: one's own, and by Jan those of his circle", async () => {
    await says("mia", "05-03");
    const taken = (who: Name, which: "all" | "own") =>
      circleTaken(as(world, who), which).circle.people.map(({ name, birthday }) => [name, birthday]);
    expect(taken("mia", "own")).toEqual([["Mia", "05-03"]]);
    expect(taken("jan", "all")).toContainEqual(["Mia", "05-03"]);
    expect(taken("jan", "all")).toContainEqual(["Tom", null]);
  });

  it("stays one when somebody gets another place in the circle", async () => {
    await says("tom", "05-03");
    await placeMember(as(world, "jan"), world.members.tom, placeForm.parse({ role: "facilitator", ring: "joining", version: "1" }), null);
    expect(said()).toEqual(["Tom 05-03"]);
  });

  it("is forgotten of who leaves, who is let go, and who erases themselves", async () => {
    for (const who of ["wim", "fatima", "els"] as const) await says(who, "05-03");
    await leave(as(world, "wim"), { word: "" }, null);
    await letSomebodyGo(as(world, "jan"), world.members.fatima, null);
    expect(said("jan")).toEqual(["Els 05-03"]);
    await eraseMyself(person(world, "els"), moment());
    for (const who of ["wim", "fatima", "els"] as const) expect(kept(who)).toEqual({ birthday: null });
  });

  it("waits while the circle is closed, unseen of who may not read it any more, until they erase themselves", async () => {
    await says("fatima", "05-03");
    await closeCircle(as(world, "jan"), closingForm.parse({ why: "ends", word: "", people: [] }), null);
    expect(said("jan")).toEqual([]);
    expect(memberNow(as(world, "jan"), world.members.fatima).person.birthday).toBeNull();
    expect(kept("fatima")).toEqual({ birthday: "05-03" });
    await eraseMyself(person(world, "fatima"), moment());
    expect(kept("fatima")).toEqual({ birthday: null });
  });
});

describe("The form of a birthday", () => {
  const read = (day: unknown, month: unknown) => birthdayForm.safeParse({ day, month }).data;
  const wrong = (day: unknown, month: unknown) => {
    const { error } = birthdayForm.safeParse({ day, month });
    return error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  };

  it("is a day and a month that go together, also of a leap year, or neither", () => {
    expect([read("3", "5"), read("31", "12"), read("01", "01"), read("29", "2"), read(" 7 ", "11")]).toEqual([
      ...["05-03", "12-31", "01-01", "02-29", "11-07"],
    ]);
    expect([read("", ""), read(undefined, undefined), birthdayForm.parse({})]).toEqual([null, null, null]);
  });

  it("is refused for a day that there never is, for half of one, and for what no list offers", () => {
    const dates = [
      "31/2",
      "30/2",
      "31/4",
      "0/1",
      "32/1",
      "1/0",
      "0/13",
      "1/13",
      "3/",
      "/5",
      "-1/1",
      "1/-1",
      "x/y",
      "1./5",
      "٣/٥",
      "3'/5",
      "%/_",
    ];
    for (const date of dates) expect(wrong(...(date.split("/") as [string, string])), date).toEqual(["day circle.birthdayWrong"]);
    expect(wrong("3 mei", "5")).toEqual(["day error.tooLong"]);
    expect(birthdayForm.safeParse({ day: ["1", "2"], month: "5" }).success).toBe(false);
    expect(birthdayForm.safeParse({ day: "1", month: { $ne: "" } }).success).toBe(false);
  });
});
