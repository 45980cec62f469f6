import { beforeEach, describe, expect, it } from "vitest";
import { whoComes } from "../../app/gatherings/who-comes.server";
import { invite } from "../../app/groups/inviting.server";
import { leave } from "../../app/groups/leaving.server";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { groupMails } from "../../app/groups/mails.server";
import type { PlaceForm } from "../../app/groups/schema";
import { takeBack } from "../../app/groups/taking-back.server";
import { whoWasHere } from "../../app/groups/who-was-here.server";
import { say } from "../../app/i18n/text";
import type { Due } from "../../app/mail/composing.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { memberOf } from "../../app/policy/viewer.server";
import { nameHelper } from "../../app/steering/naming-a-helper.server";
import { storyYears } from "../../app/story/years.server";
import { freshDatabase } from "../database";
import { oneOfEach } from "../policy/everybody";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

const inside = (name: "fatima" | "tom") => memberOf(person(world, name), world.groupId, moment());
const told = () =>
  rows<{ kind: string; byName: string; audience: string; detail: string }>(
    "SELECT kind, byName, audience, detail FROM StoryLine ORDER BY id",
  );
const mails = () =>
  rows<{ kind: string; toName: string; memberId: string; data: string }>("SELECT kind, toName, memberId, data FROM OutboxMail ORDER BY id");
const place = (version: number, role = "member") =>
  ({ role, ring: "friends", capacity: null, function: "", service: "", version }) as PlaceForm;

/** What a mail that waits says now, or null when it would not leave any more. */
function letter(kind: "personLeft" | "personBack", toName: string) {
  const mail = mails().find((one) => one.kind === kind && one.toName === toName);
  const due = { memberId: mail?.memberId, data: JSON.parse(mail?.data ?? "{}"), language: "nl", now: moment(), t: say("nl") };
  return groupMails[kind]({ ...due, link: (path: string) => path } as never as Due<"personLeft"> & Due<"personBack">);
}

describe("Fatima leaves", () => {
  it("and sees nothing of the circle from that moment, while what she did stays with her name", async () => {
    const before = as(world, "fatima");
    expect(await leave(before, { word: "" }, null)).toBe("/me");
    expect(inside("fatima")).toBeNull();
    await expect(writeDream(before, { text: "nog iets", audience: "network" }, null)).rejects.toMatchObject({ status: 404 });
    expect(whoWasHere(as(world, "jan"))).toMatchObject([{ name: "Fatima" }]);
    expect(told()).toMatchObject([{ kind: "personLeft", byName: "Fatima", audience: "everyone", detail: '{"name":"Fatima"}' }]);
    expect(rows("SELECT role, until IS NOT NULL AS over FROM Membership WHERE memberId = ?", [world.members.fatima] as never)).toEqual([
      { role: "member", over: 1 },
    ]);
  });

  it("with a word to those who stay, which the circle reads, and paid help does not", async () => {
    await leave(as(world, "fatima"), { word: "Het was fijn bij jullie." }, null);
    const reads = (name: "mia" | "els") => JSON.stringify(storyYears(as(world, name), null)).includes("Het was fijn");
    expect([reads("mia"), reads("els")]).toEqual([true, false]);
  });

  it("once, however often she presses, and Jan and who helps him hear of it by mail, with her word", async () => {
    const fatima = as(world, "fatima");
    for (let press = 0; press < 2; press += 1) await leave(fatima, { word: "Dag." }, "one form").catch(() => "gone");
    expect(
      mails()
        .map(({ kind, toName }) => `${kind} ${toName}`)
        .sort(),
    ).toEqual(["personLeft Jan", "personLeft Rita"]);
    expect(letter("personLeft", "Jan")).toMatchObject({ subject: "Fatima is weggegaan uit jouw kring" });
    expect(JSON.stringify(letter("personLeft", "Jan"))).toContain("Dag.");
    expect(letter("personLeft", "Rita")).toMatchObject({ subject: "Fatima is weggegaan uit de kring van Jan" });
    await transaction((tx) => tx.assistance.updateMany({ data: { until: moment() } }));
    expect(letter("personLeft", "Rita")).toBeNull();
  });

  it("and is asked for no gathering that comes, but stays in those she came to", async () => {
    const { gatheringId = "" } = await oneOfEach(world, "network", "x");
    await leave(as(world, "fatima"), { word: "" }, null);
    const names = whoComes(as(world, "jan"), gatheringId).people.map(({ name }) => name);
    expect(names).not.toContain("Fatima");
  });

  it("is no way out for Jan, nor for the last who can do something for a Jan without a way in", async () => {
    await expect(leave(as(world, "jan"), { word: "" }, null)).rejects.toMatchObject({ status: 403 });
    await transaction((tx) => tx.member.update({ where: { id: world.members.jan }, data: { accountId: null } }));
    await expect(leave(as(world, "rita"), { word: "" }, null)).rejects.toMatchObject({ words: { key: "steering.lastHelper" } });
    expect(row("SELECT count(*) AS n FROM Membership WHERE until IS NOT NULL")).toEqual({ n: 0 });
  });
});

