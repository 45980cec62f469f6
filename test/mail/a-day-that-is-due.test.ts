import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { chooseMoment } from "../../app/gatherings/polls/choosing-a-moment.server";
import { giveUpDate } from "../../app/gatherings/polls/giving-up-a-date.server";
import { pollForm } from "../../app/gatherings/polls/schema";
import { seekDate } from "../../app/gatherings/polls/seeking-a-date.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { askForDays } from "../../app/gatherings/undated/asking-for-a-day.server";
import { undatedMails } from "../../app/gatherings/undated/mails.server";
import { notNow } from "../../app/gatherings/undated/not-now.server";
import { planUndated } from "../../app/gatherings/undated/planning-an-undated-series.server";
import { undatedForm } from "../../app/gatherings/undated/schema";
import { wantMails } from "../../app/groups/fewer-mails.server";
import { conversationOf } from "../../app/mail/message.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { instantOf } from "../../app/platform/wall-clock";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk } from "./desk";

const desk = freshDesk();
let world: World;
let id: string;
/** On 23 November Mia plans: four times a year, first around 15 January. Six weeks before is 4 December. */
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...undatedMails };
  id = await planned();
});

async function planned(from = "2027-01-15"): Promise<string> {
  const form = undatedForm.parse({ timesAYear: "4", from, minutes: "180", place: "in het park", about: "Samen eten" });
  return (await planUndated(viewer("mia"), form, null)).split("/").at(-1) ?? "";
}
const viewer = (name: CastName) => as(world, name, desk.clock());
const names = Object.keys(cast) as CastName[];
/** The server's next turn, at this time of the clock in Brussels. @returns who got the mail */
async function at(local: string, turns = 1): Promise<string[]> {
  desk.time = Date.parse(instantOf(local, "Europe/Brussels"));
  const before = desk.office.delivered.length;
  for (let turn = 0; turn < turns; turn += 1) await askForDays(desk.clock());
  await desk.turn();
  return desk.office.delivered
    .slice(before)
    .map(({ to }) => names.find((name) => cast[name].mail === to[0]) ?? "")
    .sort();
}
const seeks = async () => {
  const form = pollForm.parse({ moments: ["2027-01-12T19:30", "2027-01-14T19:30"], minutes: "180", place: "in het park", series: id });
  return (await seekDate(viewer("mia"), form, null)).split("/").at(-1) ?? "";
};
/** Also Rita, who acts for Jan. */
const whoPlans = ["jan", "mia", "rita"];

