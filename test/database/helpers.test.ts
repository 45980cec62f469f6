import { beforeEach, describe, expect, it } from "vitest";
import { placeMember } from "../../app/groups/placing-a-member.server";
import type { PlaceForm } from "../../app/groups/schema";
import { say } from "../../app/i18n/text";
import type { Due } from "../../app/mail/composing.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { audiencesOf } from "../../app/policy/visible.server";
import { endHelp } from "../../app/steering/ending-help.server";
import { steeringMails } from "../../app/steering/mails.server";
import { nameHelper } from "../../app/steering/naming-a-helper.server";
import { whoCanHelp } from "../../app/steering/who-can-help.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const mails = () => rows<{ kind: string; memberId: string; data: string }>("SELECT kind, memberId, data FROM OutboxMail ORDER BY id");
const told = () => rows<{ kind: string; byName: string; detail: string }>("SELECT kind, byName, detail FROM StoryLine ORDER BY id");

/** What the mail that was queued says now, or null when it would not leave any more. */
function letter() {
  const [mail] = mails();
  const due = { memberId: mail?.memberId, data: JSON.parse(mail?.data ?? "{}"), language: "nl", now: moment(), t: say("nl") };
  return steeringMails.helperNamed({ ...due, link: (path: string) => path } as Due<"helperNamed">);
}

describe("Jan names Mia to help", () => {
  it("and from then on she sees what he sees, does what he may, and is named beside him", async () => {
    const { mia, jan } = world.members;
    expect(audiencesOf(as(world, "mia"))).not.toContain("me");
    expect(await nameHelper(as(world, "jan"), { memberId: mia }, null)).toBe(`/g/${world.groupId}/people/${mia}`);
    expect(audiencesOf(as(world, "mia"))).toContain("me");
    await placeMember(as(world, "mia"), world.members.tom, { role: "member", ring: "heart", version: 1 } as PlaceForm, null);
    expect(row("SELECT byId, forId FROM Membership WHERE memberId = ? AND until IS NULL", [world.members.tom] as never)).toEqual({
      byId: mia,
      forId: jan,
    });
    expect(told()).toContainEqual({ kind: "helperNamed", byName: "Jan", detail: '{"name":"Mia"}' });
  });

  it("once, whatever he presses, and she hears of it by mail, in words", async () => {
    for (const form of ["one", "one", "two"]) await nameHelper(as(world, "jan"), { memberId: world.members.mia }, form);
    expect(mails()).toMatchObject([{ kind: "helperNamed", memberId: world.members.mia }]);
    expect(told().filter(({ kind }) => kind === "helperNamed")).toHaveLength(1);
    expect(letter()).toMatchObject({ subject: "Jij mag nu dingen doen voor Jan", preview: "Jan heeft jou gekozen om te helpen." });
  });

  it("and ends it with one press, at once; what she did stays, and a mail that waits goes no more", async () => {
    await nameHelper(as(world, "jan"), { memberId: world.members.mia }, null);
    const before = as(world, "mia");
    await endHelp(as(world, "jan"), world.members.mia);
    expect(as(world, "mia").actsForId).toBeNull();
    await expect(
      placeMember(before, world.members.tom, { role: "member", ring: "heart", version: 1 } as PlaceForm, null),
    ).rejects.toMatchObject({
      status: 403,
    });
    expect(told().at(-1)).toMatchObject({ kind: "helperEnded", byName: "Jan" });
    expect(letter()).toBeNull();
    await expect(endHelp(as(world, "jan"), world.members.mia)).rejects.toMatchObject({ status: 404 });
  });
});

describe("Who helps", () => {
  it("names nobody else, and ends nobody else's help", async () => {
    await expect(nameHelper(as(world, "rita"), { memberId: world.members.mia }, null)).rejects.toMatchObject({ status: 403 });
    await nameHelper(as(world, "jan"), { memberId: world.members.mia }, null);
    await expect(endHelp(as(world, "rita"), world.members.mia)).rejects.toMatchObject({ status: 403 });
    await expect(endHelp(as(world, "fatima"), world.members.mia)).rejects.toMatchObject({ status: 403 });
  });

  it("may stop by themselves, unless nobody would be left for a Jan who can't sign in", async () => {
    await nameHelper(as(world, "jan"), { memberId: world.members.mia }, null);
    await endHelp(as(world, "mia"), world.members.mia);
    await transaction((tx) => tx.member.update({ where: { id: world.members.jan }, data: { accountId: null } }));
    await expect(endHelp(as(world, "rita"), world.members.rita)).rejects.toMatchObject({
      words: { key: "steering.lastHelper", values: { name: "Jan" } },
    });
    expect(as(world, "rita").actsForId).toBe(world.members.jan);
  });

  it("is nobody who is there for work, nobody from elsewhere, and not Jan himself", async () => {
    const { els, jan } = world.members;
    for (const memberId of [els, jan, "none", world.otherGroupId])
      await expect(nameHelper(as(world, "jan"), { memberId }, null)).rejects.toMatchObject({
        field: "memberId",
        words: { key: "steering.helperWho" },
      });
    const names = whoCanHelp(as(world, "jan")).map(({ name }) => name);
    expect(names).toContain("Mia");
    for (const other of ["Jan", "Rita", "Els"]) expect(names).not.toContain(other);
    await expect(
      placeMember(as(world, "jan"), world.members.rita, { role: "professional", ring: "paid", version: 1 } as PlaceForm, null),
    ).rejects.toMatchObject({ field: "role", words: { key: "circle.stillHelps", values: { name: "Rita" } } });
  });

  it("reads what Jan keeps to himself only for as long as they help", async () => {
    await nameHelper(as(world, "jan"), { memberId: world.members.tom }, null);
    await writeDream(as(world, "tom"), { text: "alleen voor Jan", audience: "me" }, null);
    await endHelp(as(world, "jan"), world.members.tom);
    expect(audiencesOf(as(world, "tom"))).toEqual(["network", "everyone"]);
    expect(row("SELECT authorId, forId FROM Entry")).toEqual({ authorId: world.members.tom, forId: world.members.jan });
  });
});
