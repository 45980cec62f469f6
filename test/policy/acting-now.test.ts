import { beforeEach, describe, expect, it } from "vitest";
import { chooseLanguage } from "../../app/accounts/choosing-a-language.server";
import { openSession, sessions, whoHolds } from "../../app/accounts/sessions.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now } from "../../app/platform/clock.server";
import { rows } from "../../app/platform/query.server";
import { NotAllowed, SignedOut } from "../../app/platform/refusal";
import { transaction } from "../../app/platform/transaction.server";
import { act } from "../../app/policy/act.server";
import { memberOf, type Person } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const form = { text: "Alleen wonen", audience: "network" } as const;
const dreams = () => rows<{ text: string }>("SELECT text FROM Dream ORDER BY id").map(({ text }) => text);

/** Mia, signed in on a browser. */
async function miaSignedIn(): Promise<{ person: Person; id: string }> {
  const cookie = (await openSession(world.accounts.mia ?? "", "test")).split(";")[0] ?? "";
  const { person, sessionId } = await whoHolds(cookie);
  if (!person || !sessionId) throw new Error("Mia is not signed in");
  return { person, id: sessionId };
}
const inTheCircle = (person: Person) => memberOf(person, world.groupId, now()) ?? expect.fail("not in the circle");

describe("An act that was asked for a moment ago", () => {
  it("is done as the people are now: not by who has left", async () => {
    const mia = as(world, "mia");
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: mia.memberId }, data: { until: now() } }));
    await expect(writeDream(mia, form, null)).rejects.toMatchObject({ status: 404 });
    expect(dreams()).toEqual([]);
  });

  it("not by who has another role since", async () => {
    const mia = as(world, "mia");
    await transaction(async (tx) => {
      const at = now();
      await tx.membership.updateMany({ where: { memberId: mia.memberId }, data: { until: at } });
      await tx.membership.create({ data: { id: "m2", groupId: world.groupId, memberId: mia.memberId, role: "member", since: at } });
    });
    await expect(writeDream(mia, form, null)).rejects.toThrow(NotAllowed);
    expect(dreams()).toEqual([]);
  });

  it("not for Jan by who is his assistant no more", async () => {
    const rita = as(world, "rita");
    await transaction((tx) => tx.assistance.updateMany({ data: { until: now() } }));
    await expect(writeDream(rita, form, null)).rejects.toThrow(NotAllowed);
    expect(dreams()).toEqual([]);
  });

  it("not on a session that has ended, or is somebody else's; on an open one it is", async () => {
    const { person, id } = await miaSignedIn();
    const mia = inTheCircle(person);
    await writeDream(mia, form, null);
    await expect(writeDream({ ...as(world, "jan"), session: mia.session }, form, null)).rejects.toThrow(SignedOut);
    await sessions.invalidateSession(id);
    await expect(writeDream(mia, form, null)).rejects.toThrow(SignedOut);
    await expect(chooseLanguage(person, "en")).rejects.toThrow(SignedOut);
    expect(dreams()).toEqual(["Alleen wonen"]);
  });

  it("not on one that ran out meanwhile", async () => {
    const mia = inTheCircle((await miaSignedIn()).person);
    await transaction((tx) => tx.session.updateMany({ data: { expiresAt: now() } }));
    await expect(writeDream(mia, form, null)).rejects.toThrow(SignedOut);
    expect(dreams()).toEqual([]);
  });
});

describe("An act", () => {
  it("that asks for no right is a fault, and leaves nothing behind", async () => {
    const forgetful = act(as(world, "jan"), null, async ({ tx }) => {
      await tx.mailStop.create({ data: { memberId: world.members.jan, kind: "x", groupId: world.groupId, at: now() } });
      return "/";
    });
    await expect(forgetful).rejects.toThrow("asked for no right");
    expect(rows("SELECT 1 FROM MailStop")).toEqual([]);
  });

  it("from a form sent twice at once is done once; with other words it is another", async () => {
    const jan = as(world, "jan");
    const [first, second] = await Promise.all([writeDream(jan, form, "key"), writeDream(jan, form, "key")]);
    expect(second).toBe(first);
    await writeDream(jan, { ...form, text: "Een hond" }, "key");
    expect(dreams()).toEqual(["Alleen wonen", "Een hond"]);
  });

  it("is not taken for that of somebody else whose form has the same key", async () => {
    await writeDream(as(world, "jan"), form, "key");
    await writeDream(as(world, "mia"), form, "key");
    expect(dreams()).toHaveLength(2);
  });
});
