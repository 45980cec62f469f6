import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { askOnceMore } from "../../app/gatherings/asking-once-more.server";
import { changeGathering } from "../../app/gatherings/changing-a-gathering.server";
import { gatheringOf } from "../../app/gatherings/gathering.server";
import { gatheringMails } from "../../app/gatherings/mails.server";
import { planGathering } from "../../app/gatherings/planning-a-gathering.server";
import { gatheringChange, gatheringForm } from "../../app/gatherings/schema";
import { whoComes } from "../../app/gatherings/who-comes.server";
import { wantMails } from "../../app/groups/fewer-mails.server";
import { transaction } from "../../app/platform/transaction.server";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute } from "./desk";

const desk = freshDesk();
let world: World;
let id: string;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...gatheringMails };
  const form = gatheringForm.parse({ day: "2026-12-01", hour: "19:30", minutes: "120", place: "bij Jan thuis" });
  id = (await planGathering(viewer("mia"), form, null)).split("/").at(-1) ?? "";
  await desk.turn();
  desk.office.delivered.length = 0;
  for (const name of ["jan", "rita", "tom", "an", "noor", "wim", "els"] as const) await says(name);
});

const viewer = (name: CastName) => as(world, name, desk.clock());
const says = (name: CastName, said = "yes") => answer(viewer(name), id, world.members[name], answerForm.parse({ answer: said }), null, "/");
const ask = (name: CastName = "mia") => askOnceMore(viewer(name), id);
const reached = () => desk.office.delivered.map(({ to }) => to[0]).sort();
const refused = (key: string) => ({ words: { key: `gatherings.${key}` } });

describe("Who has not answered", () => {
  it("is asked once more by who plans, in one mail, and nobody else is", async () => {
    expect(whoComes(viewer("mia"), id).silent).toBe(2);
    await ask();
    await desk.turn();
    expect(reached()).toEqual([cast.fatima.mail, cast.luc.mail]);
    const { mail } = desk.office.delivered[0]!;
    expect(mail.subject).toBe("Dinsdag 1 december: kom je ook?");
    expect(mail.text).toContain("Mia wil graag weten of je komt.");
    expect(mail.text).toMatch(/\/a\/[\w-]{43}\?answer=yes/);
  });

  it("is not asked a second time; of one that was moved since, they are", async () => {
    await ask();
    await expect(ask()).rejects.toMatchObject(refused("askedAlready"));
    expect(gatheringOf(viewer("mia"), id)).toMatchObject({ nudgedOn: "2026-11-23", can: { askOnceMore: false } });
    expect(gatheringOf(viewer("fatima"), id).nudgedOn).toBeNull();
    desk.time += minute;
    const other = gatheringChange.parse({ day: "2026-12-02", hour: "19:30", minutes: "120", place: "bij Jan thuis", version: "1" });
    await changeGathering(viewer("mia"), id, other, null);
    desk.time += minute;
    expect(gatheringOf(viewer("mia"), id)).toMatchObject({ nudgedOn: null, can: { askOnceMore: true } });
    await ask();
  });

  it("and answers before the mail leaves, or wants no such mails, gets none", async () => {
    await desk.restart(); // nothing leaves before the next turn
    await ask();
    await says("fatima");
    await desk.turn();
    expect(reached()).toEqual([cast.luc.mail]);
  });

  it("and wants no such mails is not counted either", async () => {
    const { groupId, members } = world;
    await transaction(async (tx) => {
      for (const memberId of [members.fatima, members.luc]) await wantMails(tx, { groupId, memberId, now: desk.clock() }, "planned", false);
    });
    expect(whoComes(viewer("mia"), id).silent).toBe(0);
    await expect(ask()).rejects.toMatchObject(refused("askNobody"));
  });

  it("and whom mails do not reach is not counted either; where that leaves nobody, nobody was asked", async () => {
    const at = desk.clock();
    const dies = (mail: string) => transaction((tx) => tx.unreachedAddress.create({ data: { mail, firstAt: at, since: at } }));
    await dies(cast.fatima.mail);
    expect(whoComes(viewer("mia"), id).silent).toBe(1);
    await dies(cast.luc.mail);
    expect(whoComes(viewer("mia"), id).silent).toBe(0);
    await expect(ask()).rejects.toMatchObject(refused("askNobody"));
    await transaction((tx) => tx.member.update({ where: { id: world.members.luc }, data: { mail: "luc.nieuw@kring.example" } }));
    expect(whoComes(viewer("mia"), id).silent).toBe(1);
    await ask();
    await desk.turn();
    expect(reached()).toEqual(["luc.nieuw@kring.example"]);
  });

  it("is not asked by a member or a professional, when it is off or past, or when everybody answered", async () => {
    for (const name of ["fatima", "els"] as const) await expect(ask(name)).rejects.toMatchObject({ status: 403 });
    await says("fatima");
    await says("luc", "no");
    await expect(ask()).rejects.toMatchObject(refused("askNobody"));
    desk.time = Date.parse("2026-12-01T19:00:00.000Z");
    await expect(ask()).rejects.toMatchObject(refused("askTooLate"));
  });
});
