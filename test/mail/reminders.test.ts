import { beforeEach, describe, expect, it } from "vitest";
import { chooseMails } from "../../app/choosing-mails/choosing.server";
import { mailWishesOf } from "../../app/choosing-mails/wishes.server";
import { type CastName, cast } from "../../app/demo/cast";
import { answer } from "../../app/gatherings/answering.server";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { moveAhead } from "../../app/gatherings/moving-zone/move-ahead.server";
import { moveZone } from "../../app/gatherings/moving-zone/moving-zone.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { chooseReminder } from "../../app/gatherings/reminders/choosing-a-reminder.server";
import { reminderMails } from "../../app/gatherings/reminders/mails.server";
import { remind } from "../../app/gatherings/reminders/reminding.server";
import { reminderOf } from "../../app/gatherings/reminders/wishes.server";
import { gatheringChange, gatheringForm } from "../../app/gatherings/schema";
import { changeMember } from "../../app/groups/changing-a-member.server";
import { fewerBy } from "../../app/groups/fewer-mails.server";
import { sayClock } from "../../app/groups/saying-a-clock.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { instantOf } from "../../app/platform/wall-clock";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk } from "./desk";

const desk = freshDesk();
let world: World;
let gatheringId: string;

/** Mia plans a gathering for Tuesday 8 December at half past seven, two weeks ahead. */
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...reminderMails };
  gatheringId = await plan({});
  await desk.turn();
  desk.office.delivered.length = 0;
});

async function plan(change: Record<string, string>): Promise<string> {
  const form = gatheringForm.parse({ day: "2026-12-08", hour: "19:30", minutes: "120", place: "bij Jan thuis", ...change });
  return (await planGathering(as(world, "mia", desk.clock()), form, null)).split("/").at(-1) ?? "";
}
const viewer = (name: CastName) => as(world, name, desk.clock());
const wants = (name: CastName, reminder: "week" | "day" | "hours" | "none", planned = true) =>
  chooseMails(viewer(name), viewer(name).memberId, { reminder, planned, digest: true }, null);
const says = (name: CastName, said: "yes" | "no" | "maybe") =>
  answer(viewer(name), gatheringId, world.members[name], { answer: said, word: "", reach: "one" }, null, "/");
const follow = (zone: string) => moveZone(viewer("jan"), { zone }, moveAhead(viewer("jan"), zone).print, null);
/** The server's next turn, at this time of the clock in Brussels. */
async function at(local: string): Promise<string[]> {
  desk.time = Date.parse(instantOf(local, "Europe/Brussels"));
  const before = desk.office.delivered.length;
  await remind(desk.clock());
  await desk.turn();
  return desk.office.delivered.slice(before).map(({ to }) => names.find((name) => cast[name].mail === to[0]) ?? "");
}
const names = Object.keys(cast) as CastName[];
/** Everybody with an address, since nobody chose otherwise: also Mia, who planned it. */
const everybody = ["an", "els", "fatima", "jan", "luc", "mia", "noor", "rita", "tom", "wim"];
const outcomes = () => rows<{ outcome: string }>("SELECT outcome FROM Reminder").map(({ outcome }) => outcome);

