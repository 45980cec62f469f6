import { beforeEach, describe, expect, it } from "vitest";
import { closeCircle } from "../../app/closing/closing-a-circle.server";
import { closingForm } from "../../app/closing/schema";
import { composers } from "../../app/composers.server";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { addMember } from "../../app/groups/adding-a-member.server";
import { memberForm } from "../../app/groups/schema";
import { doorOf } from "../../app/joining/door.server";
import { openDoor, shutDoor } from "../../app/joining/opening-the-door.server";
import { sayNo } from "../../app/joining/saying-no.server";
import { proposalForm, wishForm } from "../../app/joining/schema";
import { doorSince, wishesNow, wishNow } from "../../app/joining/wishes.server";
import { propose, wishToJoin } from "../../app/joining/wishing.server";
import type { DueMail } from "../../app/mail/outbox.server";
import { compose } from "../../app/mail/sending.server";
import { now as moment } from "../../app/platform/clock.server";
import { row, rows } from "../../app/platform/query.server";
import { freshDatabase } from "../database";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
});

type Who = Parameters<typeof as>[1];
/** The link that somebody makes. @returns its token */
const door = async (who: Who = "jan") => /^\/j\/([\w-]{43})\/show$/.exec(await openDoor(as(world, who), null))?.[1] ?? "";
const lieve = { name: "Lieve", relation: "buurvrouw", mail: "lieve@kring.example", word: "Ik ken Jan van de bakker" };
const ask = async (token: string, typed: Partial<typeof lieve> = {}) => wishToJoin(token, wishForm.parse({ ...lieve, ...typed }), moment());
const wishes = (who: Who = "jan") => wishesNow(as(world, who));
const mailed = () => rows<DueMail>("SELECT * FROM OutboxMail WHERE kind = 'wishToJoin' ORDER BY toMail");

describe("Lieve has the link that Jan shows", () => {
  it("and asks to belong to his circle: he reads it, and so does Rita; by that she is not in it", async () => {
    const token = await door();
    expect(doorOf(token)).toEqual({ groupId: world.groupId, name: "Jan", hue: expect.any(Number), language: "nl" });
    await ask(token);
    expect(wishes()).toMatchObject([{ ...lieve, by: null }]);
    expect(wishes("rita")).toHaveLength(1);
    expect(mailed().map(({ toMail }) => toMail)).toEqual(["jan@kring.example", "rita@kring.example"]);
    expect(row("SELECT id FROM Member WHERE name = 'Lieve'")).toBeUndefined();
    expect(rows("SELECT id FROM StoryLine WHERE detail LIKE '%Lieve%'")).toEqual([]);
  });

  it("and nobody else learns of it: not who facilitates, starts, belongs to it, or is there for work", async () => {
    await ask(await door());
    for (const who of ["mia", "fatima", "els"] as const) {
      expect(wishes(who)).toEqual([]);
      expect(() => wishNow(as(world, who), wishes()[0]?.id ?? "")).toThrow(expect.objectContaining({ status: 404 }));
    }
  });

  it("and asks once, however often she presses; who belongs to it already asks nothing, and is told nothing", async () => {
    const token = await door();
    await ask(token);
    await ask(token, { name: "Lieve weer" });
    await ask(token, { mail: "fatima@kring.example" });
    expect(wishes().map(({ name }) => name)).toEqual(["Lieve"]);
    expect(mailed()).toHaveLength(2);
  });

  it("until Jan makes another, shuts it, or his circle is closed", async () => {
    const first = await door();
    const second = await door("rita");
    expect([doorOf(first), doorOf(second)?.name]).toEqual([null, "Jan"]);
    await expect(ask(first)).rejects.toMatchObject({ status: 404 });
    await shutDoor(as(world, "jan"));
    expect([doorOf(second), doorSince(as(world, "jan"))]).toEqual([null, null]);
    await expect(ask(second)).rejects.toMatchObject({ status: 404 });
    const third = await door();
    await closeCircle(as(world, "jan"), closingForm.parse({}), null);
    expect(doorOf(third)).toBeNull();
    await expect(ask(third)).rejects.toMatchObject({ status: 404 });
  });

  it("is one of forty who wait at most: whoever passes the link on fills nobody's page", async () => {
    const token = await door();
    for (let count = 0; count < 40; count += 1) await ask(token, { mail: `${count}@kring.example` });
    await expect(ask(token, { mail: "one@more.example" })).rejects.toMatchObject({ words: { key: "joining.tooMany" } });
  });

  it("is Jan's to make, or Rita's for him, and not with a card", async () => {
    for (const who of ["mia", "fatima", "els"] as const)
      await expect(openDoor(as(world, who), null)).rejects.toMatchObject({ status: 403 });
    expect(await door("rita")).toHaveLength(43);
    expect(row("SELECT forId FROM Door")).toEqual({ forId: world.members.jan });
  });
});

