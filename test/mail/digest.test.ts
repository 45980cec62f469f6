import { beforeEach, describe, expect, it } from "vitest";
import { chooseMails } from "../../app/choosing-mails/choosing.server";
import { type CastName, cast } from "../../app/demo/cast";
import { tellOfMonth } from "../../app/digest/digesting.server";
import { digestMails } from "../../app/digest/mails.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringForm } from "../../app/gatherings/schema";
import { addStoryLine } from "../../app/groups/adding-a-story-line.server";
import { fewerBy, mailsOf, stopMails, takeUpMails } from "../../app/groups/fewer-mails.server";
import { changeDream } from "../../app/plan/changing-a-dream.server";
import { comeTrue } from "../../app/plan/coming-true.server";
import { promiseAction } from "../../app/plan/promising-an-action.server";
import { takeUpDream } from "../../app/plan/taking-up-a-dream.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { instantOf } from "../../app/platform/wall-clock";
import type { Audience } from "../../app/policy/table";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk } from "./desk";

const desk = freshDesk();
let world: World;

/** It is Monday 23 November; the month is told of on Tuesday 1 December, at ten. */
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...digestMails, gatheringPlanned: () => null };
});

const viewer = (name: CastName) => as(world, name, desk.clock());
const names = Object.keys(cast) as CastName[];
const set = (local: string, zone = "Europe/Brussels") => {
  desk.time = Date.parse(instantOf(local, zone));
};
/** The server's next turn, at this time of the clock in Brussels. @returns who got a mail */
async function at(local: string): Promise<string[]> {
  set(local);
  const before = desk.office.delivered.length;
  await tellOfMonth(desk.clock());
  await desk.turn();
  return desk.office.delivered
    .slice(before)
    .map(({ to }) => names.find((name) => cast[name].mail === to[0]) ?? String(to[0]))
    .sort();
}
const first = "2026-12-01T10:00";
const mailTo = (name: CastName) => desk.office.delivered.findLast(({ to }) => to[0] === cast[name].mail)?.mail;
const textTo = (name: CastName) => (mailTo(name)?.text ?? "").replace(/\s+/g, " ");
const dream = async (text: string, audience: Audience = "network", by: CastName = "jan") => {
  await writeDream(viewer(by), { text, audience }, null);
  return row<{ id: string }>("SELECT id FROM Dream WHERE text = @text", { text })?.id ?? "";
};
const promise = (by: CastName, text: string, dueOn: string | null) =>
  promiseAction(viewer(by), { text, goalId: null, people: [world.members[by]], dueOn, audience: "network" }, null);
const outcomes = () => rows<{ outcome: string }>("SELECT DISTINCT outcome FROM Digest ORDER BY outcome").map(({ outcome }) => outcome);
const everybody = ["an", "els", "fatima", "jan", "luc", "mia", "noor", "rita", "tom", "wim"];
const but = (...without: CastName[]) => everybody.filter((name) => !(without as string[]).includes(name));