describe("A reminder of a gathering", () => {
  it("goes to everybody the day before, at its hour, once", async () => {
    expect(await at("2026-12-07T19:29")).toEqual([]);
    expect((await at("2026-12-07T19:30")).sort()).toEqual(everybody);
    expect(await at("2026-12-07T19:31")).toEqual([]);
    expect(await at("2026-12-08T12:00")).toEqual([]);
  });

  it("says the day and the hour, what they answered, how many come, and asks who has not", async () => {
    await says("tom", "yes");
    await says("fatima", "maybe");
    await at("2026-12-07T19:30");
    const to = (name: CastName) => desk.office.delivered.find((one) => one.to[0] === cast[name].mail)?.mail;
    expect(to("luc")?.subject).toBe("Dinsdag 8 december: herinnering aan de samenkomst");
    for (const words of ["19.30 uur", "bij Jan thuis", "1 persoon komt.", "Jij hebt nog niet geantwoord. Kom je?"])
      expect(to("luc")?.text).toContain(words);
    expect(to("tom")?.text).toContain("Jij komt. Is dat veranderd? Laat het weten.");
    expect(to("fatima")?.text).toContain("Jij weet het nog niet.");
    expect(to("luc")?.text).toMatch(/\/a\/[\w-]{43}\?answer=yes/);
    expect(to("luc")?.text).not.toMatch(/morgen/i);
  });

  it("does not go to who said no, unless they were to answer again", async () => {
    await says("tom", "no");
    expect(await at("2026-12-07T19:30")).not.toContain("tom");
    const form = gatheringChange.parse({ day: "2026-12-15", hour: "19:30", minutes: "120", place: "bij Jan thuis", version: "1" });
    await changeGathering(viewer("mia"), gatheringId, form, null);
    await desk.turn();
    expect(await at("2026-12-14T19:30")).toContain("tom");
  });

  it("goes by the hour on another clock that the circle follows, and is not sent again for that alone", async () => {
    await wants("tom", "hours");
    await follow("Europe/Lisbon");
    expect(await at("2026-12-07T19:30")).toEqual([]);
    expect((await at("2026-12-07T20:30")).sort()).toEqual(everybody.filter((name) => name !== "tom"));
    await follow("America/New_York");
    expect(await at("2026-12-08T01:30")).toEqual([]);
    expect(await at("2026-12-08T23:29")).toEqual([]);
    expect(await at("2026-12-08T23:30")).toEqual(["tom"]);
  });

  it("that has not left when the circle follows another clock, leaves at the hour there", async () => {
    await desk.office.leave();
    expect(await at("2026-12-07T19:30")).toEqual([]);
    await follow("Europe/Lisbon");
    await desk.office.comeBack();
    expect(await at("2026-12-07T20:29")).toEqual([]);
    expect((await at("2026-12-07T20:30")).sort()).toEqual(everybody);
  });

  it("comes also when its moment fell in the hours that the circle jumped over", async () => {
    await wants("tom", "week");
    desk.time = Date.parse(instantOf("2026-12-01T12:00", "Europe/Brussels"));
    await follow("Asia/Tokyo"); // the gathering, and the reminder of it a week before, are eight hours sooner
    expect(await at("2026-12-01T12:01")).toEqual(["tom"]);
    expect(await at("2026-12-01T12:02")).toEqual([]);
    expect((await at("2026-12-07T12:00")).sort()).toEqual(everybody.filter((name) => name !== "tom"));
  });

  it("of who lives elsewhere comes once more: for them it is at another hour", async () => {
    await sayClock(viewer("noor"), world.members.noor, { zone: "America/New_York" }, null);
    expect((await at("2026-12-07T19:30")).sort()).toEqual(everybody);
    await follow("Europe/Lisbon");
    expect(await at("2026-12-07T20:29")).toEqual([]);
    expect(await at("2026-12-07T20:30")).toEqual(["noor"]);
    expect(await at("2026-12-07T20:31")).toEqual([]);
  });

  it("comes when they chose: a week, two hours, or never", async () => {
    await wants("tom", "week");
    await wants("fatima", "hours");
    await wants("luc", "none");
    expect(await at("2026-12-01T19:30")).toEqual(["tom"]);
    const dayBefore = await at("2026-12-07T19:30");
    for (const name of ["tom", "fatima", "luc"]) expect(dayBefore).not.toContain(name);
    expect(await at("2026-12-08T17:30")).toEqual(["fatima"]);
    expect(await at("2026-12-08T19:29")).toEqual([]);
  });

  it("does not follow at once when they choose a time that is past", async () => {
    desk.time = Date.parse(instantOf("2026-12-04T12:00", "Europe/Brussels"));
    await wants("tom", "week");
    expect(await at("2026-12-04T12:01")).toEqual([]);
  });

  it("is not sent of what was planned since: they were told just then", async () => {
    desk.time = Date.parse(instantOf("2026-12-09T20:00", "Europe/Brussels"));
    await plan({ day: "2026-12-10" });
    await desk.turn();
    expect(await at("2026-12-09T20:01")).toEqual([]);
  });

  it("goes once more of one that was moved after it", async () => {
    expect(await at("2026-12-07T19:30")).toContain("fatima");
    const form = gatheringChange.parse({ day: "2026-12-15", hour: "20:00", minutes: "120", place: "bij Jan thuis", version: "1" });
    await changeGathering(viewer("mia"), gatheringId, form, null);
    await desk.turn();
    expect(await at("2026-12-08T19:30")).toEqual([]);
    expect(await at("2026-12-14T20:00")).toContain("fatima");
  });

  it("does not go of one that is off, nor to who has left", async () => {
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.luc }, data: { until: desk.clock() } }));
    expect(await at("2026-12-07T19:30")).not.toContain("luc");
    const second = await plan({ day: "2026-12-20" });
    await cancelGathering(viewer("mia"), second, null);
    await desk.turn();
    expect(await at("2026-12-19T19:30")).toEqual([]);
  });

  it("is not sent any more to who says no, stops them, or leaves while it waits", async () => {
    desk.office.be({ refuses: 451 });
    await at("2026-12-07T19:30");
    await says("tom", "no");
    await wants("fatima", "none");
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.luc }, data: { until: desk.clock() } }));
    desk.office.be("kind");
    const late = await at("2026-12-07T20:30");
    for (const name of ["tom", "fatima", "luc"]) expect(late).not.toContain(name);
    expect(late).toContain("noor");
  });

  it("is made up for after a server that was off, while it is of use, and never at night", async () => {
    expect(await at("2026-12-07T23:00")).toEqual([]);
    expect((await at("2026-12-08T08:00")).sort()).toEqual(everybody);
  });

  it("is noted as too late when it is of no use any more", async () => {
    expect(await at("2026-12-08T17:00")).toEqual([]);
    expect(new Set(outcomes())).toEqual(new Set(["tooLate"]));
    expect(outcomes()).toHaveLength(everybody.length);
  });

  it("that could not be sent waits for the morning, holds up no other mail, and is left when it comes too late", async () => {
    await wants("tom", "hours");
    desk.office.be({ refuses: 451 });
    await at("2026-12-07T19:30");
    await cancelGathering(viewer("mia"), await plan({ day: "2026-12-20" }), null);
    desk.office.be("kind");
    expect(await at("2026-12-07T22:00")).toContain("fatima"); // that the other is off, at any hour
    expect(desk.office.delivered.filter(({ mail }) => mail.subject?.includes("herinnering"))).toEqual([]);
    const waiting = row<{ dueAt: string; reason: string }>(
      "SELECT dueAt, reason FROM OutboxMail WHERE kind = 'reminder' AND state = 'waiting'",
    );
    expect(waiting).toEqual({ dueAt: instantOf("2026-12-08T08:00", "Europe/Brussels"), reason: "waits for its time" });
    expect(await at("2026-12-08T07:59")).toEqual([]);
    expect(await at("2026-12-08T08:00")).toContain("fatima");

    desk.office.be({ refuses: 451 });
    await at("2026-12-08T17:30");
    desk.office.be("kind");
    expect(await at("2026-12-08T19:20")).toEqual([]);
    expect(row("SELECT state, reason FROM OutboxMail WHERE kind = 'reminder' AND memberId = @id", { id: world.members.tom })).toEqual({
      state: "dropped",
      reason: "too late to be of use",
    });
  });

  it("goes once when two servers look at the same moment", async () => {
    desk.time = Date.parse(instantOf("2026-12-07T19:30", "Europe/Brussels"));
    await Promise.all([remind(desk.clock()), remind(desk.clock())]);
    await desk.turn();
    expect(desk.office.delivered.map(({ to }) => to[0])).toHaveLength(everybody.length);
  });

  it("goes once with a clock that is set back, and at its time with one that ran ahead", async () => {
    expect(await at("2026-12-08T18:30")).toEqual([]); // three days ahead of what it is: all are too late
    expect(await at("2026-12-05T18:30")).toEqual([]);
    expect((await at("2026-12-07T19:30")).sort()).toEqual(everybody);
    expect(await at("2026-12-07T18:30")).toEqual([]);
    expect(await at("2026-12-07T19:30")).toEqual([]);
  });

  it("that a clock which ran ahead had queued waits for its own time", async () => {
    await desk.restart(); // nothing leaves before the next turn
    desk.time = Date.parse(instantOf("2026-12-07T19:30", "Europe/Brussels"));
    await remind(desk.clock());
    expect(await at("2026-12-05T12:00")).toEqual([]);
    expect(row("SELECT dueAt, createdAt FROM OutboxMail WHERE kind = 'reminder' AND state = 'waiting'")).toEqual({
      dueAt: instantOf("2026-12-06T00:00", "Europe/Brussels"),
      createdAt: instantOf("2026-12-05T12:00", "Europe/Brussels"),
    });
    expect((await at("2026-12-07T19:30")).sort()).toEqual(everybody);
  });

  it("does not follow the mail that it goes on after all, or is elsewhere, when it was due before", async () => {
    desk.time = Date.parse(instantOf("2026-12-06T12:00", "Europe/Brussels"));
    await cancelGathering(viewer("mia"), gatheringId, null);
    await desk.turn();
    desk.time = Date.parse(instantOf("2026-12-08T09:00", "Europe/Brussels"));
    await letItGoOn(viewer("mia"), gatheringId);
    await desk.turn();
    expect(await at("2026-12-08T09:01")).toEqual([]);
  });

  it("is not sent of a circle that is closed", async () => {
    await transaction((tx) => tx.group.updateMany({ data: { closedAt: desk.clock() } }));
    expect(await at("2026-12-07T19:30")).toEqual([]);
  });
});

