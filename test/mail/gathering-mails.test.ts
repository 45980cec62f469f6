import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { letItGoOn } from "../../app/gatherings/letting-it-go-on.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { meetAgain, pause } from "../../app/gatherings/pausing/pausing.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { gatheringChange, gatheringForm, pauseForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { seriesMails } from "../../app/gatherings/series-mails.server";
import { fewerBy, mailsOf, stopMails, takeUpMails } from "../../app/groups/fewer-mails.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute } from "./desk";

const desk = freshDesk();
let world: World;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...seriesMails };
});

/** Everybody who said yes to Jan's circle and has an address, but for Mia, who plans. Greet has none. */
const readers = ["jan", "rita", "tom", "an", "fatima", "luc", "noor", "wim", "els"] as const;
const addresses = (names: readonly CastName[]) => names.map((name) => cast[name].mail).sort();
const reached = () => desk.office.delivered.map(({ to }) => to[0]).sort();
const letterTo = (name: CastName) => desk.office.delivered.find(({ to }) => to[0] === cast[name].mail);

async function plan(change: Record<string, string> = {}): Promise<string> {
  const form = gatheringForm.parse({
    day: "2026-12-01",
    hour: "19:30",
    minutes: "120",
    place: "bij Jan thuis",
    about: "De verhuis",
    ...change,
  });
  return (await planGathering(as(world, "mia", desk.clock()), form, null)).split("/").at(-1) ?? "";
}

const cancel = (id: string) => cancelGathering(as(world, "mia", desk.clock()), id, null);
/** The link to get fewer mails that is queued for somebody. */
const fewerOf = (name: CastName) => {
  const found = row<{ data: string }>("SELECT data FROM OutboxMail WHERE memberId = @id AND data LIKE '%fewerToken%' ORDER BY rowid", {
    id: world.members[name],
  });
  const link = fewerBy(JSON.parse(found?.data ?? "{}").fewerToken ?? "", desk.clock());
  if (!link) throw new Error("no link");
  return link;
};

describe("A gathering that Mia plans", () => {
  it("is mailed once to everybody who takes part and has an address, and not to herself", async () => {
    await plan();
    await desk.turn();
    await desk.turn();
    expect(reached()).toEqual(addresses(readers));
  });

  it("is not mailed to who was asked into the circle and has not said yes", async () => {
    await transaction((tx) => tx.member.updateMany({ where: { id: world.members.luc }, data: { accountId: null } }));
    await plan();
    await desk.turn();
    expect(reached()).not.toContain(cast.luc.mail);
  });

  it("says the day, the hours and the place in its words and in its text, and asks with three links", async () => {
    await plan();
    await desk.turn();
    const mail = letterTo("fatima")?.mail;
    expect(mail?.subject).toBe("Dinsdag 1 december: samenkomst");
    for (const said of [mail?.text, mail?.html || ""])
      for (const words of [
        "Mia heeft een samenkomst van de kring van Jan",
        "dinsdag 1 december",
        "19.30 uur",
        "bij Jan thuis",
        "De verhuis",
      ])
        expect(said?.toLowerCase().replace(/\s+/g, " ")).toContain(words.toLowerCase());
    for (const answer of ["yes", "no", "maybe"]) {
      expect(mail?.html).toMatch(new RegExp(`/a/[\\w-]{43}\\?answer=${answer}"`));
      expect(mail?.text).toMatch(new RegExp(`/a/[\\w-]{43}\\?answer=${answer}`));
    }
  });

  it("can be stopped with one click from the mail program; that it is off can't", async () => {
    const id = await plan();
    await desk.turn();
    const raw = letterTo("fatima")?.raw ?? "";
    expect(raw).toMatch(/^List-Unsubscribe:\s+<https?:\/\/\S+\/u\/[\w-]{43}>/im);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
    desk.office.delivered.length = 0;
    await cancel(id);
    await desk.turn();
    expect(reached()).toEqual(addresses(readers));
    const off = letterTo("fatima");
    expect(off?.mail.subject).toBe("Dinsdag 1 december: samenkomst gaat niet door");
    expect(off?.raw).not.toMatch(/^List-Unsubscribe/im);
    expect(off?.mail.text).not.toContain("/u/");
  });

  it("that is called off before its mail has left is only told to be off", async () => {
    await cancel(await plan());
    await desk.turn();
    expect(desk.office.delivered.map(({ mail }) => mail.subject)).toEqual(
      readers.map(() => "Dinsdag 1 december: samenkomst gaat niet door"),
    );
  });

  it("is not mailed once it has begun, however long the mail server was away", async () => {
    await plan({ day: "2026-11-23", hour: "13:30" });
    await desk.office.leave();
    await desk.turn();
    await desk.office.comeBack();
    desk.time += 90 * minute;
    await desk.turn();
    expect(desk.office.delivered).toEqual([]);
    expect(new Set(desk.states())).toEqual(new Set(["dropped"]));
  });

  it("is not mailed to who left between the plan and the mail", async () => {
    await plan();
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.noor }, data: { until: desk.clock() } }));
    await desk.turn();
    expect(reached()).toEqual(addresses(readers.filter((name) => name !== "noor")));
  });

  it("in another language is told in that language", async () => {
    await transaction((tx) => tx.account.updateMany({ where: { id: world.accounts.noor ?? "" }, data: { language: "en" } }));
    await plan();
    await desk.turn();
    expect(letterTo("noor")?.mail.subject).toBe("Tuesday 1 December: gathering");
  });
});

