import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { gatheringMails } from "../../app/gatherings/mails.server";
import type { Can } from "../../app/gatherings/polls/best-moment";
import { chooseMoment } from "../../app/gatherings/polls/choosing-a-moment.server";
import { giveUpDate } from "../../app/gatherings/polls/giving-up-a-date.server";
import { pollMails } from "../../app/gatherings/polls/mails.server";
import { sayerBy } from "../../app/gatherings/polls/poll-by-mail.server";
import { sayWhen } from "../../app/gatherings/polls/saying-when.server";
import { fieldOfMoment, pollForm, whenForm } from "../../app/gatherings/polls/schema";
import { seekDate } from "../../app/gatherings/polls/seeking-a-date.server";
import { fewerBy, stopMails } from "../../app/groups/fewer-mails.server";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk } from "./desk";

const desk = freshDesk();
let world: World;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails, ...pollMails };
});

/** Everybody who said yes to Jan's circle and has an address, but for Mia, who asks. Greet has none. */
const readers = ["jan", "rita", "tom", "an", "fatima", "luc", "noor", "wim", "els"] as const;
const addresses = (names: readonly CastName[]) => names.map((name) => cast[name].mail).sort();
const reached = () => desk.office.delivered.map(({ to }) => to[0]).sort();
const letterTo = (name: CastName) => desk.office.delivered.find(({ to }) => to[0] === cast[name].mail);
const textTo = (name: CastName) => (letterTo(name)?.mail.text ?? "").replace(/\s+/g, " ");

const tuesday = "2026-12-01T19:30";
const saturday = "2026-12-05T15:00";

async function seek(by: CastName = "mia", change: Record<string, string> = {}): Promise<string> {
  const form = { moments: [tuesday, saturday], minutes: "120", place: "bij Jan thuis", about: "De verhuis", ...change };
  return (await seekDate(as(world, by, desk.clock()), pollForm.parse(form), null)).split("/").at(-1) ?? "";
}
const optionAt = (startLocal: string) =>
  row<{ id: string }>("SELECT id FROM PollOption WHERE startLocal = @startLocal", { startLocal })?.id ?? "";
const says = (name: CastName, pollId: string, can: Can, at = tuesday) =>
  sayWhen(as(world, name, desk.clock()), pollId, world.members[name], whenForm.parse({ [fieldOfMoment(optionAt(at))]: can }), null, "/");
const choose = (pollId: string) => chooseMoment(as(world, "mia", desk.clock()), pollId, optionAt(tuesday));

