import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
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
import { instantOf } from "../../app/platform/wall-clock";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute, takingAnswersIn } from "./desk";
import { broughtBy } from "./importing";

const desk = freshDesk();
takingAnswersIn();
let world: World;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...seriesMails, ...reminderMails };
});

const link = "https://meet.example.org/KringVanJan?a=1&b=2";
const viewer = (name: CastName) => as(world, name, desk.clock());
const day = { day: "2026-12-08", hour: "19:30", minutes: "120", place: "bij Jan thuis", online: link };
const plan = async () => (await planGathering(viewer("mia"), gatheringForm.parse(day), null)).split("/").at(-1) ?? "";
const change = (id: string, different: Record<string, string>, version = "1") =>
  changeGathering(viewer("mia"), id, gatheringChange.parse({ ...day, ...different, version }), null);
const says = (name: CastName, id: string, said: string) =>
  answer(viewer(name), id, world.members[name], answerForm.parse({ answer: said }), null, "/");
/** What leaves from now on. */
async function leaves(): Promise<void> {
  desk.office.delivered.length = 0;
  await desk.turn();
}
const to = (name: CastName) => desk.office.delivered.find((one) => one.to[0] === cast[name].mail) ?? expect.fail(`nothing for ${name}`);
const wordsTo = (name: CastName) => to(name).mail.text?.replace(/\s+/g, " ");
const conferenceTo = (name: CastName) => broughtBy(to(name))?.events.map((event) => event.getFirstPropertyValue("conference"));

describe("A link to take part online", () => {
  it("stands in the reminder of who takes part online or may still, and of nobody else", async () => {
    const id = await plan();
    for (const [name, said] of [
      ["tom", "online"],
      ["fatima", "yes"],
      ["noor", "maybe"],
    ] as const)
      await says(name, id, said);
    await leaves();
    desk.time = Date.parse(instantOf("2026-12-07T19:30", "Europe/Brussels"));
    await remind(desk.clock());
    await leaves();
    expect(wordsTo("tom")).toContain(`Doe online mee (meet.example.org): ${link} Jij doet online mee.`);
    for (const name of ["luc", "noor"] as const)
      expect(wordsTo(name)).toContain(`Je kan ook online meedoen. Doe online mee (meet.example.org): ${link} `);
    expect(to("luc").mail.html).toContain(`href="${link.replace("&", "&amp;")}"`);
    expect(wordsTo("fatima")).not.toContain("meet.example");
  });

  it("that is another is told to everybody, with the new one and where it leads, in words and to their calendar", async () => {
    const id = await plan();
    await leaves();
    expect(conferenceTo("tom")).toEqual([link]);
    desk.time += minute;
    await change(id, { online: "https://elders.example/kamer" });
    await leaves();
    expect(to("tom").mail.subject).toBe("Dinsdag 8 december: iets veranderd aan de samenkomst");
    expect(wordsTo("tom")).toContain("Mia heeft aangepast hoe je online meedoet.");
    expect(wordsTo("tom")).toContain("Deze link is voor wie online meedoet: Doe online mee (elders.example): https://elders.example/kamer");
    expect(wordsTo("tom")).not.toContain("meet.example");
    expect(conferenceTo("tom")).toEqual(["https://elders.example/kamer"]);
  });

  it("that is another while it is moved too is told in the same mail; that there is none any more, as well", async () => {
    const id = await plan();
    await leaves();
    desk.time += minute;
    await change(id, { day: "2026-12-10", online: "" });
    await leaves();
    expect(wordsTo("tom")).toMatch(/heeft de samenkomst van .* verzet\..*Er is geen link meer om online mee te doen\. Kom je dan ook\?/);
    expect(conferenceTo("tom")).toEqual([null]);
    desk.time += minute;
    await change(id, { day: "2026-12-10", online: "", place: "in de zaal" }, "2");
    await leaves();
    expect(wordsTo("tom")).not.toContain("link");
  });

  it("of a series that is another is told in the one mail of that", async () => {
    const form = { ...seriesToBegin, from: "2026-12-01", place: "bij Jan thuis", online: link };
    const id = (await planSeries(viewer("mia"), seriesForm.parse(form), null)).split("#")[1] ?? "";
    await leaves();
    desk.time += minute;
    const other = seriesForm.parse({ ...form, online: "https://elders.example/kamer" });
    const ahead = changeAhead(viewer("mia"), seriesToChange(viewer("mia"), id) ?? expect.fail("no series"), other);
    await changeSeries(viewer("mia"), id, other, ahead.print, null);
    await leaves();
    expect(wordsTo("tom")).toContain(
      "Deze link is voor wie online meedoet: Doe online mee (elders.example): https://elders.example/kamer Kom je",
    );
    expect(conferenceTo("tom")).toEqual(["https://elders.example/kamer"]);
  });
});
