import { beforeEach, describe, expect, it } from "vitest";
import { type CastName, cast } from "../../app/demo/cast";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { seriesMails } from "../../app/gatherings/series-mails.server";
import { changesSeries, firstTuesdays } from "../series-of-jan";
import { undoSomehow } from "../some-series";
import { as, circleOfJan, type World } from "../world";
import { desk as freshDesk, minute } from "./desk";

const desk = freshDesk();
let world: World;
let nth: (n: number) => string;
beforeEach(async () => {
  world = await circleOfJan(desk.clock());
  desk.composers = { ...desk.composers, ...seriesMails };
  nth = await firstTuesdays(world, desk.clock());
  await desk.turn();
  desk.office.delivered.splice(0);
});

const letterTo = (name: CastName) => desk.office.delivered.findLast(({ to }) => to[0] === cast[name].mail)?.mail;
const words = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ");
const change = () => changesSeries(world, "mia", nth(3), { monthsDay: "4" }, desk.clock());
const undo = () => undoSomehow(as(world, "mia", desk.clock()));

describe("A change of a series that Mia undoes", () => {
  it("is told in one mail: who answered for the day as it was reads that it stands, who did not is asked", async () => {
    await answer(as(world, "fatima", desk.clock()), nth(3), world.members.fatima, answerForm.parse({ answer: "yes" }), null, "/");
    desk.time += minute;
    await change();
    await desk.turn();
    expect(letterTo("fatima")?.subject).toBe("Donderdag 4 februari 2027: de reeks is veranderd");
    expect(letterTo("fatima")?.text).toContain("?answer=yes");
    desk.office.delivered.splice(0);
    desk.time += minute;
    await undo();
    await desk.turn();
    const [fatima, tom] = [letterTo("fatima"), letterTo("tom")];
    expect(fatima?.subject).toBe("Dinsdag 2 februari 2027: de reeks is weer zoals vroeger");
    expect(words(fatima?.text)).toContain("Mia heeft een aanpassing van de reeks ongedaan gemaakt.");
    expect(words(fatima?.text)).toContain("Elke eerste dinsdag van de maand om 19.30 uur, 2 uur lang, bij Jan thuis.");
    expect(words(fatima?.text)).toContain("Je hebt al gezegd dat je komt op dinsdag 2 februari 2027.");
    expect(fatima?.text).not.toContain("?answer=yes");
    expect(tom?.text).toContain("?answer=yes");
    expect(desk.office.delivered.filter(({ to }) => to[0] === cast.fatima.mail)).toHaveLength(1);
  });

  it("before its mail has left is told to nobody: all is as they know it", async () => {
    await desk.restart();
    await change();
    desk.time += minute;
    await undo();
    await desk.turn();
    expect(desk.office.delivered).toEqual([]);
  });

  it("names first what stays where the change put it", async () => {
    await changesSeries(world, "mia", nth(1), { from: "2026-12-01", monthsDay: "4" }, desk.clock());
    await desk.turn();
    desk.time = Date.parse("2026-12-02T09:00:00.000Z");
    desk.office.delivered.splice(0);
    await undo();
    await desk.turn();
    const text = words(letterTo("tom")?.text);
    expect(text).toMatch(/volgende dagen: - Donderdag 3 december 2026 om 19\.30 uur - Dinsdag 5 januari 2027/);
    expect(text).toContain("Kom je donderdag 3 december?");
  });
});
