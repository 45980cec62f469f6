import { beforeEach, describe, expect, it } from "vitest";
import { chooseReaders } from "../../app/closing/choosing-readers.server";
import { howClosed, whoCouldRead } from "../../app/closing/closed-circle.server";
import { closeCircle } from "../../app/closing/closing-a-circle.server";
import { closingMails } from "../../app/closing/mails.server";
import { openAgain } from "../../app/closing/opening-again.server";
import { closingForm } from "../../app/closing/schema";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { fillHorizons } from "../../app/gatherings/filling-horizon.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { seriesForm } from "../../app/gatherings/schema";
import { frameOf } from "../../app/groups/frame";
import { invite } from "../../app/groups/inviting.server";
import { myGroups } from "../../app/groups/my-groups.server";
import { say } from "../../app/i18n/text";
import type { MailData } from "../../app/mail/queueing.server";
import { planOverview } from "../../app/plan/overview.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { daysAfter, now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { may } from "../../app/policy/acting";
import { type Act, mayDo } from "../../app/policy/table";
import { memberOf } from "../../app/policy/viewer.server";
import { freshDatabase } from "../database";
import { everybody, oneOfEach } from "../policy/everybody";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
/** Somebody who was added, and has not been asked in. */
let bert: string;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
  bert = (await oneOfEach(world, "network", "van Jan")).memberId ?? "";
});

const form = (typed: Record<string, string | string[]> = {}) => closingForm.parse(typed);
const stay = () => [world.members.fatima, world.members.tom];
const close = (who: "jan" | "rita" = "jan", typed: Record<string, string | string[]> = {}) =>
  closeCircle(as(world, who), form({ people: stay(), ...typed }), null);
const here = () =>
  rows<{ name: string }>(
    "SELECT m.name FROM Membership s JOIN Member m ON m.id = s.memberId WHERE s.groupId = @groupId AND s.until IS NULL ORDER BY m.name",
    { groupId: world.groupId },
  ).map(({ name }) => name);
const planned = () =>
  row<{ n: number }>("SELECT count(*) AS n FROM Gathering WHERE groupId = @groupId AND cancelledAt IS NULL AND startsAt > @now", {
    groupId: world.groupId,
    now: moment(),
  })?.n;
const mailed = (kind: string) =>
  rows<{ toMail: string; data: string }>("SELECT toMail, data FROM OutboxMail WHERE kind = @kind ORDER BY toMail", { kind });
const closedMails = () => mailed("circleClosed").map(({ toMail, data }) => ({ toMail, ...(JSON.parse(data) as MailData["circleClosed"]) }));

