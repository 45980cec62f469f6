import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { takeIn } from "../../app/gatherings/by-mail/taking-in.server";
import { cancelGathering } from "../../app/gatherings/cancelling-a-gathering.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { planSeries } from "../../app/gatherings/planning-a-series.server";
import { pollMails } from "../../app/gatherings/polls/mails.server";
import { sayerBy } from "../../app/gatherings/polls/poll-by-mail.server";
import { pollForm } from "../../app/gatherings/polls/schema";
import { seekDate } from "../../app/gatherings/polls/seeking-a-date.server";
import { gatheringChange, gatheringForm, seriesForm, seriesToBegin } from "../../app/gatherings/schema";
import { seriesMails } from "../../app/gatherings/series-mails.server";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { config } from "../../app/platform/config.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { action, loader } from "../../app/routes/from-mail/inbound";
import { eventsIn } from "../calendar";
import { tuesdays } from "../series-of-jan";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute, inboundSecret as secret, takingAnswersIn } from "./desk";
import { broughtBy } from "./importing";

const desk = freshDesk();
takingAnswersIn();
let world: World;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...seriesMails };
});

const mia = () => as(world, "mia", desk.clock());
const last = (name: CastName) => desk.office.delivered.filter(({ to }) => to[0] === cast[name].mail).at(-1)!;
const addressOf = (name: CastName) => last(name).mail.from?.value[0]?.address ?? "";
const asked = (name: CastName) => eventsIn(broughtBy(last(name))?.text ?? "")[0] ?? {};
const answers = () =>
  rows<{ name: string; answer: string }>("SELECT m.name, r.answer FROM Response r JOIN Member m ON m.id = r.memberId ORDER BY m.name").map(
    ({ name, answer }) => `${name} ${answer}`,
  );
const stamp = (at = desk.time) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