describe("Fatima names somebody whom she would like in the circle", () => {
  it("and Jan reads by whom, whether or not there is a mail address", async () => {
    await propose(as(world, "fatima"), proposalForm.parse({ name: "Greta", word: "Ze bakt taart" }), null);
    expect(wishes()).toMatchObject([{ name: "Greta", by: "Fatima", mail: null, word: "Ze bakt taart" }]);
    expect(JSON.stringify(mailed().map((mail) => compose(mail, composers, moment())))).toContain("Fatima stelt Greta voor.");
  });

  it("as Mia can; who adds people needs no proposal, who is there for work makes none", async () => {
    await propose(as(world, "mia"), proposalForm.parse({ name: "Greta" }), null);
    for (const who of ["jan", "els"] as const)
      await expect(propose(as(world, who), proposalForm.parse({ name: "Bob" }), null)).rejects.toMatchObject({ status: 403 });
  });
});

describe("Jan answers", () => {
  it("yes, and puts her in the circle himself: she is asked in by mail, and waits no more", async () => {
    await ask(await door());
    const wish = wishes()[0]?.id ?? "";
    const form = memberForm.parse({ name: "Lieve", mail: lieve.mail, role: "member", ring: "friends", invite: "on", wish });
    await addMember(as(world, "jan"), form, null);
    expect(wishes()).toEqual([]);
    expect(row("SELECT m.name FROM WishToJoin w JOIN Member m ON m.id = w.memberId")).toEqual({ name: "Lieve" });
    expect(row("SELECT toMail FROM OutboxMail WHERE kind = 'invitation'")).toEqual({ toMail: lieve.mail });
  });

  it("no, and nobody is told; the mail about it does not leave any more; twice is once", async () => {
    await ask(await door());
    const wish = wishes()[0]?.id ?? "";
    await sayNo(as(world, "jan"), wish);
    expect(wishes()).toEqual([]);
    expect(mailed().map((mail) => compose(mail, composers, moment()))).toEqual([null, null]);
    expect(row("SELECT count(*) AS n FROM OutboxMail WHERE toMail = 'lieve@kring.example'")).toEqual({ n: 0 });
    await expect(sayNo(as(world, "jan"), wish)).rejects.toMatchObject({ status: 404 });
  });

  it("for his own circle: a wish of another is as none", async () => {
    await ask(await door());
    const wish = wishes()[0]?.id ?? "";
    await expect(sayNo({ ...as(world, "jan"), groupId: world.otherGroupId }, wish)).rejects.toMatchObject({ status: 404 });
    for (const who of ["mia", "fatima", "els"] as const) await expect(sayNo(as(world, who), wish)).rejects.toMatchObject({ status: 403 });
    expect(wishes()).toHaveLength(1);
  });
});

it("What somebody proposed goes when they erase what is about them", async () => {
  await propose(as(world, "fatima"), proposalForm.parse({ name: "Greta" }), null);
  await eraseMyself(person(world, "fatima"), moment());
  expect(row("SELECT count(*) AS n FROM WishToJoin")).toEqual({ n: 0 });
});