describe("A date that Mia seeks", () => {
  it("is asked once of everybody who takes part and has an address, in their language, with one link", async () => {
    await transaction((tx) => tx.account.updateMany({ where: { id: world.accounts.noor ?? "" }, data: { language: "en" } }));
    await seek("mia", { answerUntil: "2026-11-28" });
    await desk.turn();
    await desk.turn();
    expect(reached()).toEqual(addresses(readers));
    const mail = letterTo("fatima")?.mail;
    expect(mail?.subject).toBe("Wanneer kan je samenkomen?");
    for (const said of [
      "Mia zoekt een datum voor de kring van Jan.",
      "Dinsdag 1 december 2026 om 19.30 uur",
      "Zaterdag 5 december 2026 om 15.00 uur",
      "bij Jan thuis",
      "De verhuis",
      "Laat het weten tot en met zaterdag 28 november.",
    ])
      expect(textTo("fatima")).toContain(said);
    const links = new Set(mail?.text?.match(/https?:\/\/[^\s>]+\/p\/[\w-]{43}/g));
    expect(links.size).toBe(1);
    expect(mail?.html).toContain([...links][0]);
    expect(sayerBy([...links][0]?.split("/").at(-1) ?? "", desk.clock())?.memberId).toBe(world.members.fatima);
    expect(letterTo("noor")?.mail.subject).toBe("When can you come?");
    expect(textTo("noor")).toContain("Tuesday, 1 December 2026 at 19:30");
    expect(textTo("jan")).toContain("Mia zoekt een datum voor jouw kring.");
  });

  it("says for whom Rita asks it; and can be stopped with one click", async () => {
    await seek("rita");
    await desk.turn();
    expect(textTo("jan")).toContain("Rita, voor jou, zoekt een datum voor jouw kring.");
    expect(textTo("mia")).toContain("Rita, voor Jan, zoekt een datum voor de kring van Jan.");
    const raw = letterTo("fatima")?.raw ?? "";
    expect(raw).toMatch(/^List-Unsubscribe:\s+<https?:\/\/\S+\/u\/[\w-]{43}>/im);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
  });

  it("is not asked of who stopped such mails, has answered meanwhile or has left; nor once it has ended", async () => {
    const pollId = await seek();
    const token = row<{ data: string }>("SELECT data FROM OutboxMail WHERE memberId = @id", { id: world.members.tom })?.data ?? "{}";
    const link = fewerBy(JSON.parse(token).fewerToken, desk.clock()) ?? expect.fail("no link");
    await stopMails(link, "planned");
    await says("an", pollId, "yes");
    await transaction((tx) => tx.membership.updateMany({ where: { memberId: world.members.noor }, data: { until: desk.clock() } }));
    await desk.turn();
    expect(reached()).toEqual(addresses(readers.filter((name) => !["tom", "an", "noor"].includes(name))));
  });

  it("is told to be sought no more, to who was asked or has answered", async () => {
    const pollId = await seek();
    await says("an", pollId, "yes");
    await transaction((tx) =>
      tx.mailStop.create({ data: { memberId: world.members.tom, kind: "dateSought", groupId: world.groupId, at: desk.clock() } }),
    );
    await desk.turn();
    desk.office.delivered.length = 0;
    await giveUpDate(as(world, "mia", desk.clock()), pollId, null);
    await desk.turn();
    expect(reached()).toEqual(addresses(readers.filter((name) => name !== "tom")));
    expect(letterTo("an")?.mail.subject).toBe("We zoeken geen datum meer");
    expect(textTo("an")).toContain("Mia zoekt niet verder naar een datum.");
    expect(letterTo("an")?.raw).not.toMatch(/^List-Unsubscribe/im);
  });

  it("and given up before the question has left, is told to nobody", async () => {
    await giveUpDate(as(world, "mia", desk.clock()), await seek(), null);
    await desk.turn();
    expect(reached()).toEqual([]);
  });
});

describe("A moment that is chosen", () => {
  it("is told to everybody once, who has said something of it with what they said, the others with the question", async () => {
    const pollId = await seek();
    await says("tom", pollId, "ifNeedBe");
    await says("an", pollId, "no");
    await says("luc", pollId, "yes", saturday);
    await desk.turn();
    desk.office.delivered.length = 0;
    await choose(pollId);
    await choose(pollId);
    await desk.turn();
    await desk.turn();
    expect(reached()).toEqual(addresses(readers));
    expect(new Set(desk.office.delivered.map(({ mail }) => mail.subject))).toEqual(new Set(["Dinsdag 1 december: samenkomst"]));
    expect(textTo("tom")).toContain("Je hebt al gezegd dat je misschien komt.");
    expect(textTo("an")).toContain("Je hebt al gezegd dat je niet komt.");
    expect(textTo("tom")).not.toContain("?answer=yes");
    expect(letterTo("tom")?.mail.text).toMatch(/\/a\/[\w-]{43}/);
    for (const name of ["luc", "fatima"] as const) expect(textTo(name)).toContain("?answer=yes");
  });

  it("before the question has left is told alone: nobody is asked what is known already", async () => {
    await choose(await seek());
    await desk.turn();
    expect(desk.office.delivered.map(({ mail }) => mail.subject)).toEqual(readers.map(() => "Dinsdag 1 december: samenkomst"));
    expect(rows("SELECT id FROM OutboxMail WHERE kind = 'dateSought' AND state = 'dropped'")).toHaveLength(9);
  });
});
