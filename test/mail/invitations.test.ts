import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { changeSeries } from "../../app/gatherings/changing-series/changing-a-series.server";
import { changeAhead, seriesToChange } from "../../app/gatherings/changing-series/standing-from.server";
import { makeFeed } from "../../app/gatherings/feed/making-a-feed.server";
import { feedForm } from "../../app/gatherings/feed/schema";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { meetAgain, pause } from "../../app/gatherings/pausing/pausing.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringChange, gatheringForm, pauseForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { seriesMails } from "../../app/gatherings/series-mails.server";
import { config } from "../../app/platform/config.server";
import { row, rows } from "../../app/platform/query.server";
import { eventsIn } from "../calendar";
import { tuesdays } from "../series-of-jan";
import { as, circleOfJan, person, type World } from "../world";
import { desk as freshDesk, minute, takingAnswersIn } from "./desk";
import { broughtBy, OwnCalendar } from "./importing";

const desk = freshDesk();
takingAnswersIn();
let world: World;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...seriesMails };
});

const mia = () => as(world, "mia", desk.clock());
const to = (name: CastName) => desk.office.delivered.filter((one) => one.to[0] === cast[name].mail);
const last = (name: CastName) => to(name).at(-1)!;
/** Some time goes by, and what waits leaves. */
const turn = async () => {
  desk.time += minute;
  await desk.turn();
};
const ics = (name: CastName) => broughtBy(last(name))?.text ?? "";
/** What somebody's calendar shows, of all the mails that they got. */
const calendarOf = (name: CastName) => {
  const calendar = new OwnCalendar();
  for (const one of to(name)) calendar.take(one);
  return calendar;
};
const standing = () =>
  rows<{ at: string }>("SELECT startsAt AS at FROM Gathering WHERE cancelledAt IS NULL ORDER BY startsAt").map(({ at }) => at);
const filledTo = () => `${row<{ day: string }>("SELECT coalesce(max(filledTo), '2027-11-30') AS day FROM Series")?.day}T23:59:00.000Z`;
const nth = (n: number) =>
  rows<{ id: string; startLocal: string; version: number; slotLocal: string }>(
    "SELECT id, startLocal, version, slotLocal FROM Gathering WHERE seriesId IS NOT NULL AND cancelledAt IS NULL ORDER BY startsAt",
  )[n - 1]!;

