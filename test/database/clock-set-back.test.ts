import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openSession, whoHolds } from "../../app/accounts/sessions.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { whoComes } from "../../app/gatherings/who-comes.server";
import { addMember } from "../../app/groups/adding-a-member.server";
import { circleNow } from "../../app/groups/circle.server";
import { makeGroup } from "../../app/groups/making-a-group.server";
import { memberNow } from "../../app/groups/member.server";
import { myGroups } from "../../app/groups/my-groups.server";
import { placeMember } from "../../app/groups/placing-a-member.server";
import { groupFormFor, memberForm, placeForm } from "../../app/groups/schema";
import { noteVisit } from "../../app/groups/visiting.server";
import { addStaff } from "../../app/organisation/adding-staff.server";
import { groupsOf } from "../../app/organisation/groups.server";
import { startGroup } from "../../app/organisation/starting-a-group.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { minutesAfter, now as moment } from "../../app/platform/clock.server";
import { countTry } from "../../app/platform/limits.server";
import { row } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { memberOf, operator, staffOf } from "../../app/policy/viewer.server";
import { newsFor } from "../../app/story/news.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

const day = 24 * 60;
const now = moment();
const ahead = minutesAfter(now, 5 * day);

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan(now);
});
afterEach(() => {
  vi.useRealTimers();
});

/** The id of somebody whom Jan put in his circle. */
async function added(name: string, at: string): Promise<string> {
  const form = memberForm.parse({ name, role: "member", ring: "friends" });
  await addMember(as(world, "jan", at), form, null);
  return row<{ id: string }>("SELECT id FROM Member WHERE name = @name", { name })?.id ?? "";
}

describe("When the clock ran five days ahead and was set back", () => {
  it("who was put in the circle is there, in their place, and comes to what is planned before then", async () => {
    const bo = await added("Bo", ahead);
    const place = placeForm.parse({ role: "member", ring: "heart", version: "1" });
    await placeMember(as(world, "jan", ahead), world.members.fatima, place, null);
    const jan = as(world, "jan", now);
    expect(memberNow(jan, bo).person).toMatchObject({ name: "Bo", until: null });
    expect(memberNow(jan, world.members.fatima).person.ring).toBe("heart");
    const names = circleNow(jan).rings.flatMap(({ people }) => people.map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(["Bo", "Fatima"]));
    expect(new Set(names).size).toBe(names.length);
    const form = gatheringForm.parse({ day: minutesAfter(now, 2 * day).slice(0, 10), hour: "23:30", minutes: "60", place: "thuis" });
    const gatheringId = (await planGathering(jan, form, null)).split("/").at(-1) ?? "";
    expect(whoComes(jan, gatheringId).people.map(({ name }) => name)).toContain("Bo");
  });

  it("a circle that was made is its maker's, and the staff sees what was started, in its phase", async () => {
    const form = groupFormFor(true).parse({ forWhom: "me", zone: "Europe/Brussels" });
    const made = /\/g\/(\w+)/.exec(await makeGroup(person(world, "omar"), form, ahead, null))?.[1] ?? "";
    expect(memberOf(person(world, "omar"), made, now)?.role).toBe("central");
    expect(myGroups(person(world, "omar"), now).map(({ id }) => id)).toContain(made);
    await addStaff(operator(ahead), world.organisationId, { mail: "omar@kring.example", name: "Omar" });
    expect(staffOf(person(world, "omar"), world.organisationId, now)).not.toBeNull();
    const sofie = staffOf(person(world, "sofie"), world.organisationId, ahead);
    const names = { centralName: "Nele", centralMail: null, facilitatorName: "Bart", facilitatorMail: "bart@kring.example" };
    await startGroup(sofie!, names, "nl", null);
    expect(groupsOf({ ...sofie!, now })[0]).toMatchObject({ name: "Nele", phase: "gettingToKnow", mine: true, people: 3 });
  });

  it("who left has left", async () => {
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.els }, data: { until: ahead } }));
    await transaction((tx) => tx.assistance.updateMany({ data: { until: ahead } }));
    expect(memberOf(person(world, "els"), world.groupId, now)).toBeNull();
    expect(as(world, "rita", now).actsForId).toBeNull();
  });

  it("what happens now is news, before all that stands in the future, also to who looked in the meantime", async () => {
    const dream = (text: string, at: string) => writeDream(as(world, "jan", at), { text, audience: "network" }, null);
    for (const text of ["een", "twee", "drie", "vier", "vijf", "zes"]) await dream(text, ahead);
    noteVisit(as(world, "fatima", ahead));
    await vi.waitFor(() => expect(as(world, "fatima", now).seenAt).toBe(ahead));
    noteVisit(as(world, "fatima", now));
    await vi.waitFor(() => expect(as(world, "fatima", now).seenAt).toBe(now));
    const later = minutesAfter(now, 61);
    await dream("nu pas", now);
    noteVisit(as(world, "fatima", later));
    await vi.waitFor(() => expect(as(world, "fatima", later)).toMatchObject({ seenAt: later, seenBeforeAt: now }));
    await dream("en nu", minutesAfter(later, 1));
    const news = newsFor(as(world, "fatima", minutesAfter(later, 2)));
    expect(news.since).not.toBeNull();
    expect(news.lines[0]).toMatchObject({ detail: { text: "en nu" } });
  });

  it("whoever signed in is signed in, and nobody is told to wait for days", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(ahead) });
    const cookie = (await openSession(world.accounts.fatima ?? "", "")).split(";")[0];
    const often = async (times: number) => {
      for (let time = 0; time < times; time += 1) await countTry("codeToAddress", "10.0.0.1 fatima@kring.example");
    };
    await often(5);
    vi.setSystemTime(Date.parse(now));
    expect((await whoHolds(cookie)).person).not.toBeNull();
    await expect(often(1)).rejects.toMatchObject({ words: { values: { count: 15 } } });
  });
});