async function plan(): Promise<string> {
  const form = gatheringForm.parse({ day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis" });
  const id = (await planGathering(mia(), form, null)).split("/").at(-1) ?? "";
  await turn();
  return id;
}
async function series(): Promise<void> {
  await planSeries(mia(), seriesForm.parse({ ...seriesToBegin, from: "2026-11-25", place: "bij Jan thuis" }), null);
  await turn();
}
async function turn(): Promise<void> {
  desk.time += minute;
  await desk.turn();
  desk.time += minute;
}
const move = (id: string, day: string) => {
  const { version } = row<{ version: number }>("SELECT version FROM Gathering WHERE id = @id", { id })!;
  const form = { day, hour: "19:30", minutes: "120", place: "bij Jan thuis", version: String(version) };
  return changeGathering(mia(), id, gatheringChange.parse(form), null);
};

interface Said {
  partstat?: string;
  uid?: string;
  attendee?: string;
  recurrence?: string;
  sequence?: string;
  at?: string;
  method?: string;
  extra?: string;
}
/** What a calendar sends back, in the shapes of Google, Outlook and Apple. */
function ics(
  name: CastName,
  { partstat = "ACCEPTED", uid, attendee, recurrence, sequence, at, method = "REPLY", extra = "" }: Said = {},
): string {
  const { UID = "", SEQUENCE = "0", ORGANIZER = "" } = asked(name);
  return [
    "BEGIN:VCALENDAR",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "VERSION:2.0",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${uid ?? UID}`,
    ...(recurrence ? [`RECURRENCE-ID${recurrence}`] : []),
    `DTSTAMP:${at ?? stamp()}`,
    `ORGANIZER;CN=Kring:${ORGANIZER}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};`,
    ` CN="${name}";X-NUM-GUESTS=0:mailto:${attendee ?? cast[name].mail}`,
    `SEQUENCE:${sequence ?? SEQUENCE}`,
    ...(extra ? [extra] : []),
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}
const lines = (...all: string[]) => Buffer.from(all.join("\r\n"));
/** A mail that a calendar wrote by itself: Google says so in its headers. */
const byCalendar = (name: CastName, said: Said = {}, to = addressOf(name)) =>
  lines(
    `From: <${cast[name].mail}>`,
    `To: ${to}`,
    "Subject: Accepted",
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="a"',
    "",
    "--a",
    'Content-Type: multipart/alternative; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=UTF-8",
    "",
    "Fatima has accepted this invitation.",
    "--b",
    `Content-Type: text/calendar; charset="UTF-8"; method=REPLY`,
    "Content-Transfer-Encoding: base64",
    "",
    ...(Buffer.from(ics(name, said))
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
    "--b--",
    "--a--",
    "",
  );
let written = 0;
/** A mail that somebody wrote, as an answer to the last one they got. */
const inWords = (name: CastName, text: string, more: string[] = [], to = addressOf(name)) =>
  lines(
    `From: ${cast[name].name} <${cast[name].mail}>`,
    `To: Kring <${to}>`,
    `Message-ID: <own-${++written}@phone.example>`,
    `In-Reply-To: ${last(name).mail.messageId}`,
    `References: ${[last(name).mail.references ?? [], last(name).mail.messageId].flat().join(" ")}`,
    "Subject: Re: samenkomst",
    ...more,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    text,
    "",
    "Op 23 nov 2026 om 13:00 schreef De kring van Jan <x@kring.example>:",
    "> Kom je dinsdag 1 december?",
    "> Nee:",
  );
const take = (raw: Buffer) => takeIn(raw, desk.clock());

describe("What somebody's calendar answers", () => {
  it.each([
    ["ACCEPTED", "yes"],
    ["DECLINED", "no"],
    ["TENTATIVE", "maybe"],
  ])("%s is %s, noted as theirs, with the line in the story", async (partstat, said) => {
    await plan();
    expect(await take(byCalendar("fatima", { partstat }))).toBe("answered");
    expect(answers()).toEqual([`Fatima ${said}`]);
    expect(rows("SELECT 1 FROM StoryLine WHERE kind = 'answered' AND byId = @me", { me: world.members.fatima })).toHaveLength(1);
  });

  it("of one of a series is for that one: in UTC, in its zone, in Outlook's own; of the whole, for the first that came, when they don't know", async () => {
    await series();
    expect(await take(byCalendar("fatima", { recurrence: ":20270105T183000Z" }))).toBe("answered");
    expect(await take(byCalendar("fatima", { recurrence: ";TZID=Europe/Brussels:20270202T193000", partstat: "DECLINED" }))).toBe(
      "answered",
    );
    expect(await take(byCalendar("fatima", { recurrence: ";TZID=Romance Standard Time:20270302T193000" }))).toBe("answered");
    expect(await take(byCalendar("fatima", { partstat: "TENTATIVE" }))).toBe("answered");
    const found = rows<{ at: string }>(
      "SELECT g.startLocal || ' ' || r.answer AS at FROM Response r JOIN Gathering g ON g.id = r.gatheringId ORDER BY g.startLocal",
    );
    expect(found.map(({ at }) => at)).toEqual([
      "2026-12-01T19:30 maybe",
      "2027-01-05T19:30 yes",
      "2027-02-02T19:30 no",
      "2027-03-02T19:30 yes",
    ]);
  });

  it("of the whole series that was long on its way changes nothing of what was said later", async () => {
    await series();
    const late = byCalendar("fatima", { partstat: "ACCEPTED" });
    desk.time += 10 * minute;
    const ids = rows<{ id: string }>("SELECT id FROM Gathering ORDER BY startsAt").map(({ id }) => id);
    const never = answerForm.parse({ answer: "no", reach: "series" });
    await answer(as(world, "fatima", desk.clock()), ids[4] ?? "", world.members.fatima, never, null, "/");
    await take(late);
    expect(row("SELECT answer FROM StandingAnswer")).toEqual({ answer: "no" });
    expect(rows("SELECT 1 FROM Response WHERE answer = 'yes'")).toHaveLength(0);
  });

  it("accepts what who takes part online has said already", async () => {
    await series();
    const { id } = row<{ id: string }>("SELECT id FROM Gathering ORDER BY startsAt LIMIT 1")!;
    const online = answerForm.parse({ answer: "online", reach: "series" });
    await answer(as(world, "fatima", desk.clock()), id, world.members.fatima, online, null, "/");
    desk.time += minute;
    expect(await take(byCalendar("fatima", { partstat: "ACCEPTED" }))).toBe("answered");
    expect(new Set(answers())).toEqual(new Set(["Fatima online"]));
  });

  it("of the whole series is for all of it, as their calendar shows it; not what they said of one", async () => {
    await series();
    expect(await take(byCalendar("fatima", { recurrence: ":20270105T183000Z", partstat: "DECLINED" }))).toBe("answered");
    expect(await take(byCalendar("fatima", { partstat: "ACCEPTED" }))).toBe("answered");
    const said = rows<{ answer: string }>("SELECT r.answer FROM Response r JOIN Gathering g ON g.id = r.gatheringId ORDER BY g.startsAt");
    expect(said.map(({ answer }) => answer)).toEqual(["yes", "no", ...Array(tuesdays - 2).fill("yes")]);
    expect(row("SELECT answer FROM StandingAnswer")).toEqual({ answer: "yes" });
  });

  it("is theirs too at the other address that the circle knows of them, once mails do not reach that with which they sign in", async () => {
    await plan();
    const [id, mail, at] = [world.members.fatima, "nieuw@kring.example", desk.clock()];
    await transaction((tx) => tx.member.update({ where: { id }, data: { mail } }));
    expect(await take(byCalendar("fatima", { attendee: mail }))).toBe("by another");
    expect(answers()).toEqual([]);
    await transaction((tx) => tx.unreachedAddress.create({ data: { mail: cast.fatima.mail, firstAt: at, since: at } }));
    expect(await take(byCalendar("fatima", { attendee: mail }))).toBe("answered");
    expect(answers()).toEqual(["Fatima yes"]);
  });

  it("is not for anybody else: another address, a stranger's event, the mark of somebody else", async () => {
    await plan();
    expect(await take(byCalendar("fatima", { attendee: "vriendin@elders.example" }))).toBe("by another");
    expect(await take(byCalendar("fatima", { attendee: cast.tom.mail }))).toBe("by another");
    expect(await take(byCalendar("fatima", {}, addressOf("tom")))).toBe("by another");
    expect(await take(byCalendar("fatima", {}, "antwoord@kring.example"))).toBe("to nobody");
    expect(await take(byCalendar("fatima", {}, `antwoord+${"0".repeat(32)}@kring.example`))).toBe("to nobody");
    expect(await take(byCalendar("fatima", {}, `${addressOf("fatima")}, ${addressOf("tom")}`))).toBe("to nobody");
    for (const uid of ["nothing", "01ARZ3NDEKTSV4RRFFQ69G5FAV@kring", `${world.otherGroupId}@kring`, "' OR 1=1 --@kring"])
      expect(await take(byCalendar("fatima", { uid }))).toBe("about nothing");
    expect(await take(byCalendar("fatima", { recurrence: ":99999999T999999Z" }))).toBe("about nothing");
    expect(answers()).toEqual([]);
  });

  it("comes late, twice or in the wrong order: what was said last stands", async () => {
    const id = await plan();
    const [first, second] = [stamp(desk.time - 50_000), stamp(desk.time - 20_000)];
    expect(await take(byCalendar("fatima", { partstat: "DECLINED", at: second }))).toBe("answered");
    await take(byCalendar("fatima", { partstat: "ACCEPTED", at: first }));
    expect(answers()).toEqual(["Fatima no"]);
    await answer(as(world, "fatima", desk.clock()), id, world.members.fatima, answerForm.parse({ answer: "maybe" }), null, "/");
    await take(byCalendar("fatima", { partstat: "DECLINED", at: second }));
    expect(answers()).toEqual(["Fatima maybe"]);
    expect(await take(byCalendar("fatima", { at: "20990101T000000Z" }))).toBe("answered");
    desk.time += minute;
    await take(byCalendar("fatima", { partstat: "DECLINED" }));
    expect(answers()).toEqual(["Fatima no"]);
  });

  it("to a day that is another by now, is no answer; nor after it began, is off, or they left", async () => {
    const id = await plan();
    const old = byCalendar("fatima");
    await move(id, "2026-12-03");
    await turn();
    expect(await take(old)).toBe("too old");
    await turn();
    expect(last("fatima").mail.text).toMatch(/Kom je donderdag 3 december\?[\s\S]+\/a\/[\w-]{43}\?answer=yes/);
    desk.office.delivered.pop();
    expect(await take(byCalendar("fatima"))).toBe("answered");
    await cancelGathering(mia(), id, null);
    await turn();
    expect(await take(byCalendar("fatima", { partstat: "DECLINED" }))).toBe("too late");
    const tom = byCalendar("tom");
    await letSomebodyGo(as(world, "jan", desk.clock()), world.members.tom, null);
    expect(await take(tom)).toBe("to nobody");
    const other = await plan();
    desk.time = Date.parse("2026-12-01T18:31:00.000Z");
    expect(await take(byCalendar("fatima"))).toBe("too late");
    expect(rows("SELECT 1 FROM Response WHERE gatheringId = @other", { other })).toEqual([]);
    expect(answers()).toEqual(["Fatima yes"]);
  });
});

describe("What somebody writes back", () => {
  it("is their answer when it can't mean anything else", async () => {
    await plan();
    expect(await take(inWords("fatima", "Ja, ik kom!"))).toBe("answered");
    expect(await take(inWords("tom", "Nee, ik kan niet komen.\n\nGroeten,\nTom De Smet"))).toBe("answered");
    expect(await take(inWords("an", "Misschien"))).toBe("answered");
    expect(answers()).toEqual(["An maybe", "Fatima yes", "Tom no"]);
    await turn();
    expect(last("fatima").mail.subject).toBe("Dinsdag 1 december: samenkomst");
  });

  it("to the mail of a series is for the first that it asked about; to one about a gathering of it, for that", async () => {
    await series();
    expect(await take(inWords("fatima", "ja"))).toBe("answered");
    const { id } = row<{ id: string }>("SELECT id FROM Gathering WHERE slotLocal = '2027-02-02T19:30'")!;
    await move(id, "2027-02-04");
    await turn();
    expect(await take(inWords("fatima", "nee"))).toBe("answered");
    expect(rows("SELECT g.startLocal, r.answer FROM Response r JOIN Gathering g ON g.id = r.gatheringId ORDER BY g.startLocal")).toEqual([
      { startLocal: "2026-12-01T19:30", answer: "yes" },
      { startLocal: "2027-02-04T19:30", answer: "no" },
    ]);
  });

  it("is left when it says more or something else: one kind mail says what is read, with the question", async () => {
    await plan();
    expect(await take(inWords("fatima", "Ja, maar ik kom wat later"))).toBe("told");
    expect(await take(inWords("fatima", "Wie komt er nog?"))).toBe("told");
    expect(await take(inWords("tom", "Ja ik kom\nIk breng een taart mee voor iedereen"))).toBe("answered");
    await turn();
    expect(answers()).toEqual(["Tom yes"]);
    const told = desk.office.delivered.filter(({ mail }) => /(Antwoord met ja|Kring heeft je antwoord)/.test(mail.subject ?? ""));
    expect(told.map(({ to, mail }) => [to[0], mail.subject])).toEqual([
      [cast.fatima.mail, "Antwoord met ja, nee of misschien"],
      [cast.tom.mail, "Kring heeft je antwoord gelezen, maar niet meer"],
    ]);
    expect(told[0]?.mail.text).toMatch(/Kom je dinsdag 1 december\?[\s\S]+\/a\/[\w-]{43}\?answer=yes/);
    expect(JSON.stringify(rows("SELECT * FROM Response"))).not.toContain("taart");
    expect(await take(inWords("fatima", "ja"))).toBe("answered");
    expect(answers()).toEqual(["Fatima yes", "Tom yes"]);
  });

  it("to the question when they can, is not read: they get that question once more", async () => {
    desk.composers = { ...desk.composers, ...pollMails };
    const form = { moments: ["2026-12-01T19:30", "2026-12-05T19:30"], minutes: "120", place: "bij Jan thuis" };
    await seekDate(mia(), pollForm.parse(form), null);
    await turn();
    expect(last("fatima").mail.text?.replace(/\s+/g, " ")).toContain("Wat je terugschrijft op deze mail, leest niemand.");
    expect(await take(inWords("fatima", "Dinsdag kan ik, donderdag niet"))).toBe("told");
    expect(await take(inWords("fatima", "ja"))).toBe("told");
    const before = desk.office.delivered.length;
    await turn();
    expect(desk.office.delivered.slice(before).map(({ to }) => to[0])).toEqual([cast.fatima.mail]);
    expect(last("fatima").mail.subject).toBe("Zeg op de pagina wanneer je kan");
    const token = /\/p\/([\w-]{43})/.exec(last("fatima").mail.text ?? "")?.[1] ?? "";
    expect(sayerBy(token, desk.clock())).toMatchObject({ memberId: world.members.fatima });
    expect(answers()).toEqual([]);
  });

  it("counts from when it was written, however long it took", async () => {
    const id = await plan();
    const written = new Date(desk.time).toUTCString();
    desk.time += 10 * minute;
    await answer(as(world, "fatima", desk.clock()), id, world.members.fatima, answerForm.parse({ answer: "yes" }), null, "/");
    desk.time += 60 * minute;
    await take(inWords("fatima", "nee", [`Date: ${written}`]));
    expect(answers()).toEqual(["Fatima yes"]);
  });

  it("to an address of another secret is to nobody", async () => {
    await plan();
    Object.assign(config(), { mailInboundSecret: `another ${secret}` });
    expect(await take(inWords("fatima", "ja"))).toBe("to nobody");
    expect(answers()).toEqual([]);
  });

  it("by a machine is no answer, and gets none", async () => {
    await plan();
    for (const header of [
      "Auto-Submitted: auto-replied",
      "Precedence: bulk",
      "X-Auto-Response-Suppress: All",
      "Return-Path: <>",
      "X-Autoreply: yes",
    ])
      expect(await take(inWords("fatima", "Ja", [header])), header).toBe("automatic");
    await turn();
    expect([answers(), desk.office.delivered.filter(({ mail }) => /Antwoord met/.test(mail.subject ?? ""))]).toEqual([[], []]);
  });

  it("the same once more changes nothing, also when they changed their mind since", async () => {
    const id = await plan();
    const yes = inWords("fatima", "ja");
    await take(yes);
    desk.time += minute;
    await answer(as(world, "fatima", desk.clock()), id, world.members.fatima, answerForm.parse({ answer: "no" }), null, "/");
    desk.time += minute;
    await take(yes);
    expect(answers()).toEqual(["Fatima no"]);
  });

  it("to nothing that is known is not guessed at", async () => {
    await plan();
    const raw = Buffer.from(
      inWords("fatima", "Ja")
        .toString()
        .replace(/^(In-Reply-To|References):.*\r\n/gm, ""),
    );
    expect(await take(raw)).toBe("told");
    const others = Buffer.from(
      inWords("fatima", "Ja")
        .toString()
        .replaceAll(last("fatima").mail.messageId ?? "-", last("tom").mail.messageId ?? ""),
    );
    expect(await take(others)).toBe("told");
    const forwarded = inWords("fatima", "Ja").toString().replace(`<${cast.fatima.mail}>`, "<vriendin@elders.example>");
    expect(await take(Buffer.from(forwarded))).toBe("told");
    expect(answers()).toEqual([]);
  });
});

describe("Whatever else comes in", () => {
  it.each([
    ["nothing", Buffer.alloc(0)],
    ["no mail", Buffer.from([0, 255, 1, 254, 13, 10])],
    ["parts in parts", lines(...Array.from({ length: 3_000 }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}`))],
    ["many parts", lines('Content-Type: multipart/mixed; boundary="b"', "", ...Array.from({ length: 20_000 }, () => "--b\r\n\r\nx"))],
    ["many headers", lines(...Array.from({ length: 50_000 }, (_, n) => `X-${n}: ${n}`), "", "ja")],
    ["HTML without end", lines("Content-Type: text/html", "", "<b>".repeat(100_000))],
    ["a long line", lines("Subject: x", "", "ja ".repeat(1_000_000))],
  ])("%s does no harm, and soon", { timeout: 10_000 }, async (_, raw) => {
    const start = performance.now();
    expect(["unreadable", "to nobody"]).toContain(await take(raw));
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it("as a calendar that has no end is left", { timeout: 10_000 }, async () => {
    await plan();
    const start = performance.now();
    const bombs = [
      { extra: "X:".repeat(20_000) },
      { extra: "X-A:1\r\n".repeat(5_000).trimEnd() },
      { extra: `RRULE:FREQ=SECONDLY\r\nRDATE:${"20261201T193000Z,".repeat(1_000)}` },
      { extra: "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:other" },
      { extra: "ATTENDEE;PARTSTAT=ACCEPTED:mailto:tom@kring.example" },
      { extra: `X;${"A=1;".repeat(400)}B=":x` },
      { method: "REQUEST" },
      { method: "CANCEL" },
      { at: "yesterday" },
    ];
    for (const bomb of bombs)
      await take(byCalendar("fatima", { ...bomb, partstat: bomb.extra?.startsWith("RRULE") ? "TENTATIVE" : "ACCEPTED" }));
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(answers().filter((one) => one !== "Fatima yes" && one !== "Fatima maybe")).toEqual([]);
  });
});

