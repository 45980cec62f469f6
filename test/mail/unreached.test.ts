import { beforeEach, describe, expect, it } from "vitest";
import { askForCode } from "../../app/accounts/signing-in.server";
import { type CastName, cast } from "../../app/demo/cast";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { whoNeedsALetter } from "../../app/gatherings/letters.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { changeMember } from "../../app/groups/changing-a-member.server";
import { circleNow } from "../../app/groups/circle.server";
import { invite } from "../../app/groups/inviting.server";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { groupMails } from "../../app/groups/mails.server";
import { memberNow } from "../../app/groups/member.server";
import { tellUnreached } from "../../app/groups/telling-of-unreached.server";
import { forgetOldMails } from "../../app/mail/forgetting.server";
import { outboxReport } from "../../app/mail/waiting.server";
import { row, rows } from "../../app/platform/query.server";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { as, circleOfJan, person, type World } from "../world";
import { desk as freshDesk, minute } from "./desk";

const desk = freshDesk();
const day = 24 * 60 * minute;
const { fatima, mia, jan, rita } = cast;
const noSuch = { refuses: 550, words: "5.1.1 no such person here", whom: fatima.mail };
const full = { refuses: 552, words: "5.2.2 mailbox full", whom: fatima.mail };

let world: World;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...groupMails };
  desk.tellUnreached = tellUnreached;
});

const viewer = (name: CastName) => as(world, name, desk.clock());

/** Mia plans a gathering, and its mails go. */
async function plan(dayOf = "2026-12-01"): Promise<void> {
  const form = gatheringForm.parse({ day: dayOf, hour: "19:30", minutes: "120", place: "bij Jan thuis" });
  await planGathering(viewer("mia"), form, null);
  await later(minute);
}
async function later(time: number): Promise<void> {
  desk.time += time;
  await desk.turn();
  await desk.turn();
}
const mailsTo = (mail: string | null) =>
  rows<{ kind: string; state: string; reason: string | null }>(
    "SELECT kind, state, reason FROM OutboxMail WHERE toMail = @mail ORDER BY rowid",
    { mail },
  ).map(({ kind, state }) => `${kind} ${state}`);
const told = () =>
  rows<{ toName: string }>("SELECT toName FROM OutboxMail WHERE kind = 'unreached' ORDER BY toName").map(({ toName }) => toName);
const lettersAbout = (mail: string) =>
  desk.office.delivered.filter(({ to, mail: letter }) => to[0] === mail && letter.subject?.startsWith("Mails komen niet aan"));
const reads = (name: CastName, about: CastName) => memberNow(viewer(name), world.members[about]).person.unreached;
const marked = () => rows<{ mail: string }>("SELECT mail FROM UnreachedAddress WHERE since IS NOT NULL").map(({ mail }) => mail);

