import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { changeSeries } from "../../app/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "../../app/gatherings/changing-series/standing-from.server";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { zoneMails } from "../../app/gatherings/moving-zone/mails.server";
import { moveAhead } from "../../app/gatherings/moving-zone/move-ahead.server";
import { moveZone } from "../../app/gatherings/moving-zone/moving-zone.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringChange, gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { seriesMails } from "../../app/gatherings/series-mails.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { eventsIn, happenings } from "../calendar";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute, takingAnswersIn } from "./desk";
import { broughtBy, Imported, OwnCalendar } from "./importing";

const desk = freshDesk();
let world: World;

/** A series that has met once, and a gathering by itself; what was mailed of them is forgotten. It is Wednesday 2 December. */
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...seriesMails, ...zoneMails };
  const mia = as(world, "mia", desk.clock());
  await planSeries(mia, seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" }), null);
  const alone = { day: "2026-12-10", hour: "14:00", minutes: "60", place: "in het park" };
  await planGathering(mia, gatheringForm.parse(alone), null);
  await desk.turn();
  desk.time = Date.parse("2026-12-02T09:00:00.000Z");
});

const move = (zone = "Europe/Lisbon", by: CastName = "jan") => {
  const viewer = as(world, by, desk.clock());
  return moveZone(viewer, { zone }, moveAhead(viewer, zone).print, null);
};
const turn = async () => {
  desk.time += minute;
  await desk.turn();
};
const to = (name: CastName) => desk.office.delivered.filter((one) => one.to[0] === cast[name].mail);
const told = () => desk.office.delivered.filter(({ mail }) => mail.subject?.includes("klok") || mail.subject?.includes("clock"));
const textOf = (name: CastName) => (told().find((one) => one.to[0] === cast[name].mail)?.mail.text ?? "").replace(/\s+/g, " ");
const until = () => `${row<{ day: string }>("SELECT max(filledTo) AS day FROM Series")?.day}T00:00:00.000Z`;
const standing = () => rows<{ at: string }>("SELECT startsAt AS at FROM Gathering ORDER BY startsAt").map(({ at }) => at);

describe("A circle that follows another clock", () => {
  it("is told once to each, also to who wants no other mails: by whom, which clock, and when it meets next", async () => {
    const { tom } = world.members;
    await transaction((tx) => tx.account.updateMany({ where: { id: world.accounts.noor ?? "" }, data: { language: "en" } }));
    const stop = { memberId: tom, kind: "seriesPlanned", groupId: world.groupId, at: desk.clock() };
    await transaction((tx) => tx.mailStop.create({ data: stop }));
    await move("Europe/Lisbon", "rita");
    await turn();
    await turn();
    const everybody = (["jan", "mia", "tom", "an", "fatima", "luc", "noor", "wim", "els"] as const).map((name) => cast[name].mail);
    expect(
      told()
        .map((one) => one.to[0])
        .sort(),
    ).toEqual(everybody.sort());
    expect(told().find((one) => one.to[0] === cast.fatima.mail)?.mail.subject).toBe("De kring volgt voortaan de klok van Lissabon");
    for (const said of [
      "Rita, voor Jan, heeft dat zo gekozen.",
      "Donderdag 10 december 2026. Van 14.00 uur tot ongeveer 15.00 uur, op de klok van Lissabon",
      "Heb je al geantwoord? Dan hoef je niets te doen.",
    ])
      expect(textOf("fatima")).toContain(said);
    expect(textOf("jan")).toContain("Rita, voor jou, heeft dat zo gekozen.");
    expect(textOf("noor")).toContain("The circle follows the clock in Lisbon from now on");
  });

  it("where no answers are taken in, is one mail, whose part for calendars has it all", async () => {
    await move();
    await turn();
    expect(to("fatima")).toHaveLength(3);
    const brought = broughtBy(to("fatima").at(-1) ?? expect.fail("no mail"));
    expect(brought?.method).toBe("PUBLISH");
    expect(happenings(brought?.text ?? "", until()).map(({ at }) => at)).toEqual(standing());
    expect(eventsIn(brought?.text ?? "")).toHaveLength(3);
  });

  it("that follows yet another before the mail has left, is told of the last only", async () => {
    await desk.restart();
    await move();
    desk.time += minute;
    await move("America/New_York");
    await turn();
    expect(
      to("fatima")
        .filter((one) => told().includes(one))
        .map(({ mail }) => mail.subject),
    ).toEqual(["De kring volgt voortaan de klok van New York"]);
  });

  it("says of what stays tonight that it is on the clock that it was on", async () => {
    const tonight = { day: "2026-12-02", hour: "19:30", minutes: "60", place: "in het park" };
    await planGathering(as(world, "mia", desk.clock()), gatheringForm.parse(tonight), null);
    await move("Pacific/Auckland");
    await turn();
    expect(textOf("fatima")).toContain("Woensdag 2 december 2026. Van 19.30 uur tot ongeveer 20.30 uur, op de klok van Brussel");
    expect(textOf("fatima").match(/op de klok van Brussel/g)).toHaveLength(1);
    const change = { day: "2026-12-02", hour: "19:30", minutes: "60", place: "in de zaal", version: "1" };
    await changeGathering(mia(), idOn("2026-12-02"), gatheringChange.parse(change), null);
    await turn();
    const changed = (to("fatima").at(-1)?.mail.text ?? "").replace(/\s+/g, " ");
    expect(changed).toContain("Van 19.30 uur tot ongeveer 20.30 uur, op de klok van Brussel");
  });
});

const mia = () => as(world, "mia", desk.clock());
const idOn = (day: string) =>
  row<{ id: string }>("SELECT id FROM Gathering WHERE startLocal LIKE @day", { day: `${day}%` })?.id ?? expect.fail(`nothing on ${day}`);