describe("Choosing mails", () => {
  it("is for oneself, and for Jan also for Rita who acts for him", async () => {
    await expect(
      chooseMails(viewer("mia"), world.members.fatima, { reminder: "none", planned: false, digest: true }, null),
    ).rejects.toMatchObject({
      status: 403,
    });
    await expect(
      chooseMails(viewer("jan"), world.members.fatima, { reminder: "none", planned: false, digest: true }, null),
    ).rejects.toMatchObject({
      status: 403,
    });
    await chooseMails(viewer("rita"), world.members.jan, { reminder: "week", planned: true, digest: true }, null);
    expect(mailWishesOf(viewer("rita"), world.members.jan)).toEqual({ name: "Jan", reminder: "week", planned: true, digest: true });
    await expect(
      chooseMails(viewer("rita"), "01M85MVJ5WP7STTSP1AZMK6ES8", { reminder: "week", planned: true, digest: true }, null),
    ).rejects.toMatchObject({
      status: 404,
    });
  });

  it("shows what is chosen; who has chosen nothing is reminded the day before", async () => {
    const wishes = () => mailWishesOf(viewer("fatima"), world.members.fatima);
    expect(wishes()).toEqual({ name: "Fatima", reminder: "day", planned: true, digest: true });
    await wants("fatima", "hours", false);
    expect(wishes()).toEqual({ name: "Fatima", reminder: "hours", planned: false, digest: true });
    await wants("fatima", "none");
    expect(wishes()).toEqual({ name: "Fatima", reminder: "none", planned: true, digest: true });
    await wants("fatima", "day");
    expect(wishes()).toMatchObject({ reminder: "day" });
  });

  it("is possible from the reminder, without an account; one click in the mail program stops them", async () => {
    await at("2026-12-07T19:30");
    const mail = desk.office.delivered.find(({ to }) => to[0] === cast.fatima.mail)?.mail;
    const headers = String(mail?.headerLines.find(({ key }) => key === "list-unsubscribe")?.line);
    expect(headers).toMatch(/\/u\/[\w-]{43}\/reminder>/);
    const link = () => {
      const found = fewerBy(/\/u\/([\w-]{43})\/reminder/.exec(mail?.text ?? "")?.[1] ?? "", desk.clock());
      if (!found) throw new Error("no link");
      return found;
    };
    expect(reminderOf(link())).toMatchObject({ own: false, name: "Jan", reminder: "day" });
    await chooseReminder(link(), { reminder: "none" }, null, "/");
    await chooseReminder(link(), { reminder: "none" }, null, "/");
    expect(reminderOf(link()).reminder).toBe("none");
    await plan({ day: "2026-12-20" });
    await desk.turn();
    expect(await at("2026-12-19T19:30")).not.toContain("fatima");
    await chooseReminder(link(), { reminder: "hours" }, null, "/");
    expect(await at("2026-12-20T17:30")).toEqual(["fatima"]);
  });
});

