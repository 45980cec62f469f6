import { beforeEach, describe, expect, it } from "vitest";
import { cast } from "../../app/demo/cast";
import { tellOfMonth } from "../../app/digest/digesting.server";
import { digestMails } from "../../app/digest/mails.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { pollMails } from "../../app/gatherings/polls/mails.server";
import { pollForm } from "../../app/gatherings/polls/schema";
import { seekDate } from "../../app/gatherings/polls/seeking-a-date.server";
import { reminderMails } from "../../app/gatherings/reminders/mails.server";
import { remind } from "../../app/gatherings/reminders/reminding.server";
import { gatheringChange, gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { seriesMails } from "../../app/gatherings/series-mails.server";
import { sayClock } from "../../app/groups/saying-a-clock.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { instantOf } from "../../app/platform/wall-clock";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute } from "./desk";

const desk = freshDesk();
let world: World;

/** Noor lives in New York, and Tom in Auckland. */
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...seriesMails, ...pollMails, ...reminderMails, ...digestMails };
  await lives("noor", "America/New_York");
  await lives("tom", "Pacific/Auckland");
});

type Name = keyof typeof cast;
const viewer = (name: Name) => as(world, name, desk.clock());
const lives = (name: Name, zone: string | null) => sayClock(viewer(name), world.members[name], { zone }, null);

/** Mia plans a gathering for Tuesday 8 December at half past seven. @returns its id */
async function planned(change: Record<string, string> = {}): Promise<string> {
  const form = gatheringForm.parse({ day: "2026-12-08", hour: "19:30", minutes: "120", place: "bij Jan thuis", ...change });
  const id = (await planGathering(viewer("mia"), form, null)).split("/").at(-1) ?? "";
  await desk.turn();
  return id;
}
/** The last mail to somebody. */
const to = (name: Name) => desk.office.delivered.filter((one) => one.to[0] === cast[name].mail).at(-1)?.mail;
const words = (name: Name) => (to(name)?.text ?? "").replace(/\s+/g, " ");
const drawn = (name: Name) => String(to(name)?.html ?? "");

/** Lets the server take its turns, each quarter of an hour, until it is that time in a place. */
async function until(local: string, zone: string, turn: (now: string) => Promise<void>): Promise<void> {
  for (const end = Date.parse(instantOf(local, zone)); desk.time <= end; desk.time += 15 * minute) {
    await turn(desk.clock());
    await desk.turn();
  }
}
/** When mails to somebody left, by the hour of UTC. */
const left = (name: Name, kind: string) =>
  rows<{ at: string }>("SELECT endedAt AS at FROM OutboxMail WHERE kind = @kind AND memberId = @id AND state = 'sent' ORDER BY rowid", {
    kind,
    id: world.members[name],
  }).map(({ at }) => at.slice(0, 16));

describe("A mail about a gathering, to who lives elsewhere", () => {
  it("says their hour beside the circle's, as text and drawn; its subject is as for all", async () => {
    await planned();
    expect(words("noor")).toContain("Dinsdag 8 december 2026. Van 19.30 uur (bij jou 13.30 uur) tot ongeveer 21.30 uur");
    expect(drawn("noor")).toContain("(bij jou 13.30 uur)");
    expect(words("tom")).toContain("Van 19.30 uur (bij jou woensdag 9 december, 07.30 uur) tot ongeveer 21.30 uur");
    expect(words("fatima")).toContain("Van 19.30 uur tot ongeveer 21.30 uur");
    expect(new Set(["noor", "tom", "fatima"].map((name) => to(name as Name)?.subject)).size).toBe(1);
    for (const { mail } of desk.office.delivered.filter((one) => !["noor@kring.example", "tom@kring.example"].includes(one.to[0] ?? "")))
      expect(`${mail.text}${mail.html}`).not.toContain("bij jou");
  });

  it("in English as well", async () => {
    await transaction((tx) => tx.account.update({ where: { id: world.accounts.noor ?? "" }, data: { language: "en" } }));
    await planned();
    expect(words("noor")).toContain("From 19:30 (13:30 your time) until about 21:30");
  });

  it("says it of the new moment when it is moved, as their clock stands then", async () => {
    const id = await planned();
    const form = gatheringChange.parse({ day: "2027-03-16", hour: "19:30", minutes: "120", place: "bij Jan thuis", version: "1" });
    await changeGathering(viewer("mia"), id, form, null);
    await desk.turn();
    // America has its summer already, Europe not yet.
    expect(words("noor")).toContain("Van 19.30 uur (bij jou 14.30 uur) tot");
  });

  it("says it of each day of a series, and of each moment to choose from", async () => {
    await planSeries(viewer("mia"), seriesForm.parse({ ...seriesToBegin, from: "2026-12-08", place: "bij Jan thuis" }), null);
    await desk.turn();
    expect(words("noor").match(/om 19\.30 uur \(bij jou 1[34]\.30 uur\)/g)?.length).toBeGreaterThan(4);
    expect(words("fatima")).not.toContain("bij jou");
    const form = pollForm.parse({ moments: ["2026-12-09T19:30", "2026-12-10T02:00"], minutes: "120", place: "bij Jan thuis" });
    await seekDate(viewer("mia"), form, null);
    await desk.turn();
    expect(words("noor")).toContain("Woensdag 9 december 2026 om 19.30 uur (bij jou 13.30 uur)");
    expect(words("noor")).toContain("Donderdag 10 december 2026 om 02.00 uur (bij jou woensdag 9 december, 20.00 uur)");
  });
});