describe("When Fatima's mail server says that she is not there", () => {
  beforeEach(async () => {
    desk.office.be(noSuch);
    await plan();
  });

  it("no mail is tried there any more, and the operator reads why", async () => {
    await plan("2026-12-02");
    expect(mailsTo(fatima.mail)).toEqual(["gatheringPlanned failed", "gatheringPlanned dropped"]);
    expect(row("SELECT reason FROM OutboxMail WHERE state = 'dropped'")).toEqual({ reason: "mails do not reach this address" });
    const report = outboxReport(desk.clock());
    expect(report).toMatch(/f…@kring\.example +2026-11-23 12:01 +1$/m);
    expect(report).not.toContain("fatima");
  });

  it("Mia hears it once, in plain words and without the address; nobody else does", async () => {
    await plan("2026-12-02");
    expect(told()).toEqual(["Mia"]);
    const [letter, ...more] = lettersAbout(mia.mail);
    expect(more).toEqual([]);
    const text = letter?.mail.text?.replace(/\s+/g, " ");
    expect(text).toContain("We sturen er nu geen mails meer naartoe. Vraag Fatima een ander adres, of bel.");
    expect(text).toContain(`/g/${world.groupId}/people/${world.members.fatima}`);
    expect(letter?.raw).not.toContain(fatima.mail);
  });

  it("who may reach her reads it on her page and in the circle; Tom and Els do not", () => {
    for (const name of ["jan", "mia", "rita", "fatima"] as const) {
      expect(reads(name, "fatima"), name).toBe(true);
      const people = circleNow(viewer(name)).rings.flatMap((ring) => ring.people);
      expect(people.filter(({ unreached }) => unreached).map(({ name }) => name)).toEqual(["Fatima"]);
    }
    for (const name of ["tom", "els"] as const) {
      expect(reads(name, "fatima"), name).toBe(false);
      expect(circleNow(viewer(name)).rings.flatMap((ring) => ring.people.filter(({ unreached }) => unreached))).toEqual([]);
    }
  });

  it("a letter on paper is printed for her too", () => {
    expect(whoNeedsALetter(viewer("mia")).map(({ name }) => name)).toEqual(["Fatima", "Greet"]);
  });

  it("a mail to sign in is tried all the same, and one that gets through takes the mark away", async () => {
    await askForCode(fatima.mail, "/me", "nl", desk.clock());
    await later(minute);
    expect([marked(), mailsTo(fatima.mail).at(-1)]).toEqual([[fatima.mail], "signIn failed"]);
    desk.office.be("kind");
    await askForCode(fatima.mail, "/me", "nl", desk.clock());
    await later(minute);
    expect(marked()).toEqual([]);
    expect(reads("mia", "fatima")).toBe(false);
    await plan("2026-12-02");
    expect(mailsTo(fatima.mail).at(-1)).toBe("gatheringPlanned sent");
    expect(told()).toEqual(["Mia"]);
  });

  it("another address of hers is where her mails go from then on", async () => {
    const form = { name: "Fatima", relation: "vriendin", mail: "nieuw@kring.example", version: 1 };
    await changeMember(viewer("jan"), world.members.fatima, form, null);
    expect(reads("mia", "fatima")).toBe(false);
    await plan("2026-12-02");
    expect(mailsTo("nieuw@kring.example")).toEqual(["gatheringPlanned sent"]);
    expect(row("SELECT mail FROM Account WHERE id = @id", { id: world.accounts.fatima ?? "" })).toEqual({ mail: fatima.mail });
  });

  it("and says so of that one too, Mia hears of it again", async () => {
    const form = { name: "Fatima", relation: "vriendin", mail: "nieuw@kring.example", version: 1 };
    await changeMember(viewer("jan"), world.members.fatima, form, null);
    desk.office.be({ ...noSuch, whom: "nieuw@kring.example" });
    await plan("2026-12-02");
    expect(reads("mia", "fatima")).toBe(true);
    expect(told()).toEqual(["Mia", "Mia"]);
  });

  it("it is tried again after a quarter, and nobody is told a second time", async () => {
    desk.time += 91 * day;
    await plan("2027-03-01");
    await plan("2027-03-02");
    expect(mailsTo(fatima.mail)).toEqual(["gatheringPlanned failed", "gatheringPlanned failed", "gatheringPlanned dropped"]);
    expect(told()).toEqual(["Mia"]);
  });

  it("nothing of it is left once she erases herself", async () => {
    await eraseMyself(person(world, "fatima"), desk.clock());
    expect(rows("SELECT mail FROM UnreachedAddress")).toEqual([]);
  });

  it("it is remembered as long as somebody has that address", async () => {
    await forgetOldMails(desk.clock());
    expect(marked()).toEqual([fatima.mail]);
    await transaction(async (tx) => {
      await tx.account.update({ where: { id: world.accounts.fatima ?? "" }, data: { mail: null } });
      await tx.member.update({ where: { id: world.members.fatima }, data: { mail: null } });
    });
    await forgetOldMails(desk.clock());
    expect(marked()).toEqual([]);
  });
});

describe("Of an address nothing is known", () => {
  it.each([
    ["her mailbox is full, for now", { refuses: 450, words: "4.2.2 full", whom: fatima.mail }, "waiting"],
    ["her server refuses what the mail says", { refuses: 550, words: "5.1.1 no", at: "DATA" as const }, "failed"],
    ["her server will have nothing of us", { refuses: 550, words: "5.7.1 policy", whom: fatima.mail }, "failed"],
    ["our own server will not carry it there", { refuses: 550, words: "relay not permitted", whom: fatima.mail }, "failed"],
  ])("when %s: the next mail is tried", async (_, mood, state) => {
    desk.office.be(mood);
    await plan();
    desk.time += 2 * day;
    await plan("2026-12-02");
    expect(mailsTo(fatima.mail)).toContain(`gatheringPlanned ${state}`);
    desk.office.be("kind");
    await later(day);
    await plan("2026-12-03");
    expect(mailsTo(fatima.mail).at(-1)).toBe("gatheringPlanned sent");
    expect([marked(), told()]).toEqual([[], []]);
  });
});

describe("A mailbox that is full, or a refusal that says nothing more", () => {
  it.each([
    ["552 5.2.2", full],
    ["550", { ...full, refuses: 550, words: "no such person here" }],
  ])("(%s) counts on the second day", async (_, mood) => {
    desk.office.be(mood);
    await plan();
    desk.time += 60 * minute;
    await plan("2026-12-02");
    expect([marked(), reads("mia", "fatima")]).toEqual([[], false]);
    desk.time += day;
    await plan("2026-12-03");
    expect([marked(), told()]).toEqual([[fatima.mail], ["Mia"]]);
  });

  it("and does not when a mail got through in between", async () => {
    desk.office.be(full);
    await plan();
    desk.office.be("kind");
    await plan("2026-12-02");
    desk.office.be(full);
    desk.time += day;
    await plan("2026-12-03");
    expect([marked(), told()]).toEqual([[], []]);
  });
});