describe("Jan lets somebody go", () => {
  it("and it holds at once: their help, their invitation and their place end together, without a mail to them", async () => {
    const { tom, greet } = world.members;
    await nameHelper(as(world, "jan"), { memberId: tom }, null);
    await letSomebodyGo(as(world, "jan"), tom, null);
    expect(inside("tom")).toBeNull();
    expect(row("SELECT count(*) AS n FROM Assistance WHERE assistantId = ? AND until IS NULL", [tom] as never)).toEqual({ n: 0 });
    await transaction((tx) => tx.member.update({ where: { id: greet }, data: { accountId: null, mail: "greet@kring.example" } }));
    await invite(as(world, "jan"), greet, null);
    await letSomebodyGo(as(world, "jan"), greet, null);
    expect(row("SELECT withdrawnAt IS NOT NULL AS gone FROM Invitation")).toEqual({ gone: 1 });
    expect(mails().map(({ kind }) => kind)).toEqual(["helperNamed", "invitation"]);
    expect(told().filter(({ kind }) => kind === "personLetGo")).toMatchObject([{ byName: "Jan" }, { byName: "Jan" }]);
  });

  it("and Rita may for him, but not whoever else helps him; nobody lets Jan himself go", async () => {
    const { tom, fatima, jan } = world.members;
    await letSomebodyGo(as(world, "rita"), fatima, null);
    expect(row("SELECT byName, forName FROM StoryLine WHERE kind = 'personLetGo'")).toEqual({ byName: "Rita", forName: "Jan" });
    await nameHelper(as(world, "jan"), { memberId: tom }, null);
    await expect(letSomebodyGo(as(world, "rita"), tom, null)).rejects.toMatchObject({ status: 403 });
    for (const name of ["mia", "els"] as const)
      await expect(letSomebodyGo(as(world, name), tom, null)).rejects.toMatchObject({ status: 403 });
    await expect(letSomebodyGo(as(world, "rita"), jan, null)).rejects.toMatchObject({ status: 404 });
  });
});

describe("Fatima comes back", () => {
  it("as the same face, in a new place, and hears of it", async () => {
    await leave(as(world, "fatima"), { word: "" }, null);
    await takeBack(as(world, "jan"), world.members.fatima, place(1), null);
    expect(inside("fatima")).toMatchObject({ memberId: world.members.fatima, role: "member", ring: "friends" });
    expect(
      rows("SELECT until IS NULL AS open FROM Membership WHERE memberId = ? ORDER BY since, id", [world.members.fatima] as never),
    ).toHaveLength(2);
    expect(whoWasHere(as(world, "jan"))).toEqual([]);
    expect(letter("personBack", "Fatima")).toMatchObject({ subject: "Je hoort weer bij de kring van Jan" });
    expect(told().at(-1)).toMatchObject({ kind: "personBack", byName: "Jan" });
  });

  it("only when she left, by who may put people in the circle, and not over what somebody saved meanwhile", async () => {
    await expect(takeBack(as(world, "jan"), world.members.fatima, place(1), null)).rejects.toMatchObject({ status: 404 });
    await leave(as(world, "fatima"), { word: "" }, null);
    await expect(takeBack(as(world, "mia"), world.members.fatima, place(1), null)).rejects.toMatchObject({ status: 403 });
    await expect(takeBack(as(world, "jan"), world.members.fatima, place(7), null)).rejects.toMatchObject({ name: "Overtaken" });
    await expect(takeBack(as(world, "jan"), world.members.jan, place(1), null)).rejects.toMatchObject({ status: 404 });
  });
});