describe("The mail of a month", () => {
  it("comes once, on the first day of the next, at ten, to whom it tells something", async () => {
    await dream("Alleen wonen");
    expect(await at("2026-11-30T23:59")).toEqual([]);
    expect(await at("2026-12-01T09:59")).toEqual([]);
    expect(await at(first)).toEqual(but("jan", "els")); // Jan wrote it, Els may not read it
    expect(await at("2026-12-01T10:01")).toEqual([]);
    expect(await at("2026-12-05T12:00")).toEqual([]);
    expect(await at("2027-01-01T10:00")).toEqual([]); // nothing happened in December
    expect(rows("SELECT month, outcome, count(*) AS n FROM Digest GROUP BY month, outcome ORDER BY month, outcome")).toEqual([
      { month: "2026-11", outcome: "none", n: 4 }, // and Omar, alone in his circle
      { month: "2026-11", outcome: "queued", n: 8 },
      { month: "2026-12", outcome: "none", n: 12 },
    ]);
  });

  it("says what happened, what one promised with its day, and when the next gathering is", async () => {
    await comeTrue(viewer("mia"), await dream("Alleen wonen", "everyone"));
    await promise("fatima", "soep koken", "2026-12-04");
    await promise("fatima", "bellen met de VDAB", "2026-11-25");
    await planGathering(
      viewer("mia"),
      gatheringForm.parse({ day: "2026-12-08", hour: "19:30", minutes: "120", place: "bij Jan thuis" }),
      null,
    );
    await at(first);
    expect(mailTo("fatima")?.subject).toBe("November: nieuws uit de kring van Jan");
    for (const words of [
      "- Jan heeft een droom opgeschreven: Alleen wonen",
      "- Mia heeft laten weten dat een droom uitgekomen is: Alleen wonen",
      "- Soep koken Tegen vrijdag 4 december",
      "- Bellen met de VDAB Dit was voor woensdag 25 november. Het kan nog",
      "Wanneer: Dinsdag 8 december 2026 om 19.30 uur Waar: bij Jan thuis Jij hebt nog niet geantwoord.",
      `/g/${world.groupId}/story`,
    ])
      expect(textTo("fatima")).toContain(words);
    expect(textTo("fatima")).not.toContain("gepland"); // of that there was a mail
    expect(textTo("luc")).toContain("Fatima heeft beloofd: soep koken");
    expect(textTo("luc")).not.toContain("Dit heb jij beloofd");
    expect(mailTo("jan")?.subject).toBe("November: nieuws uit jouw kring");
    expect(textTo("jan")).toContain("Je krijgt deze mail omdat het jouw kring is.");
  });

  it("is in the language of its reader", async () => {
    await transaction((tx) => tx.account.updateMany({ where: { id: world.accounts.noor ?? "" }, data: { language: "en" } }));
    await dream("Alleen wonen");
    await at(first);
    expect(mailTo("noor")?.subject).toBe("November: news from Jan's circle");
    expect(textTo("noor")).toContain("Jan wrote down a dream: Alleen wonen");
  });

  it("tells a handful of what weighs most, in the order in which it happened, and counts the others", async () => {
    for (let number = 1; number <= 7; number += 1) await promise("tom", `ding ${number}`, null);
    const id = await dream("Alleen wonen");
    await comeTrue(viewer("mia"), id);
    await at(first);
    const told = [...(mailTo("fatima")?.text ?? "").matchAll(/^- (.*)/gm)].map(([, line]) => line);
    expect(told).toHaveLength(6);
    expect(told.slice(0, 4).every((line) => line?.startsWith("Tom heeft beloofd"))).toBe(true);
    expect(told[4]).toContain("Alleen wonen");
    expect(textTo("fatima")).toContain("En nog 3 andere dingen.");
  });

  it("does not come for one's own doings, for answers, for what was planned, or for a word that was changed", async () => {
    await planGathering(
      viewer("mia"),
      gatheringForm.parse({ day: "2026-12-08", hour: "19:30", minutes: "120", place: "bij Jan thuis" }),
      null,
    );
    await promise("tom", "soep koken", null);
    expect(await at(first)).toEqual(but("tom", "els"));
    set("2026-12-10T12:00");
    await changeDream(viewer("jan"), await dreamOfBefore(), { text: "Anders", audience: "network", version: 1 }, null);
    expect(await at("2027-01-01T10:00")).toEqual([]);
  });

  /** A dream that nothing tells of, written long ago. */
  async function dreamOfBefore(): Promise<string> {
    const id = await dream("Ooit");
    await transaction((tx) => tx.storyLine.updateMany({ where: { entryId: id }, data: { at: "2026-01-05T12:00:00.000Z" } }));
    return id;
  }

  it("of what Rita did for Jan, tells the others and neither of the two", async () => {
    await dream("Alleen wonen", "network", "rita");
    expect(await at(first)).toEqual(but("rita", "jan", "els"));
    expect(textTo("tom")).toContain("Rita, voor Jan, heeft een droom opgeschreven: Alleen wonen");
  });

  it("does not tell of what was taken back since as if it stood", async () => {
    const id = await dreamOfBefore();
    await comeTrue(viewer("mia"), id);
    await takeUpDream(viewer("mia"), id);
    await at(first);
    const told = [...(mailTo("fatima")?.text ?? "").matchAll(/^- (.*)/gm)];
    expect(told).toHaveLength(1);
  });

  it("is of a month of the clock on the wall: its last minute, and not the next", async () => {
    set("2026-11-30T23:59");
    await dream("Van november");
    set("2026-12-01T00:01");
    await dream("Van december");
    await at(first);
    expect(textTo("fatima")).toContain("Van november");
    expect(textTo("fatima")).not.toContain("Van december");
    await at("2027-01-01T10:00");
    expect(textTo("fatima")).toContain("Van december");
    expect(textTo("fatima")).not.toContain("Van november");
  });
});