describe("Greet, who was asked in at an address that is none", () => {
  beforeEach(async () => {
    await transaction((tx) => tx.member.update({ where: { id: world.members.greet }, data: { mail: "greet@kring.example" } }));
    desk.composers = { ...desk.composers, invitation: groupMails.invitation };
    desk.office.be({ ...noSuch, whom: "greet@kring.example" });
    await invite(viewer("jan"), world.members.greet, null);
    await later(minute);
  });

  it("is on the page of who may reach her, said once", () => {
    expect(reads("jan", "greet")).toBe(true);
    expect(memberNow(viewer("jan"), world.members.greet).person.mailFailed).toBeNull();
    expect(told()).toEqual(["Mia"]);
  });

  it("can be sent the invitation again by hand: it is tried, and takes the mark away when it gets through", async () => {
    await invite(viewer("jan"), world.members.greet, null);
    await later(minute);
    expect(mailsTo("greet@kring.example")).toEqual(["invitation failed", "invitation failed"]);
    desk.office.be("kind");
    await invite(viewer("jan"), world.members.greet, null);
    await later(minute);
    expect(marked()).toEqual([]);
    expect(told()).toEqual(["Mia"]);
  });
});

describe("Who hears that mails do not reach somebody", () => {
  const dies = (...mails: string[]) =>
    transaction(async (tx) => {
      const at = desk.clock();
      await tx.unreachedAddress.createMany({ data: mails.map((mail) => ({ mail, firstAt: at, since: at })) });
      for (const mail of mails) await tellUnreached(tx, mail, at);
    });

  it("are Jan and Rita, when it is Mia; and Tom reads it on her page", async () => {
    await dies(mia.mail);
    expect(told()).toEqual(["Jan", "Rita"]);
    await later(minute);
    expect(lettersAbout(jan.mail)[0]?.mail.text).toContain("jouw kring");
    expect(lettersAbout(rita.mail)).toHaveLength(1);
    expect([reads("jan", "mia"), reads("tom", "mia"), reads("els", "mia")]).toEqual([true, true, false]);
    expect(memberNow(viewer("tom"), world.members.mia).person.mail).toBeNull();
  });

  it("is Mia, when it is Jan", async () => {
    await dies(jan.mail);
    expect(told()).toEqual(["Mia"]);
  });

  it("are Jan and Rita when nobody facilitates, or mails do not reach who does", async () => {
    await dies(mia.mail);
    await transaction((tx) => tx.outboxMail.deleteMany());
    await dies(fatima.mail);
    expect(told()).toEqual(["Jan", "Rita"]);
    await letSomebodyGo(viewer("jan"), world.members.mia, null);
    await transaction((tx) => tx.outboxMail.deleteMany());
    await dies(cast.tom.mail);
    expect(told()).toEqual(["Jan", "Rita"]);
  });

  it("is Mia at her other address, when mails do not reach that with which she signs in", async () => {
    await transaction((tx) => tx.member.update({ where: { id: world.members.mia }, data: { mail: "mia.nieuw@kring.example" } }));
    await dies(mia.mail, fatima.mail);
    expect(told()).toEqual(["Mia"]);
    await later(minute);
    expect(lettersAbout("mia.nieuw@kring.example")).toHaveLength(1);
  });

  it("is nobody, when mails reach none of them", async () => {
    await dies(mia.mail, jan.mail, rita.mail);
    await transaction((tx) => tx.outboxMail.deleteMany());
    await dies(fatima.mail);
    expect(told()).toEqual([]);
  });

  it("is nobody in a closed circle, nor of who has left", async () => {
    await letSomebodyGo(viewer("jan"), world.members.fatima, null);
    await dies(fatima.mail);
    await transaction((tx) => tx.group.update({ where: { id: world.groupId }, data: { closedAt: desk.clock() } }));
    await dies(cast.tom.mail);
    expect(told()).toEqual([]);
  });

  it("is nobody any more when she is reached again before the mail leaves", async () => {
    await dies(fatima.mail);
    await transaction((tx) => tx.unreachedAddress.deleteMany());
    await later(minute);
    expect(lettersAbout(mia.mail)).toEqual([]);
  });

  it("are those of each circle that she is in, each in their own", async () => {
    const [groupId, memberId] = [world.otherGroupId, newId()];
    const at = desk.clock();
    await transaction(async (tx) => {
      const data = { id: memberId, groupId, accountId: world.accounts.fatima ?? "", name: "Faatje", hue: 1, createdAt: at };
      await tx.member.create({ data });
      await tx.membership.create({ data: { id: newId(), groupId, memberId, role: "member", ring: "heart", since: at } });
    });
    await dies(fatima.mail);
    expect(told()).toEqual(["Mia", "Omar"]);
    await later(minute);
    const omar = lettersAbout("omar@kring.example")[0]?.raw;
    expect(omar).toContain("Faatje");
    expect(omar).not.toContain(world.groupId);
    expect(omar).not.toContain("Jan");
  });
});
