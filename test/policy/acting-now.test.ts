import { beforeEach, describe, expect, it } from "vitest";
import { chooseLanguage } from "../../app/accounts/choosing-a-language.server";
import { openSession, sessions, whoHolds } from "../../app/accounts/sessions.server";
import { accountFor } from "../../app/accounts/signing-in.server";
import { acceptInvitation } from "../../app/groups/accepting-an-invitation.server";
import { invite } from "../../app/groups/inviting.server";
import { startGroup } from "../../app/organisation/starting-a-group.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now } from "../../app/platform/clock.server";
import { rows } from "../../app/platform/query.server";
import { NotAllowed, Refusal, SignedOut } from "../../app/platform/refusal";
import { transaction } from "../../app/platform/transaction.server";
import { act } from "../../app/policy/act.server";
import { memberOf, type Person, staffOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const form = { text: "Alleen wonen", audience: "network" } as const;
const dreams = () => rows<{ text: string }>("SELECT text FROM Dream ORDER BY id").map(({ text }) => text);

/** Somebody, signed in on a browser. */
async function signedIn(name: "mia" | "sofie" | "tom"): Promise<{ person: Person; id: string }> {
  const cookie = (await openSession(world.accounts[name] ?? "", "test")).split(";")[0] ?? "";
  const { person, sessionId } = await whoHolds(cookie);
  if (!person || !sessionId) throw new Error(`${name} is not signed in`);
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
    const { person, id } = await signedIn("mia");
    const mia = inTheCircle(person);
    await writeDream(mia, form, null);
    await expect(writeDream({ ...as(world, "jan"), session: mia.session }, form, null)).rejects.toThrow(SignedOut);
    await sessions.invalidateSession(id);
    await expect(writeDream(mia, form, null)).rejects.toThrow(SignedOut);
    await expect(chooseLanguage(person, "en")).rejects.toThrow(SignedOut);
    expect(dreams()).toEqual(["Alleen wonen"]);
  });

  it("not on one that ran out meanwhile", async () => {
    const mia = inTheCircle((await signedIn("mia")).person);
    await transaction((tx) => tx.session.updateMany({ data: { expiresAt: now() } }));
    await expect(writeDream(mia, form, null)).rejects.toThrow(SignedOut);
    expect(dreams()).toEqual([]);
  });
});

describe("An act that was asked for a moment ago, outside a circle or before it", () => {
  const nele = { centralName: "Nele", centralMail: null, facilitatorName: "Bart", facilitatorMail: "bart@kring.example" };
  const count = (table: "Group" | "Invitation") => rows(`SELECT 1 FROM "${table}"`).length;

  it("is not done by who was taken from the staff, or on a session of theirs that has ended; on an open one it is", async () => {
    const { person, id } = await signedIn("sofie");
    const sofie = staffOf(person, world.organisationId, now()) ?? expect.fail("not on the staff");
    await startGroup(sofie, nele, "nl", null);
    const groups = count("Group");
    await sessions.invalidateSession(id);
    await expect(startGroup(sofie, nele, "nl", null)).rejects.toThrow(SignedOut);
    await transaction((tx) => tx.staff.updateMany({ data: { until: now() } }));
    await expect(startGroup({ ...sofie, session: null }, nele, "nl", null)).rejects.toMatchObject({ status: 404 });
    expect(count("Group")).toBe(groups);
  });

  it("nor by the account that a face had before", async () => {
    const tom = as(world, "tom");
    await transaction((tx) => tx.member.update({ where: { id: tom.memberId }, data: { accountId: world.accounts.omar ?? null } }));
    await expect(act(tom, null, async ({ may }) => may("action.write").byName)).rejects.toMatchObject({ status: 404 });
  });

  /** Tom has no account in the circle yet, and is asked by mail. @returns the token of the link in it */
  async function tomInvited(): Promise<string> {
    await transaction((tx) => tx.member.update({ where: { id: world.members.tom }, data: { accountId: null } }));
    await invite(as(world, "jan"), world.members.tom, null);
    const [mail] = rows<{ data: string }>("SELECT data FROM OutboxMail WHERE kind = 'invitation'");
    return (JSON.parse(mail?.data ?? "{}") as { token: string }).token;
  }
  const joined = () => rows("SELECT 1 FROM StoryLine WHERE kind = 'personJoined'").length;

  it("a yes to an invitation is not said on a session that has ended meanwhile; on an open one it is, and once", async () => {
    const token = await tomInvited();
    const ended = await signedIn("tom");
    await sessions.invalidateSession(ended.id);
    await expect(acceptInvitation(token, ended.person, accountFor, now())).rejects.toThrow(SignedOut);
    expect(joined()).toBe(0);
    const { person } = await signedIn("tom");
    const accepted = await acceptInvitation(token, person, accountFor, now());
    expect(accepted).toEqual({ groupId: world.groupId, accountId: person.accountId, isNew: false });
    await expect(acceptInvitation(token, person, accountFor, now())).rejects.toThrow(Refusal);
    expect(joined()).toBe(1);
    expect(memberOf(person, world.groupId, now())?.memberId).toBe(world.members.tom);
  });

  it("and needs no session at all: the link from the mail is the right", async () => {
    expect((await acceptInvitation(await tomInvited(), null, accountFor, now())).accountId).toBe(world.accounts.tom);
    expect(joined()).toBe(1);
  });

  it("but is not said for somebody else, who is signed in on that browser", async () => {
    const token = await tomInvited();
    await expect(acceptInvitation(token, (await signedIn("mia")).person, accountFor, now())).rejects.toThrow(Refusal);
    expect(joined()).toBe(0);
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