async function plan(): Promise<string> {
  const form = gatheringForm.parse({
    day: "2026-12-01",
    hour: "19:30",
    minutes: "120",
    place: "bij Jan thuis, in de Çaféstraat met een lange naam",
    about: "De verhuis",
  });
  return (await planGathering(mia(), form, null)).split("/").at(-1) ?? "";
}
const series = (change: Record<string, string> = {}) =>
  planSeries(mia(), seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis", ...change }), null);
const move = (id: string, change: Record<string, string>) => {
  const before = row<{ day: string; hour: string; minutes: number; place: string; version: number }>(
    "SELECT substr(startLocal, 1, 10) AS day, substr(startLocal, 12) AS hour, minutes, place, version FROM Gathering WHERE id = @id",
    { id },
  )!;
  const form = { ...before, minutes: String(before.minutes), version: String(before.version), ...change };
  return changeGathering(mia(), id, gatheringChange.parse(form), null);
};
const change = async (id: string, form: Record<string, string>) => {
  const parsed = seriesForm.parse({ ...seriesToBegin, place: "bij Jan thuis", ...form });
  const before = seriesToChange(mia(), id)!;
  return changeSeries(mia(), id, parsed, changeAhead(mia(), before, parsed).print, null);
};

describe("A mail about one gathering, where answers are taken in", () => {
  it("asks its reader alone, from the address that takes their answer in, and names nobody else", async () => {
    const id = await plan();
    await turn();
    for (const name of ["fatima", "tom", "jan"] as const) {
      const brought = broughtBy(last(name));
      expect(brought?.method).toBe("REQUEST");
      const [event] = eventsIn(ics(name));
      expect(event).toMatchObject({ UID: `${id}@kring`, SEQUENCE: "0", SUMMARY: "Samenkomst", ATTENDEE: `mailto:${cast[name].mail}` });
      expect(ics(name).replaceAll("\r\n ", "")).toContain("PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:");
      expect(event?.ORGANIZER).toMatch(/^mailto:antwoord\+[0-9a-f]{32}@kring\.example$/);
      expect(event?.ORGANIZER).toBe(`mailto:${last(name).mail.from?.value[0]?.address}`);
      for (const [other, { mail, name: called }] of Object.entries(cast))
        if (other !== name && mail) expect(ics(name), other).not.toMatch(new RegExp(`:${mail}|\\b${called}\\b(?! thuis)`));
      expect(ics(name)).not.toContain("verhuis");
      expect(last(name).raw).toMatch(/method=REQUEST\r\nContent-Transfer-Encoding: base64/);
    }
    expect(new Set(["fatima", "tom", "jan"].map((name) => eventsIn(ics(name as CastName))[0]?.ORGANIZER)).size).toBe(3);
  });

  it("is, planned, moved, off and on again, one entry in its right state", async () => {
    const id = await plan();
    await turn();
    const mailed = ["2026-12-01T18:30:00.000Z"];
    expect(calendarOf("fatima").shows(filledTo())).toEqual(mailed);
    await move(id, { day: "2026-12-03", hour: "20:00" });
    await turn();
    expect(calendarOf("fatima").shows(filledTo())).toEqual(["2026-12-03T19:00:00.000Z"]);
    await cancelGathering(mia(), id, null);
    await turn();
    expect(broughtBy(last("fatima"))?.method).toBe("CANCEL");
    expect(eventsIn(ics("fatima"))[0]).toMatchObject({ STATUS: "CANCELLED", SEQUENCE: "2", UID: `${id}@kring` });
    expect(calendarOf("fatima").shows(filledTo())).toEqual([]);
    await letItGoOn(mia(), id);
    await turn();
    expect(calendarOf("fatima").shows(filledTo())).toEqual(["2026-12-03T19:00:00.000Z"]);
    const late = new OwnCalendar();
    for (const one of to("fatima").toReversed()) late.take(one);
    expect(late.shows(filledTo())).toEqual(["2026-12-03T19:00:00.000Z"]);
  });

  it("says how they answered, and asks again who is asked again", async () => {
    const id = await plan();
    await turn();
    await answer(as(world, "fatima", desk.clock()), id, world.members.fatima, answerForm.parse({ answer: "maybe" }), null, "/");
    await move(id, { place: "in de zaal" });
    await turn();
    expect(Object.values(calendarOf("fatima").answers())).toEqual(["TENTATIVE"]);
    await move(id, { day: "2026-12-08" });
    await turn();
    expect(Object.values(calendarOf("fatima").answers())).toEqual(["NEEDS-ACTION"]);
    expect(ics("fatima").replaceAll("\r\n ", "")).toContain("RSVP=TRUE");
  });

  it("is one conversation in a mail program, also after the first mail is long forgotten", async () => {
    const id = await plan();
    await turn();
    await move(id, { day: "2026-12-03" });
    await turn();
    await cancelGathering(mia(), id, null);
    await turn();
    const [first, second, third] = to("fatima").map(({ mail }) => mail);
    expect(first?.inReplyTo).toBeUndefined();
    for (const later of [second, third]) expect([later?.inReplyTo, later?.references].flat()).toEqual([first?.messageId, first?.messageId]);
    expect(new Set([first, second, third].map((mail) => mail?.messageId)).size).toBe(3);
    expect(to("tom")[0]?.mail.messageId).not.toBe(first?.messageId);
  });

  it("is the same bytes when it is sent again", async () => {
    desk.office.be("hangsUpAfterData");
    await plan();
    await turn();
    desk.office.be("kind");
    await answer(
      as(world, "fatima", desk.clock()),
      rows<{ id: string }>("SELECT id FROM Gathering")[0]!.id,
      world.members.fatima,
      answerForm.parse({ answer: "yes" }),
      null,
      "/",
    );
    desk.time += 31 * minute;
    await desk.turn();
    const [first, second] = to("fatima");
    expect(second?.raw).toBe(first?.raw);
    expect(second?.raw).toContain("text/calendar");
  });

  it("brings nothing for the calendar of who has a feed of this circle, or of all; but of another, it does", async () => {
    await makeFeed(person(world, "fatima"), feedForm.parse({ which: world.groupId }), desk.clock(), null);
    await makeFeed(person(world, "tom"), feedForm.parse({ which: "all" }), desk.clock(), null);
    await plan();
    await turn();
    expect([broughtBy(last("fatima")), broughtBy(last("tom")), broughtBy(last("jan"))?.method]).toEqual([null, null, "REQUEST"]);
  });
});

describe("Mails about a series, where answers are taken in", () => {
  it("are one event by its rule, on the clock of Brussels, also by a second reader", async () => {
    await series();
    await turn();
    expect(calendarOf("fatima").shows(filledTo())).toEqual(standing());
    expect(eventsIn(ics("fatima"))[0]).toMatchObject({ RRULE: "FREQ=MONTHLY;BYDAY=1TU", SUMMARY: "Samenkomst" });
  });

  it("tell of one that changed alone, by where it was first; moved past another it stays itself", async () => {
    await series();
    await turn();
    const { id, slotLocal } = nth(2);
    await move(id, { day: "2027-02-05" });
    await turn();
    const events = eventsIn(ics("fatima"));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ "RECURRENCE-ID": `${slotLocal.replace(/[-:]/g, "")}00`, SEQUENCE: "1" });
    expect(calendarOf("fatima").shows(filledTo())).toEqual(standing());
    await cancelGathering(mia(), id, null);
    await cancelGathering(mia(), nth(4).id, null);
    await turn();
    expect(broughtBy(last("fatima"))?.method).toBe("CANCEL");
    expect(calendarOf("fatima").shows(filledTo())).toEqual(standing());
    await letItGoOn(mia(), id);
    await turn();
    expect(calendarOf("fatima").shows(filledTo())).toEqual(standing());
  });

  it("that changes from a day on end the one, and tell of the other", async () => {
    await series();
    await turn();
    await cancelGathering(mia(), nth(7).id, null);
    await move(nth(2).id, { hour: "20:00" });
    await turn();
    const { id, startLocal } = nth(4);
    const before = to("fatima").length;
    await change(id, { from: startLocal.slice(0, 10), kind: "months", monthsNth: "1", monthsDay: "4", hour: "20:00" });
    await turn();
    const [ended, changed] = to("fatima").slice(before);
    expect([ended?.mail.subject, changed?.mail.subject]).toEqual([
      "Je agenda past zich aan",
      "Donderdag 4 maart 2027: de reeks is veranderd",
    ]);
    expect(broughtBy(ended!)?.text).toMatch(/RRULE:FREQ=MONTHLY;BYDAY=1TU;UNTIL=2027030[123]T/);
    expect(broughtBy(ended!)?.text.replaceAll("\r\n ", "")).not.toContain("RSVP=TRUE");
    expect(eventsIn(broughtBy(changed!)?.text ?? "")[0]?.UID).not.toBe(eventsIn(broughtBy(ended!)?.text ?? "")[0]?.UID);
    expect(calendarOf("fatima").shows(filledTo())).toEqual(standing());
  });

  it("that changes from its first day on is the same event, told whole", async () => {
    await series();
    await turn();
    await move(nth(3).id, { hour: "20:30" });
    await turn();
    const before = to("fatima").length;
    await change(nth(1).id, { from: "2026-11-25", kind: "weeks", weeksEvery: "2", weeksDay: "3", hour: "19:00" });
    await turn();
    expect(
      to("fatima")
        .slice(before)
        .map(({ mail }) => mail.subject),
    ).toEqual(["Woensdag 25 november: de reeks is veranderd"]);
    expect(calendarOf("fatima").shows(filledTo())).toEqual(standing());
  });

  it("that pause take out what is off then, and bring it back", async () => {
    await series();
    await turn();
    await pause(mia(), pauseForm.parse({ from: "2026-12-15", until: "2027-02-28" }), null);
    await turn();
    expect(broughtBy(last("fatima"))?.method).toBe("CANCEL");
    expect(standing()).toHaveLength(tuesdays - 2);
    expect(calendarOf("fatima").shows(filledTo())).toEqual(standing());
    await meetAgain(mia());
    await turn();
    expect(standing()).toHaveLength(tuesdays);
    expect(calendarOf("fatima").shows(filledTo())).toEqual(standing());
  });
});