const elsewhereFrom = async (day: string, place: string) => {
  const series = seriesToChange(mia(), idOn(day)) ?? expect.fail("no series");
  const form = seriesForm.parse({ ...seriesToBegin, from: day, place });
  await changeSeries(mia(), idOn(day), form, changeAhead(mia(), series, form).print, null);
};
const subjectsSince = (before: number) =>
  to("fatima")
    .slice(before)
    .map(({ mail }) => mail.subject);
const lisbonSubject = "De kring volgt voortaan de klok van Lissabon";

describe("What people changed and was not told yet when the circle moves", () => {
  it("is told as it stands then: another day, and one that goes on after all", async () => {
    await cancelGathering(mia(), idOn("2027-01-05"), null);
    await turn();
    await desk.restart();
    const before = to("fatima").length;
    const change = { day: "2026-12-11", hour: "15:00", minutes: "60", place: "in de zaal", version: "1" };
    await changeGathering(mia(), idOn("2026-12-10"), gatheringChange.parse(change), null);
    await letItGoOn(mia(), idOn("2027-01-05"));
    await move();
    await turn();
    expect(subjectsSince(before)).toEqual([
      "Vrijdag 11 december: samenkomst verzet",
      "Dinsdag 5 januari 2027: samenkomst gaat toch door",
      lisbonSubject,
    ]);
    expect(broughtBy(to("fatima")[before] ?? expect.fail("no mail"))?.text).toContain("DTSTART;TZID=Europe/Lisbon:20261211T150000");
  });

  it("is told of the series in which it goes on, also of one that had failed to leave", async () => {
    desk.office.be({ refuses: 451, words: "4.3.2 not now", whom: cast.fatima.mail });
    const before = to("fatima").length;
    await elsewhereFrom("2027-01-05", "in de zaal");
    await turn();
    await move();
    desk.office.be("kind");
    desk.time += 40 * minute;
    await desk.turn();
    expect(subjectsSince(before)).toHaveLength(2);
    expect(broughtBy(to("fatima")[before] ?? expect.fail("no mail"))?.text).toContain("DTSTART;TZID=Europe/Lisbon:20270105T193000");
  });

  it("and was changed once more before, is told once", async () => {
    await desk.restart();
    const before = to("fatima").length;
    for (const [version, place] of [
      ["1", "in de zaal"],
      ["2", "bij Mia thuis"],
    ] as const) {
      const change = { day: "2026-12-10", hour: "14:00", minutes: "60", place, version };
      await changeGathering(mia(), idOn("2026-12-10"), gatheringChange.parse(change), null);
    }
    await move();
    await turn();
    expect(subjectsSince(before)).toHaveLength(2);
    expect(to("fatima")[before]?.mail.text).toContain("bij Mia thuis");
  });
});

describe("A calendar that takes in what mails bring it", () => {
  const shows = () => {
    const calendar = new Imported();
    for (const one of to("fatima")) calendar.take(one);
    return calendar.shows(until());
  };
  const next = () => (desk.time += minute);

  it.each(["America/New_York", "Europe/Brussels"])("follows a circle that went to Lisbon and on to %s before a mail left", async (zone) => {
    await desk.restart();
    await move();
    next();
    await move(zone);
    await turn();
    expect(shows()).toEqual(standing());
  });

  it("follows a series that was changed twice before a mail left", async () => {
    await desk.restart();
    await elsewhereFrom("2027-02-02", "in de zaal");
    next();
    await elsewhereFrom("2027-02-02", "bij Mia thuis");
    await turn();
    expect(shows()).toEqual(standing());
  });

  it("follows a series that was changed, moved along and changed again", async () => {
    await desk.restart();
    await elsewhereFrom("2027-01-05", "in de zaal");
    next();
    await move();
    next();
    await elsewhereFrom("2027-03-02", "bij Mia thuis");
    await turn();
    expect(shows()).toEqual(standing());
  });

  it("follows what moved once, and was too near to move again", async () => {
    const tonight = { day: "2026-12-02", hour: "19:30", minutes: "60", place: "in het park" };
    await planGathering(mia(), gatheringForm.parse(tonight), null);
    await turn();
    await desk.restart();
    await move();
    next();
    await move("Pacific/Auckland");
    await turn();
    expect(shows()).toEqual(standing());
  });
});

describe("Where answers are taken in", () => {
  takingAnswersIn();

  it("each calendar follows: the series that ended, the one that goes on, what is by itself, on the clock of Lisbon", async () => {
    const mia = as(world, "mia", desk.clock());
    const before = desk.office.delivered.length;
    await planGathering(mia, gatheringForm.parse({ day: "2026-12-17", hour: "14:00", minutes: "60", place: "hier" }), null);
    await move();
    await turn();
    await turn();
    const calendar = new OwnCalendar();
    const delivered = desk.office.delivered.slice(before).filter((one) => one.to[0] === cast.fatima.mail);
    for (const one of delivered) calendar.take(one);
    expect(calendar.shows(until())).toEqual(standing());
    const subjects = delivered.map(({ mail }) => mail.subject);
    expect(subjects.filter((subject) => subject === "De kring volgt voortaan de klok van Lissabon")).toHaveLength(1);
    expect(subjects.filter((subject) => subject === "Je agenda past zich aan")).toHaveLength(3);
    const text = broughtBy(told().find((one) => one.to[0] === cast.fatima.mail) ?? expect.fail("no mail"))?.text ?? "";
    expect(text).toContain("DTSTART;TZID=Europe/Lisbon:20270105T193000");
    expect(text.replaceAll("\r\n ", "")).toContain("RSVP=FALSE");
  });
});