describe("Jan closes his circle", () => {
  it("and whom he chose goes on reading, with who helps him; for the others it ends", async () => {
    await close("jan", { word: "Dank je voor alles" });
    expect(here()).toEqual(["Fatima", "Jan", "Rita", "Tom"]);
    expect(memberOf(person(world, "mia"), world.groupId, moment())).toBeNull();
    expect(planOverview(as(world, "fatima"), null).dreams.length).toBeGreaterThan(0);
    expect(frameOf(as(world, "fatima")).closedOn).toBe(as(world, "jan").today);
    expect(howClosed(as(world, "fatima"))).toEqual({ word: "Dank je voor alles", inMemory: false, by: "Jan", forName: null });
    expect(myGroups(person(world, "tom"), moment())[0]?.closedOn).toBe(as(world, "jan").today);
  });

  it("and nothing is added any more, by anybody: they get the reason, and what they typed", async () => {
    await close();
    for (const who of ["jan", "rita"] as const)
      await expect(writeDream(as(world, who), { text: "toch nog", audience: "network" }, null)).rejects.toMatchObject({
        name: "NotAllowed",
        words: { key: "refusal.closed" },
      });
    const can = (who: Parameters<typeof as>[1], about?: string) =>
      (Object.keys(mayDo) as Act[]).filter((act) => may(as(world, who), act, about));
    expect(can("jan").sort()).toEqual([
      ...["card.void", "entry.changeAudience", "facilitator.reach", "group.change", "group.erase", "group.keep", "group.reopen"],
      ...["group.seeLooks", "group.takeAlong", "helper.end", "member.letGo", "member.reach"],
    ]);
    expect(can("rita").sort()).toEqual([
      ...["card.void", "entry.changeAudience", "facilitator.reach", "group.change", "group.keep", "group.reopen", "group.takeAlong"],
      ...["member.letGo", "member.reach"],
    ]);
    expect(can("fatima", world.members.fatima)).toEqual([
      "helper.end",
      "member.leave",
      "member.reach",
      "facilitator.reach",
      "entry.changeAudience",
    ]);
  });

  it("and what was planned is off, and no series goes on by itself", async () => {
    const series = { kind: "weeks", from: "2030-06-02", hour: "19:30", minutes: "120", place: "in de zaal", endsOn: "" };
    await planSeries(as(world, "mia"), seriesForm.parse(series), null);
    expect(planned()).toBeGreaterThan(1);
    await close();
    expect(planned()).toBe(0);
    await transaction((tx) => tx.series.updateMany({ data: { filledTo: "2026-01-01" } }));
    await fillHorizons(moment());
    expect(planned()).toBe(0);
  });

  it("and everybody hears of it once, with what it means for them; who was asked in can't come any more", async () => {
    await invite(as(world, "jan"), bert, null);
    await close();
    const told = closedMails();
    expect(told.map(({ toMail }) => toMail)).toEqual([...new Set(told.map(({ toMail }) => toMail))]);
    const staying = told.filter(({ stays }) => stays).map(({ toMail }) => toMail);
    expect(staying).toEqual(["fatima@kring.example", "jan@kring.example", "rita@kring.example", "tom@kring.example"]);
    expect(told.length).toBeGreaterThan(staying.length);
    expect(row("SELECT count(*) AS n FROM Invitation WHERE withdrawnAt IS NULL AND usedAt IS NULL")).toEqual({ n: 0 });
    expect(mailed("gatheringCancelled")).toEqual([]);
  });

  it("and nobody but he and who acts for him can, nor with a card", async () => {
    for (const who of ["mia", "fatima", "els"] as const)
      await expect(closeCircle(as(world, who), form(), null)).rejects.toMatchObject({ name: "NotAllowed" });
    expect(may({ ...as(world, "jan"), byCard: true }, "group.close")).toBe(false);
  });

  it("in the start phase too: the starter goes with it, and comes back with it", async () => {
    await everybody(world);
    expect(here()).toContain("Stan");
    await close();
    expect(here()).not.toContain("Stan");
    await openAgain(as(world, "jan"));
    expect(here()).toContain("Stan");
  });
});

describe("When Jan has died", () => {
  it("Rita closes it in his memory, for whom he chose; she chooses nobody else", async () => {
    await chooseReaders(as(world, "jan"), [world.members.greet], null);
    expect(whoCouldRead(as(world, "rita"))).toMatchObject({ decided: true });
    await close("rita", { why: "memory", word: "We missen je" });
    expect(here()).toEqual(["Greet", "Jan", "Rita"]);
    expect(howClosed(as(world, "rita"))).toEqual({ word: "We missen je", inMemory: true, by: "Rita", forName: "Jan" });
    expect(closedMails().map(({ toMail }) => toMail)).not.toContain("jan@kring.example");
  });

  it("and he chose that nobody goes on reading, it is so", async () => {
    await chooseReaders(as(world, "jan"), [], null);
    await close("rita", { why: "memory" });
    expect(here()).toEqual(["Jan", "Rita"]);
  });

  it("and he had not chosen, Rita chooses", async () => {
    expect(whoCouldRead(as(world, "rita")).decided).toBe(false);
    await close("rita", { why: "memory" });
    expect(here()).toEqual(["Fatima", "Jan", "Rita", "Tom"]);
  });

  it("it is never in his memory by himself", async () => {
    await close("jan", { why: "memory" });
    expect(howClosed(as(world, "jan"))?.inMemory).toBe(false);
  });
});

describe("Whom Jan chooses for later", () => {
  it("is his alone to choose, can be chosen again, and of his circle only", async () => {
    await expect(chooseReaders(as(world, "rita"), stay(), null)).rejects.toMatchObject({ name: "NotAllowed" });
    await chooseReaders(as(world, "jan"), [...stay(), "nobody"], null);
    await chooseReaders(as(world, "jan"), [world.members.tom], null);
    const chosen = whoCouldRead(as(world, "jan")).people.filter(({ chosen }) => chosen);
    expect(chosen.map(({ name }) => name)).toEqual(["Tom"]);
  });
});