describe("What the server sends by itself, to who lives elsewhere", () => {
  it("reminds them the day before by their own clock, never in their night, each once", async () => {
    await planned();
    desk.time = Date.parse(instantOf("2026-12-06T06:00", "Europe/Brussels"));
    await until("2026-12-08T19:30", "Europe/Brussels", remind);
    expect(left("fatima", "reminder")).toEqual(["2026-12-07T18:30"]);
    expect(left("noor", "reminder")).toEqual(["2026-12-07T18:30"]);
    // Half past seven in the morning of 9 December in Auckland: the evening of the 7th there.
    expect(left("tom", "reminder")).toEqual([instantOf("2026-12-07T20:00", "Pacific/Auckland").slice(0, 16)]);
    expect(words("noor")).toContain("(bij jou 13.30 uur)");
  });

  it("of a gathering in the morning here, reminds who wakes up later in the evening there", async () => {
    await planned({ hour: "10:00" });
    desk.time = Date.parse(instantOf("2026-12-06T06:00", "Europe/Brussels"));
    await until("2026-12-08T10:00", "Europe/Brussels", remind);
    expect(left("fatima", "reminder")).toEqual(["2026-12-07T09:00"]);
    // Four in the morning of the 8th in New York: at eight in the evening of the 6th.
    expect(left("noor", "reminder")).toEqual([instantOf("2026-12-06T20:00", "America/New_York").slice(0, 16)]);
  });

  it("makes up in their morning for a server that was off, and not in their night", async () => {
    await planned();
    desk.time = Date.parse(instantOf("2026-12-07T23:15", "America/New_York"));
    await until("2026-12-08T08:30", "America/New_York", remind);
    expect(left("noor", "reminder")).toEqual([instantOf("2026-12-08T08:00", "America/New_York").slice(0, 16)]);
  });

  it("reminds them once when they move to another clock around it, forth and back", async () => {
    await planned();
    desk.time = Date.parse(instantOf("2026-12-06T06:00", "Europe/Brussels"));
    await until("2026-12-07T12:00", "Europe/Brussels", remind);
    expect([left("tom", "reminder").length, left("noor", "reminder").length]).toEqual([1, 0]);
    await lives("tom", "America/New_York");
    await lives("noor", "Pacific/Auckland");
    await until("2026-12-07T21:00", "Europe/Brussels", remind);
    await lives("tom", null);
    await lives("noor", null);
    await until("2026-12-08T19:30", "Europe/Brussels", remind);
    expect([left("tom", "reminder").length, left("noor", "reminder").length]).toEqual([1, 1]);
    expect(
      row("SELECT count(*) AS n FROM Reminder WHERE memberId IN (@tom, @noor)", { tom: world.members.tom, noor: world.members.noor }),
    ).toEqual({
      n: 2,
    });
  });

  it("tells of the month in their own morning", async () => {
    desk.time = Date.parse("2026-11-24T12:00:00.000Z");
    await writeDream(viewer("jan"), { text: "Naar zee", audience: "network" }, null);
    await planned();
    desk.time = Date.parse(instantOf("2026-12-01T06:00", "Europe/Brussels"));
    await until("2026-12-02T06:00", "Europe/Brussels", tellOfMonth);
    expect(left("fatima", "digest")).toEqual(["2026-12-01T09:00"]);
    expect(left("noor", "digest")).toEqual([instantOf("2026-12-01T08:00", "America/New_York").slice(0, 16)]);
    expect(left("tom", "digest")).toEqual([instantOf("2026-12-02T08:00", "Pacific/Auckland").slice(0, 16)]);
    expect(words("noor")).toContain("Dinsdag 8 december 2026 om 19.30 uur (bij jou 13.30 uur)");
  });
});