describe("A reminder that was lost at an address that mails do not reach", () => {
  const dead = (mail: string) => desk.office.be({ refuses: 550, words: "5.1.1 no such person here", whom: mail });
  const reachedAt = (mail: string, version = 1) =>
    changeMember(viewer("jan"), world.members.fatima, { name: "Fatima", relation: "vriendin", mail, version }, null);
  const lastAt = () => desk.office.delivered.at(-1)?.to;
  beforeEach(async () => {
    dead(cast.fatima.mail);
    const other = await plan({ hour: "20:00", place: "in het park" });
    await desk.turn();
    expect(row("SELECT since FROM UnreachedAddress")).not.toBeNull();
    await cancelGathering(viewer("mia"), other, null);
    await desk.turn();
  });

  it("comes at another one, once, when the circle is told it in time; nobody else is reminded again", async () => {
    expect(await at("2026-12-07T19:31")).not.toContain("fatima");
    expect(await at("2026-12-07T19:45")).toEqual([]);
    await reachedAt("nieuw@kring.example");
    expect(await at("2026-12-07T20:00")).toHaveLength(1);
    expect(lastAt()).toEqual(["nieuw@kring.example"]);
    expect(await at("2026-12-07T20:15")).toEqual([]);
    await reachedAt("nieuwer@kring.example", 2);
    expect(await at("2026-12-07T20:30")).toEqual([]);
  });

  it("also when it was the first mail that was refused there", async () => {
    await transaction((tx) => tx.unreachedAddress.deleteMany());
    await at("2026-12-07T19:31");
    await reachedAt("nieuw@kring.example");
    expect(await at("2026-12-07T20:00")).toHaveLength(1);
    expect(lastAt()).toEqual(["nieuw@kring.example"]);
  });

  it("is too late by then, when it is", async () => {
    await at("2026-12-07T19:31");
    await reachedAt("nieuw@kring.example");
    expect(await at("2026-12-08T17:00")).toEqual([]);
    expect(outcomes().filter((one) => one === "tooLate")).toHaveLength(1);
  });
});