describe("A closed circle is opened again", () => {
  it("as it was: who belongs to it, with which place, and what is still to come", async () => {
    const before = [here(), planned()];
    const places = () => rows("SELECT memberId, role, ring, capacity, service FROM Membership WHERE until IS NULL ORDER BY memberId");
    const placesBefore = places();
    await close();
    await openAgain(as(world, "rita"));
    expect([here(), planned()]).toEqual(before);
    expect(places()).toEqual(placesBefore);
    expect(frameOf(as(world, "mia")).closedOn).toBeNull();
    expect(rows("SELECT kind, byName, forName FROM StoryLine WHERE kind LIKE 'circle%' ORDER BY id")).toEqual([
      { kind: "circleClosed", byName: "Jan", forName: null },
      { kind: "circleReopened", byName: "Rita", forName: "Jan" },
    ]);
    await writeDream(as(world, "jan"), { text: "toch nog", audience: "network" }, null);
  });

  it("but what was off before stays off, and who had left before stays away", async () => {
    await transaction(async (tx) => {
      const at = daysAfter(moment(), -1);
      await tx.gathering.updateMany({ data: { cancelledAt: at, cancelledById: world.members.mia } });
      await tx.membership.updateMany({ where: { memberId: world.members.wim }, data: { until: at } });
    });
    await close();
    await openAgain(as(world, "jan"));
    expect(planned()).toBe(0);
    expect(here()).not.toContain("Wim");
  });

  it("and who had heard that it was closed hears of it; a mail that had not left never does", async () => {
    await close();
    await transaction((tx) => tx.outboxMail.updateMany({ where: { toMail: "mia@kring.example" }, data: { state: "sent" } }));
    await openAgain(as(world, "jan"));
    expect(mailed("circleReopened").map(({ toMail }) => toMail)).toEqual(["mia@kring.example"]);
    expect(mailed("circleClosed").map(({ toMail }) => toMail)).toEqual(["mia@kring.example"]);
  });

  it("and they hear of it too when their mail is long forgotten; he whom they thought dead does not", async () => {
    await close("rita", { why: "memory" });
    await transaction((tx) => tx.outboxMail.deleteMany({ where: { kind: "circleClosed" } }));
    await openAgain(as(world, "rita"));
    const told = mailed("circleReopened").map(({ toMail }) => toMail);
    expect(told).toEqual(expect.arrayContaining(["fatima@kring.example", "mia@kring.example", "rita@kring.example"]));
    expect(told).not.toContain("jan@kring.example");
  });

  it("but who erased themselves meanwhile does not come back as somebody", async () => {
    await close();
    await eraseMyself(person(world, "mia"), moment());
    await openAgain(as(world, "jan"));
    expect(here()).not.toContain("Iemand");
    expect(here()).toContain("Noor");
  });

  it("twice is once, and one that is open stays as it is", async () => {
    await openAgain(as(world, "jan"));
    await close();
    await openAgain(as(world, "jan"));
    await openAgain(as(world, "jan"));
    expect(rows("SELECT id FROM StoryLine WHERE kind = 'circleReopened'")).toHaveLength(1);
    await close("rita");
    expect(howClosed(as(world, "jan"))).toMatchObject({ by: "Rita" });
  });
});

describe("What was said at the closing", () => {
  it("goes when who said it erases what is about them; the closing stays told", async () => {
    await closeCircle(as(world, "rita"), form({ people: stay(), word: "Vaarwel allemaal" }), null);
    await eraseMyself(person(world, "rita"), moment());
    expect(howClosed(as(world, "jan"))).toEqual({ word: "", inMemory: false, by: "Iemand", forName: "Jan" });
    expect(JSON.stringify(rows("SELECT detail FROM StoryLine"))).not.toContain("Vaarwel");
  });

  it("stands in the mail, which is not sent to who stays when it was opened again meanwhile", async () => {
    await close("rita", { word: "Dank je" });
    const data = closedMails().find(({ toMail }) => toMail === "fatima@kring.example");
    const due = { memberId: world.members.fatima, groupId: world.groupId, toName: "Fatima", toMail: "", language: "nl" as const };
    const compose = () =>
      closingMails.circleClosed({ ...due, data: data as MailData["circleClosed"], now: moment(), t: say("nl"), link: (path) => path });
    expect(JSON.stringify(compose())).toContain("Rita, voor Jan, zegt: Dank je");
    await openAgain(as(world, "jan"));
    expect(compose()).toBeNull();
  });
});