describe("Fewer mails", () => {
  it("reaches what waits already, lasts, and can be taken back", async () => {
    const id = await plan();
    const link = fewerOf("tom");
    expect(mailsOf(fewerOf("jan"), "planned")).toMatchObject({ stopped: false, own: true });
    await stopMails(link, "planned");
    await stopMails(link, "planned");
    await desk.turn();
    expect(reached()).toEqual(addresses(readers.filter((name) => name !== "tom")));
    await plan({ day: "2026-12-08" });
    expect(rows("SELECT id FROM OutboxMail WHERE memberId = @tom", { tom: world.members.tom })).toHaveLength(1);
    await cancel(id);
    await desk.turn();
    expect(letterTo("tom")?.mail.subject).toBe("Dinsdag 1 december: samenkomst gaat niet door");
    expect(mailsOf(link, "planned")).toMatchObject({ stopped: true, own: false, name: "Jan" });
    await takeUpMails(link, "planned");
    expect(mailsOf(link, "planned")).toMatchObject({ stopped: false });
    await plan({ day: "2026-12-15" });
    expect(rows("SELECT id FROM OutboxMail WHERE memberId = @tom", { tom: world.members.tom })).toHaveLength(3);
  });

  it("does not come with a link that never was, nor with that of somebody who left", async () => {
    await plan();
    expect(fewerBy("nonsense", desk.clock())).toBeNull();
    fewerOf("tom");
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.tom }, data: { until: desk.clock() } }));
    expect(() => fewerOf("tom")).toThrow("no link");
  });
});

describe("A series that Rita plans for Jan", () => {
  it("is one mail to each, with how often, the next days, and the question about the first", async () => {
    const form = seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" });
    await planSeries(as(world, "rita", desk.clock()), form, null);
    await desk.turn();
    expect(reached()).toEqual(addresses(["mia", ...readers.filter((name) => name !== "rita")]));
    const { subject, text = "" } = letterTo("tom")?.mail ?? {};
    expect(subject).toBe("Dinsdag 1 december: de eerste samenkomst");
    for (const words of [
      "Rita, voor Jan, heeft een reeks samenkomsten van de kring van Jan gepland.",
      "Elke eerste dinsdag van de maand om 19.30 uur, 2 uur lang, bij Jan thuis.",
      "Dinsdag 4 mei 2027",
    ])
      expect(text.replace(/\s+/g, " ")).toContain(words);
    expect((letterTo("jan")?.mail.text ?? "").replace(/\s+/g, " ")).toContain(
      "Rita, voor jou, heeft een reeks samenkomsten van jouw kring gepland.",
    );
  });
});