describe("What a reader may not see", () => {
  it("leaves no trace in it: not in a line, not in a count, and there is no mail for it", async () => {
    await dream("Geheim", "me");
    await dream("Voor Mia", "facilitators");
    await dream("Onder ons", "network");
    await dream("Voor iedereen", "everyone");
    expect(await at(first)).toEqual(but("jan"));
    const told = (name: CastName) =>
      [...textTo(name).matchAll(/opgeschreven: (Geheim|Voor Mia|Onder ons|Voor iedereen)/g)].map(([, text]) => text);
    expect(told("els")).toEqual(["Voor iedereen"]);
    expect(told("fatima")).toEqual(["Onder ons", "Voor iedereen"]);
    expect(told("rita")).toEqual(["Onder ons", "Voor iedereen"]); // also who may act for Jan
    expect(told("mia")).toEqual(["Voor Mia", "Onder ons", "Voor iedereen"]);
    for (const name of ["els", "fatima", "mia"] as const) expect(textTo(name)).not.toMatch(/Geheim|En nog/);
  });

  it("is not in a mail that waited to leave when it was made smaller, nor is the mail", async () => {
    const id = await dream("Alleen wonen", "everyone");
    await desk.restart();
    set(first);
    await tellOfMonth(desk.clock());
    await changeDream(viewer("jan"), id, { text: "Alleen wonen", audience: "me", version: 1 }, null);
    expect(await at("2026-12-01T10:01")).toEqual([]);
    expect(row("SELECT DISTINCT reason FROM OutboxMail WHERE kind = 'digest'")).toEqual({ reason: "no longer concerns them" });
  });
});

describe("Who is told of a month", () => {
  beforeEach(() => dream("Alleen wonen", "everyone"));

  it("is not who left, is frozen or has no address, and nobody when the circle is closed or ends", async () => {
    await transaction(async (tx) => {
      await tx.membership.updateMany({ where: { memberId: world.members.tom }, data: { until: desk.clock() } });
      await tx.account.updateMany({ where: { id: world.accounts.luc ?? "" }, data: { frozenAt: desk.clock() } });
    });
    expect(await at(first)).toEqual(but("jan", "tom", "luc"));
  });

  it.each(["closedAt", "erasesAt"])("is nobody of a circle with %s", async (which) => {
    await transaction((tx) => tx.group.updateMany({ data: { [which]: desk.clock() } }));
    expect(await at(first)).toEqual([]);
    expect(outcomes()).toEqual([]);
  });

  it("is nobody any more when it was closed before the mail left", async () => {
    await desk.restart();
    set(first);
    await tellOfMonth(desk.clock());
    await transaction((tx) => tx.group.updateMany({ data: { closedAt: desk.clock() } }));
    expect(await at("2026-12-01T10:01")).toEqual([]);
  });

  it("is nobody of a circle of less than three weeks, nor who came in the last week; who came before that reads what is since", async () => {
    const since = (name: CastName, local: string) =>
      transaction((tx) =>
        tx.membership.updateMany({ where: { memberId: world.members[name] }, data: { since: instantOf(local, "Europe/Brussels") } }),
      );
    await since("tom", "2026-11-25T12:00");
    await since("luc", "2026-11-23T18:00"); // after the dream was written
    expect(await at(first)).toEqual(but("jan", "tom", "luc"));
    await transaction((tx) => tx.digest.deleteMany({}));
    await transaction((tx) => tx.group.updateMany({ data: { createdAt: "2026-11-12T12:00:00.000Z" } }));
    expect(await at("2026-12-01T10:02")).toEqual([]);
  });

  it("is who only got another role in that time, and not who accepted an invitation in the last week", async () => {
    await transaction(async (tx) => {
      const where = { memberId: world.members.tom };
      const now = desk.clock();
      const old = await tx.membership.findFirstOrThrow({ where });
      await tx.membership.updateMany({ where, data: { until: now } });
      await tx.membership.create({ data: { ...old, id: `${old.id}x`, role: "facilitator", since: now } });
      set("2026-11-28T12:00");
      const { noor } = world.members;
      const actor = { byId: noor, byName: "Noor", forId: null, forName: null };
      await addStoryLine(tx, viewer("noor"), actor, "personJoined", { name: "Noor" }, { memberId: noor, audience: "everyone" });
    });
    expect(await at(first)).toEqual(but("noor")); // Jan too: Noor came
  });
});

