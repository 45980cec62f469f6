import { beforeEach, describe, expect, it } from "vitest";
import { openSession, whoHolds } from "../../app/accounts/sessions.server";
import { actFor } from "../../app/groups/acting-for.server";
import { makeGroup } from "../../app/groups/making-a-group.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { minutesAfter, now as moment } from "../../app/platform/clock.server";
import { row } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { type MemberViewer, memberOf, type Person } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

/** A browser in which somebody is signed in: who they are there, each time they ask. */
async function browserOf(name: "rita" | "fatima"): Promise<() => Promise<Person>> {
  const cookie = (await openSession(world.accounts[name] ?? "", "test")).split(";")[0];
  return async () => {
    const { person } = await whoHolds(cookie);
    if (!person) throw new Error("signed out");
    return person;
  };
}
const viewer = (person: Person, groupId = world.groupId) => memberOf(person, groupId, moment()) as MemberViewer;
const dream = (text: string) => ({ text, audience: "network" as const });

describe("Acting for Jan", () => {
  it("is said in one browser, for one circle, until it is unsaid", async () => {
    const [phone, tablet] = [await browserOf("rita"), await browserOf("rita")];
    expect(viewer(await phone())).toMatchObject({ mayActForId: world.members.jan, actsForId: null });
    await expect(writeDream(viewer(await phone()), dream("Vliegen"), null)).rejects.toMatchObject({
      words: { key: "refusal.notForThem", helpIn: world.groupId },
    });
    expect(await actFor(await phone(), viewer(await phone()), true)).toBe(`/g/${world.groupId}`);
    expect([viewer(await phone()).actsForId, viewer(await tablet()).actsForId]).toEqual([world.members.jan, null]);
    await writeDream(viewer(await phone()), dream("Vliegen"), null);
    expect(row("SELECT byName, forName FROM StoryLine WHERE kind = 'dreamWritten'")).toEqual({ byName: "Rita", forName: "Jan" });
    await actFor(await phone(), viewer(await phone()), false);
    expect(viewer(await phone()).actsForId).toBeNull();
  });

  it("counts within an act as it is then, also for a page that was opened before", async () => {
    const phone = await browserOf("rita");
    await actFor(await phone(), viewer(await phone()), true);
    const before = viewer(await phone());
    await actFor(await phone(), before, false);
    await expect(writeDream(before, dream("Te laat"), null)).rejects.toMatchObject({ words: { key: "refusal.notForThem" } });
  });

  it("ends by itself after half a day", async () => {
    const phone = await browserOf("rita");
    await actFor(await phone(), viewer(await phone()), true);
    await transaction((tx) => tx.session.updateMany({ data: { actsUntil: minutesAfter(moment(), -1) } }));
    expect(viewer(await phone()).actsForId).toBeNull();
    await expect(writeDream(as(world, "jan"), dream("Wel van Jan"), null)).resolves.toContain("/plan");
  });

  it("is for nobody whom Jan did not name, whatever their session says", async () => {
    const phone = await browserOf("fatima");
    await expect(actFor(await phone(), viewer(await phone()), true)).rejects.toMatchObject({ words: { key: "refusal.mayNot" } });
    await transaction((tx) => tx.session.updateMany({ data: { actsIn: world.groupId, actsUntil: minutesAfter(moment(), 60) } }));
    expect(viewer(await phone())).toMatchObject({ mayActForId: null, actsForId: null });
  });

  it("goes on from making a circle for somebody", async () => {
    const phone = await browserOf("rita");
    const made = await makeGroup(
      await phone(),
      { forWhom: "other", myName: "", name: "Nele", relation: "tante", mail: null, zone: "Europe/Brussels" },
      moment(),
      null,
    );
    const groupId = made.split("/")[2] ?? "";
    const there = viewer(await phone(), groupId);
    expect(there.actsForId).toBe(there.central.id);
    expect(viewer(await phone()).actsForId).toBeNull();
  });
});
