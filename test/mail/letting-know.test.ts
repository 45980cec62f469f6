import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { askOnceMore } from "../../app/gatherings/asking-once-more.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { changeSeries } from "../../app/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "../../app/gatherings/changing-series/standing-from.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { reminderMails } from "../../app/gatherings/reminders/mails.server";
import { remind } from "../../app/gatherings/reminders/reminding.server";
import { gatheringChange, gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { seriesMails } from "../../app/gatherings/series-mails.server";
import { transaction } from "../../app/platform/transaction.server";
import { instantOf } from "../../app/platform/wall-clock";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute } from "./desk";

const desk = freshDesk();
let world: World;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...seriesMails, ...reminderMails };
});

const viewer = (name: CastName) => as(world, name, desk.clock());
const day = { day: "2026-12-08", hour: "19:30", minutes: "120", place: "bij Jan thuis", answerDays: "7" };
const plan = async (different: Record<string, string> = {}) =>
  (await planGathering(viewer("mia"), gatheringForm.parse({ ...day, ...different }), null)).split("/").at(-1) ?? "";
const says = (name: CastName, id: string, said = "yes") =>
  answer(viewer(name), id, world.members[name], answerForm.parse({ answer: said }), null, "/");
/** What somebody gets from now on, each as one line. */
async function mailTo(name: CastName): Promise<string | undefined> {
  desk.office.delivered.length = 0;
  await desk.turn();
  return desk.office.delivered.find(({ to }) => to[0] === cast[name].mail)?.mail.text?.replace(/\s+/g, " ");
}
function at(local: string): void {
  desk.time = Date.parse(instantOf(local, "Europe/Brussels"));
}

describe("By which day to let it know", () => {
  it("stands in the mail of a new gathering, above the links to answer with, in the language of its reader", async () => {
    await transaction((tx) => tx.account.updateMany({ where: { id: world.accounts.noor ?? "" }, data: { language: "en" } }));
    await plan();
    const fatima = await mailTo("fatima");
    expect(fatima).toMatch(/Waar: bij Jan thuis Laat het weten tegen dinsdag 1 december\. Ja: http/);
    const noor = desk.office.delivered.find(({ to }) => to[0] === cast.noor.mail)?.mail;
    expect(noor?.text).toContain("Please let us know by Tuesday 1 December.");
    expect(noor?.html).toContain("Please let us know by Tuesday 1 December.");
  });

  it("is in no mail when none was chosen, or when that day is over already", async () => {
    await plan({ answerDays: "" });
    expect(await mailTo("fatima")).not.toContain("Laat het weten");
    await plan({ day: "2026-11-27" });
    expect(await mailTo("fatima")).not.toContain("Laat het weten");
  });

  it("stands in the mail of a series, of its first gathering; and when that is another day, of that", async () => {
    const form = { ...seriesToBegin, from: "2026-12-01", place: "bij Jan thuis", answerDays: "2" };
    const id = (await planSeries(viewer("mia"), seriesForm.parse(form), null)).split("#")[1] ?? "";
    expect(await mailTo("fatima")).toContain("Kom je dinsdag 1 december? Laat het weten tegen zondag 29 november.");
    desk.time += minute;
    const other = seriesForm.parse({ ...form, monthsDay: "4" });
    const ahead = changeAhead(viewer("mia"), seriesToChange(viewer("mia"), id) ?? expect.fail("no series"), other);
    await changeSeries(viewer("mia"), id, other, ahead.print, null);
    expect(await mailTo("fatima")).toContain("Kom je donderdag 3 december? Laat het weten tegen dinsdag 1 december.");
  });

  it("moves along with it: who is asked again reads another day, who keeps their answer none", async () => {
    const id = await plan();
    await says("fatima", id);
    await desk.turn();
    desk.time += minute;
    await changeGathering(viewer("mia"), id, gatheringChange.parse({ ...day, hour: "20:00", version: "1" }), null);
    expect(await mailTo("fatima")).not.toContain("Laat het weten");
    desk.time += minute;
    await changeGathering(viewer("mia"), id, gatheringChange.parse({ ...day, day: "2026-12-10", version: "2" }), null);
    expect(await mailTo("fatima")).toContain("Kom je dan ook? Laat het weten tegen donderdag 3 december.");
  });

  it("stands in the one mail that asks once more, until that day is over", async () => {
    const id = await plan();
    await desk.turn();
    at("2026-12-01T20:00");
    await askOnceMore(viewer("mia"), id);
    expect(await mailTo("fatima")).toMatch(/Mia wil graag weten of je komt\..*Laat het weten tegen dinsdag 1 december\. Ja:/);
    const other = await plan({ day: "2026-12-11" });
    await desk.turn();
    at("2026-12-05T10:00");
    await askOnceMore(viewer("mia"), other);
    const late = await mailTo("fatima");
    expect(late).toContain("Mia wil graag weten of je komt.");
    expect(late).not.toContain("Laat het weten");
  });

  it("is not over in a mail before it is on the clock of the gathering, where the circle is a day ahead", async () => {
    await plan();
    await transaction((tx) => tx.group.updateMany({ data: { zone: "Pacific/Auckland" } }));
    at("2026-12-01T13:00");
    expect(await mailTo("fatima")).toContain("Laat het weten tegen dinsdag 1 december.");
  });

  it("stands in a reminder of who has not answered, while it is not over", async () => {
    const id = await plan({ answerDays: "2" });
    await transaction((tx) =>
      tx.reminderWish.createMany({
        data: (["fatima", "tom"] as const).map((name) => ({
          ...{ memberId: world.members[name], groupId: world.groupId, lead: "week", at: desk.clock() },
        })),
      }),
    );
    await says("tom", id);
    await desk.turn();
    at("2026-12-01T19:30");
    await remind(desk.clock());
    expect(await mailTo("fatima")).toContain("Jij hebt nog niet geantwoord. Kom je? Laat het weten tegen zondag 6 december.");
    const tom = desk.office.delivered.find(({ to }) => to[0] === cast.tom.mail)?.mail.text?.replace(/\s+/g, " ");
    expect(tom).toContain("Jij komt. Is dat veranderd? Laat het weten. Ja:");
    at("2026-12-07T19:30");
    await remind(desk.clock());
    expect(await mailTo("luc")).toMatch(/Jij hebt nog niet geantwoord\. Kom je\? Ja:/);
  });
});