describe("When it is time to seek a day", () => {
  it("who plans gets one mail, once, with the month and one link to the form", async () => {
    expect(await at("2026-12-03T23:59")).toEqual([]);
    expect(await at("2026-12-04T10:00", 3)).toEqual(whoPlans);
    expect(await at("2026-12-04T16:00")).toEqual([]);
    expect(await at("2027-01-30T16:00")).toEqual([]);
    const { mail } = desk.office.delivered.find(({ to }) => to[0] === cast.mia.mail)!;
    expect(mail.subject).toBe("Tijd om een datum te zoeken, rond januari 2027");
    const text = mail.text?.replace(/\s+/g, " ");
    for (const words of [
      "Ongeveer vier keer per jaar kiest de kring van Jan een dag om samen te komen.",
      "rond januari 2027",
      "in het park",
      "Samen eten",
    ])
      expect(text).toContain(words);
    expect(text).toContain(`/g/${world.groupId}/gatherings/dates/new?series=${id}`);
    expect(mail.references?.toString() ?? "").toContain(conversationOf(id, world.members.mia).slice(1, -1));
  });

  it("by night the mail waits for the morning", async () => {
    expect(await at("2026-12-04T02:00")).toEqual([]);
    expect(await at("2026-12-04T08:01")).toEqual(whoPlans);
  });

  it("what was missed is made up, however late; a clock that is set back asks nobody twice", async () => {
    expect(await at("2027-02-10T10:00")).toEqual(whoPlans);
    expect(await at("2026-12-05T10:00")).toEqual([]);
    expect(await at("2027-02-11T10:00")).toEqual([]);
  });

  it("what a clock that ran ahead had queued waits for its own day", async () => {
    await desk.restart();
    desk.time = Date.parse(instantOf("2027-02-10T02:00", "Europe/Brussels"));
    await askForDays(desk.clock());
    expect(await at("2026-11-24T10:00")).toEqual([]);
    expect(await at("2026-12-04T10:00")).toEqual(whoPlans);
  });

  it("it holds up no other mail of the night", async () => {
    const form = gatheringForm.parse({ day: "2026-12-04", hour: "08:30", minutes: "60", place: "bij Jan thuis" });
    const gathering = (await planGathering(viewer("jan"), form, null)).split("/").at(-1) ?? "";
    await desk.turn();
    expect(await at("2026-12-04T02:00")).toEqual([]);
    desk.time = Date.parse(instantOf("2026-12-04T06:30", "Europe/Brussels"));
    await cancelGathering(viewer("jan"), gathering, null);
    expect(await at("2026-12-04T06:31")).toEqual(expect.arrayContaining(["mia", "rita"]));
  });

  it("two servers at once ask once", async () => {
    desk.time = Date.parse(instantOf("2026-12-04T10:00", "Europe/Brussels"));
    await Promise.all([askForDays(desk.clock()), askForDays(desk.clock())]);
    expect(rows("SELECT toName FROM OutboxMail WHERE kind = 'dayDue' ORDER BY toName")).toEqual([
      { toName: "Jan" },
      { toName: "Mia" },
      { toName: "Rita" },
    ]);
  });

  it("and a day is sought before the mail leaves, nobody gets it", async () => {
    await desk.restart();
    desk.time = Date.parse(instantOf("2026-12-04T02:00", "Europe/Brussels"));
    await askForDays(desk.clock());
    await seeks();
    expect(await at("2026-12-04T10:00")).toEqual([]);
  });

  it("who stopped mails about what is planned gets none, nor who plans no more", async () => {
    const { groupId, members } = world;
    await transaction((tx) => wantMails(tx, { groupId, memberId: members.jan, now: desk.clock() }, "planned", false));
    expect(await at("2026-12-04T10:00")).toEqual(["mia", "rita"]);
  });

  it("of what was planned that day nobody is mailed: who planned it is looking at it", async () => {
    const today = await planned("2026-11-24");
    expect(await at("2026-11-23T18:00")).toEqual([]);
    expect(await at("2026-11-24T18:00")).toEqual(whoPlans);
    expect(row("SELECT askedFrom FROM UndatedSeries WHERE id = @today", { today })).toEqual({ askedFrom: "2026-11-23" });
  });

  it("each time has its mail: after a gathering, and four weeks after it came to nothing", async () => {
    expect(await at("2026-12-04T10:00")).toEqual(whoPlans);
    const pollId = await seeks();
    await giveUpDate(viewer("mia"), pollId, null);
    expect(await at("2026-12-31T10:00")).toEqual([]);
    expect(await at("2027-01-01T10:00")).toEqual(whoPlans);
    await notNow(viewer("jan"), id);
    expect(await at("2027-01-28T10:00")).toEqual([]);
    expect(await at("2027-01-29T10:00")).toEqual(whoPlans);
  });

  it("and the gathering that comes of it is told in the conversation of the series", async () => {
    await desk.turn();
    const pollId = await seeks();
    const option = row<{ id: string }>("SELECT id FROM PollOption WHERE pollId = @pollId LIMIT 1", { pollId })?.id ?? "";
    await chooseMoment(viewer("mia"), pollId, option);
    await desk.turn();
    const { mail } = desk.office.delivered.find(({ to }) => to[0] === cast.tom.mail)!;
    expect(mail.references?.toString()).toContain(conversationOf(id, world.members.tom).slice(1, -1));
  });
});