describe("Where no answers are taken in", () => {
  beforeEach(() => Object.assign(config(), { mailInboundSecret: undefined }));

  it("a mail publishes what is planned, asks nobody and names nobody; answers go to where they are read", async () => {
    const id = await plan();
    await turn();
    expect(broughtBy(last("fatima"))?.method).toBe("PUBLISH");
    expect(ics("fatima")).not.toMatch(/ATTENDEE|ORGANIZER|mailto/);
    expect(last("fatima").mail.from?.value[0]?.address).toBe("kring@kring.example");
    expect(last("fatima").mail.replyTo?.value[0]?.address).toBe("antwoord@kring.example");
    await cancelGathering(mia(), id, null);
    await turn();
    expect(broughtBy(last("fatima"))?.method).toBe("PUBLISH");
    expect(eventsIn(ics("fatima"))[0]).toMatchObject({ SUMMARY: "Afgezegd: Samenkomst", STATUS: "CONFIRMED", SEQUENCE: "1" });
    expect(rows("SELECT 1 FROM MailLink WHERE purpose = 'reply'")).toEqual([]);
  });

  it("a series that goes on as another is told with it, in one mail", async () => {
    await series();
    await turn();
    const { id, startLocal } = nth(4);
    await change(id, { from: startLocal.slice(0, 10), hour: "20:00" });
    await turn();
    expect(to("fatima")).toHaveLength(2);
    expect(eventsIn(ics("fatima")).map(({ RRULE }) => RRULE)).toEqual(["FREQ=MONTHLY;BYDAY=1TU", expect.stringContaining(";UNTIL=")]);
  });
});