describe("A gathering that is moved", () => {
  const move = (id: string, form: Record<string, string>) =>
    changeGathering(
      as(world, "mia", desk.clock()),
      id,
      gatheringChange.parse({
        ...{ day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis", about: "De verhuis", version: "1" },
        ...form,
      }),
      null,
    );

  it("is told with where it was and where it is, and asked again with three links; nobody can stop this mail", async () => {
    const id = await plan();
    await stopMails(fewerOf("fatima"), "planned");
    await desk.turn();
    desk.office.delivered.length = 0;
    await move(id, { day: "2026-12-03", hour: "20:00" });
    await desk.turn();
    expect(reached()).toEqual(addresses(readers));
    const mail = letterTo("fatima")?.mail;
    expect(mail?.subject).toBe("Donderdag 3 december: samenkomst verzet");
    expect(mail?.headers.get("list")).toBeUndefined();
    for (const said of [
      "Mia heeft de samenkomst van dinsdag 1 december om 19.30 uur verzet.",
      "Donderdag 3 december 2026",
      "20.00 uur",
      "?answer=yes",
    ])
      expect(mail?.text).toContain(said);
    expect(mail?.text).not.toContain("verhuis");
  });

  it("twice before the mail has left is told once, as it is then; and once it is off only that is told", async () => {
    const id = await plan();
    await desk.turn();
    desk.office.delivered.length = 0;
    await move(id, { day: "2026-12-03" });
    await move(id, { day: "2026-12-04", version: "2" });
    await desk.turn();
    expect(desk.office.delivered.filter(({ to }) => to[0] === cast.fatima.mail).map(({ mail }) => mail.subject)).toEqual([
      "Vrijdag 4 december: samenkomst verzet",
    ]);
    desk.office.delivered.length = 0;
    await move(id, { day: "2026-12-05", version: "3" });
    await cancel(id);
    await desk.turn();
    expect(desk.office.delivered.filter(({ to }) => to[0] === cast.fatima.mail).map(({ mail }) => mail.subject)).toEqual([
      "Zaterdag 5 december: samenkomst gaat niet door",
    ]);
  });

  it("twice before the mail has left says where it was when they heard of it last; moved back, only that they answer again", async () => {
    const id = await plan();
    await desk.turn();
    await desk.restart();
    desk.office.delivered.length = 0;
    await move(id, { day: "2026-12-03" });
    await move(id, { day: "2026-12-04", place: "in de zaal", version: "2" });
    await move(id, { day: "2026-12-04", place: "in het park", version: "3" });
    await desk.turn();
    const told = (letterTo("fatima")?.mail.text ?? "").replace(/\s+/g, " ");
    expect(told).toContain("Mia heeft de samenkomst van dinsdag 1 december om 19.30 uur verzet.");
    expect(told).toMatch(/Vrijdag 4 december 2026.*in het park/);
    expect(told).not.toMatch(/3 december|de zaal/);
    await desk.restart();
    desk.office.delivered.length = 0;
    await move(id, { day: "2026-12-05", place: "in het park", version: "4" });
    await move(id, { day: "2026-12-04", place: "in het park", version: "5" });
    await desk.turn();
    const back = (letterTo("fatima")?.mail.text ?? "").replace(/\s+/g, " ");
    expect(back).toContain("Vrijdag 4 december 2026");
    expect(back).toContain("?answer=yes");
    expect(back).toContain("Mia heeft deze samenkomst verzet, en daarna weer teruggezet.");
    expect(back).not.toMatch(/5 december/);
    await desk.restart();
    desk.office.delivered.length = 0;
    await move(id, { day: "2026-12-04", place: "in de tuin", version: "6" });
    await move(id, { day: "2026-12-04", place: "in het park", version: "7" });
    await desk.turn();
    expect(desk.office.delivered).toEqual([]);
  });

  it("elsewhere, says where it was; after all, says that it goes on", async () => {
    const id = await plan();
    await desk.turn();
    desk.office.delivered.length = 0;
    await move(id, { place: "in de zaal" });
    await desk.turn();
    expect(letterTo("tom")?.mail.text).toMatch(
      /Mia heeft een andere plaats gekozen voor deze samenkomst\. Vroeger was\s+dat: bij Jan thuis\./,
    );
    desk.office.delivered.length = 0;
    await cancel(id);
    await desk.turn();
    desk.office.delivered.length = 0;
    await letItGoOn(as(world, "mia", desk.clock()), id);
    await desk.turn();
    expect(letterTo("tom")?.mail.subject).toBe("Dinsdag 1 december: samenkomst gaat toch door");
  });
});

describe("A circle that does not meet for a while", () => {
  const series = () =>
    planSeries(as(world, "mia", desk.clock()), seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" }), null);

  it("says from when until when, and when it meets next; then, on which days it meets again", async () => {
    await series();
    await desk.turn();
    desk.office.delivered.length = 0;
    await pause(as(world, "rita", desk.clock()), pauseForm.parse({ from: "2026-12-15", until: "2027-02-28" }), null);
    await desk.turn();
    expect(desk.office.delivered.filter(({ to }) => to[0] === cast.fatima.mail).map(({ mail }) => mail.subject)).toEqual([
      "Even geen samenkomsten",
    ]);
    const text = letterTo("fatima")?.mail.text?.replace(/\s+/g, " ");
    expect(text).toContain("Rita, voor Jan, heeft een pauze gekozen.");
    expect(text).toContain("Van dinsdag 15 december 2026 tot en met zondag 28 februari 2027");
    expect(text).toContain("Daarna komen jullie samen op dinsdag 2 maart 2027 om 19.30 uur.");
    desk.office.delivered.length = 0;
    await meetAgain(as(world, "mia", desk.clock()));
    await desk.turn();
    expect(letterTo("fatima")?.mail.subject).toBe("De samenkomsten gaan weer door");
    expect(letterTo("fatima")?.mail.text).toContain("Dinsdag 5 januari 2027");
  });
});