describe("Turns that are missed or made twice", () => {
  beforeEach(() => dream("Alleen wonen"));
  const told = but("jan", "els");

  it("are made up for during a week, by day", async () => {
    expect(await at("2026-12-04T22:00")).toEqual([]);
    expect(await at("2026-12-05T07:59")).toEqual([]);
    expect(await at("2026-12-05T08:00")).toEqual(told);
  });

  it("are too late after ten days, which is noted once", async () => {
    expect(await at("2026-12-11T12:00")).toEqual([]);
    expect(outcomes()).toEqual(["tooLate"]);
    expect(await at("2026-12-11T12:01")).toEqual([]);
  });

  it("tell nobody twice: two servers, a restart, a clock set back", async () => {
    set(first);
    await Promise.all([tellOfMonth(desk.clock()), tellOfMonth(desk.clock())]);
    expect(await at(first)).toEqual(told);
    await desk.restart();
    expect(await at("2026-11-30T10:00")).toEqual([]);
    expect(await at(first)).toEqual([]);
  });

  it("lose nothing to a clock that ran ahead, found it too late and came back", async () => {
    expect(await at("2026-12-20T12:00")).toEqual([]);
    expect(outcomes()).toEqual(["tooLate"]);
    expect(await at(first)).toEqual(told);
    expect(await at("2026-12-02T10:00")).toEqual([]);
  });

  it("that a clock which ran ahead had queued wait for their own time", async () => {
    await desk.restart();
    set(first);
    await tellOfMonth(desk.clock());
    expect(await at("2026-11-30T20:00")).toEqual([]);
    expect(await at(first)).toEqual(told);
  });

  it("leave by day when the mail server was away until the evening, and not when that lasted a week", async () => {
    await desk.restart();
    set("2026-12-01T20:59");
    await tellOfMonth(desk.clock());
    expect(await at("2026-12-01T21:00")).toEqual([]);
    expect(await at("2026-12-02T08:00")).toEqual(told);
  });

  it("do not leave when nobody could send them for a week", async () => {
    await desk.restart();
    set(first);
    await tellOfMonth(desk.clock());
    expect(await at("2026-12-07T21:00")).toEqual([]);
    expect(row("SELECT DISTINCT reason FROM OutboxMail WHERE kind = 'digest'")).toEqual({ reason: "too late to be of use" });
  });

  it("find nobody, with one statement, once a month is dealt with", async () => {
    await at(first);
    const before = readStatements();
    await tellOfMonth(desk.clock());
    expect(readStatements() - before).toBe(1);
  });
});

describe("The mail of a month can be stopped", () => {
  const fewerOf = (name: CastName) => {
    const found = fewerBy(/\/u\/([\w-]{43})\/digest/.exec(mailTo(name)?.text ?? "")?.[1] ?? "", desk.clock());
    if (!found) throw new Error("no link");
    return found;
  };

  it("with one click from the mail program, lastingly, and taken back", async () => {
    await dream("Alleen wonen");
    await at(first);
    expect(String(mailTo("fatima")?.headerLines.find(({ key }) => key === "list-unsubscribe")?.line)).toMatch(/\/u\/[\w-]{43}\/digest>/);
    expect(mailsOf(fewerOf("fatima"), "digest")).toMatchObject({ stopped: false, own: false, name: "Jan" });
    await stopMails(fewerOf("fatima"), "digest");
    await stopMails(fewerOf("fatima"), "digest");
    expect(mailsOf(fewerOf("fatima"), "digest").stopped).toBe(true);
    expect(mailsOf(fewerOf("fatima"), "planned").stopped).toBe(false);
    await dream("Zwemmen");
    expect(await at("2027-01-01T10:00")).toEqual(but("jan", "els", "fatima"));
    await takeUpMails(fewerOf("fatima"), "digest");
    await dream("Fietsen");
    expect(await at("2027-02-01T10:00")).toContain("fatima");
  });

  it("also one that waits to leave, and on the page where one chooses mails", async () => {
    await dream("Alleen wonen");
    await desk.restart();
    set(first);
    await tellOfMonth(desk.clock());
    await chooseMails(viewer("tom"), world.members.tom, { reminder: "day", planned: true, digest: false }, null);
    expect(await at("2026-12-01T10:01")).toEqual(but("jan", "els", "tom"));
  });
});