describe("Handing a mail over", () => {
  const hand = async (body: Buffer, change: Record<string, string> = {}) => {
    const seconds = String(Math.floor(desk.time / 1000));
    const signature = createHmac("sha256", secret)
      .update(`${change["x-kring-timestamp"] ?? seconds}.`)
      .update(body)
      .digest("hex");
    const headers = { "content-type": "message/rfc822", "x-kring-timestamp": seconds, "x-kring-signature": signature, ...change };
    const request = new Request("http://localhost:3000/mail/inbound", { method: "POST", headers, body: new Uint8Array(body) });
    const context = { now: desk.clock(), address: `10.0.0.${Math.floor(desk.time / 1000) % 200}` };
    const answered = await Promise.resolve(action({ request, context, params: {} } as never)).catch((error: unknown) => error);
    return (answered as { status: number }).status;
  };

  it("is for who signs it, just now; whatever becomes of it, it need not come again", async () => {
    await plan();
    expect(await hand(byCalendar("fatima"))).toBe(204);
    expect(answers()).toEqual(["Fatima yes"]);
    expect(await hand(Buffer.from("nothing"))).toBe(204);
    const no = byCalendar("fatima", { partstat: "DECLINED" });
    for (const change of [
      { "x-kring-signature": "0".repeat(64) },
      { "x-kring-signature": "" },
      { "x-kring-timestamp": String(Math.floor(desk.time / 1000) - 301) },
      { "x-kring-timestamp": String(Math.floor(desk.time / 1000) + 301) },
      { "x-kring-timestamp": "now" },
    ] as Record<string, string>[])
      expect(await hand(no, change), JSON.stringify(change)).toBe(403);
    expect(answers()).toEqual(["Fatima yes"]);
  });

  it("is not there where no mails are taken in; nor is there ever something to see", async () => {
    await plan();
    const yes = byCalendar("fatima");
    for (const missing of ["mailReplyTo", "mailInboundSecret"]) {
      const before = { ...config() };
      Object.assign(config(), { [missing]: undefined });
      expect(await hand(yes)).toBe(404);
      Object.assign(config(), before);
    }
    expect(() => loader()).toThrow(expect.objectContaining({ status: 404 }));
  });

  it("wrongly too often is to wait", async () => {
    const answered = [];
    for (let tries = 0; tries < 61; tries++) answered.push(await hand(Buffer.from("x"), { "x-kring-signature": "x" }));
    expect(answered.slice(-2)).toEqual([403, 429]);
  });

  it("of more than five million bytes is too much", async () => {
    expect(await hand(Buffer.alloc(5 * 1024 * 1024 + 1))).toBe(413);
  });
});
