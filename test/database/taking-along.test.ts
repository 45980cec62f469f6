import { readFileSync, writeFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import Ical from "ical.js";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CastName, staff } from "../../app/demo/cast";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { leave } from "../../app/groups/leaving.server";
import { photographMember } from "../../app/groups/photographing-a-member.server";
import { writeDream } from "../../app/plan/writing-a-dream.server";
import { now as moment } from "../../app/platform/clock.server";
import { readStatements, row, rows } from "../../app/platform/query.server";
import { memberOf } from "../../app/policy/viewer.server";
import { seedDemo } from "../../app/seeding/demo.server";
import { type Taken, taken } from "../../app/taking-along/shape";
import { takeCircle } from "../../app/taking-along/taking-a-circle.server";
import { takeMine } from "../../app/taking-along/taking-what-is-mine.server";
import { circleTaken } from "../../app/taking-along/what-is-of-a-circle.server";
import { unpacked } from "../archive";
import { freshDatabase } from "../database";
import { everybody, oneOfEach } from "../policy/everybody";
import { as, circleOfJan, person, type World } from "../world";

const paper = "docs/export.schema.json";

interface File {
  answer: Response;
  files: Map<string, Buffer>;
  html: string;
  data: Taken;
  text: string;
}

async function opened(answer: Response): Promise<File> {
  const files = await unpacked(Buffer.from(await answer.arrayBuffer()));
  const text = files.get("kring.json")?.toString() ?? "";
  return { answer, files, html: files.get("index.html")?.toString() ?? "", data: JSON.parse(text), text };
}

let world: World;
let names: Record<string, string>;
const mine = async (name: CastName | "sofie" | "omar") => opened(await takeMine(person(world, name), "nl", moment()));

describe("Who takes something of Jan's circle along", () => {
  beforeEach(async () => {
    await freshDatabase();
    world = await circleOfJan();
    await everybody(world);
    names = await oneOfEach(world, "network", "van Jan");
    await oneOfEach(world, "me", "voor Jan alleen");
    const answered = answerForm.parse({ answer: "yes", word: "ik breng taart" });
    await answer(as(world, "fatima"), names.gatheringId ?? "", world.members.fatima, answered, null, "/");
  });

  it("Jan takes all of it: what only he sees too, who everybody is, and what they said", async () => {
    const { answer, files, data, html } = await opened(await takeCircle(as(world, "jan"), "nl"));
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="kring Jan 20\d\d-\d\d-\d\d.zip"; filename\*=UTF-8''kring%20Jan/,
    );
    expect([...files.keys()]).toEqual(["index.html", "kring.json", "gatherings.ics"]);
    const [circle] = data.circles;
    expect(circle?.dreams.map(({ text }) => text)).toEqual(["droom van Jan", "droom voor Jan alleen"]);
    expect(circle?.goals[0]).toMatchObject({ text: "doel van Jan", dreamId: names.dreamId, by: "Jan" });
    expect(circle?.actions[0]).toMatchObject({ goalId: names.goalId, people: [{ id: world.members.jan, name: "Jan" }] });
    const fatima = circle?.people.find(({ id }) => id === world.members.fatima);
    expect(fatima).toMatchObject({ name: "Fatima", mail: "fatima@kring.example", places: [{ role: "member", until: null }] });
    expect(circle?.gatherings.find(({ id }) => id === names.gatheringId)?.answers).toMatchObject([
      { name: "Fatima", word: "ik breng taart" },
    ]);
    for (const words of ["droom van Jan", "droom voor Jan alleen", "doel van Jan", "steun van Jan", "ik breng taart", "Fatima", "Wim"])
      expect(html).toContain(words);
  });

  it("the story tells Jan that Rita did it for him, and tells nobody else", async () => {
    await takeCircle(as(world, "rita"), "nl");
    const lines = rows("SELECT byName, forName, audience FROM StoryLine WHERE kind = 'takenAlong'");
    expect(lines).toEqual([{ byName: "Rita", forName: "Jan", audience: "me" }]);
  });

  it("nobody but Jan and who acts for him can, nor who came with a card, and nothing is told", async () => {
    for (const name of ["mia", "fatima", "els"] as const)
      await expect(takeCircle(as(world, name), "nl")).rejects.toMatchObject({ words: { key: "refusal.mayNot" } });
    await expect(takeMine({ ...person(world, "jan"), byCard: true }, "nl", moment())).rejects.toMatchObject({
      words: { key: "refusal.notByCard" },
    });
    expect(rows("SELECT id FROM StoryLine WHERE kind = 'takenAlong'")).toEqual([]);
  });

  it("eleven times in an hour is too often", async () => {
    for (let time = 0; time < 10; time += 1) await takeCircle(as(world, "jan"), "nl");
    await expect(takeCircle(as(world, "jan"), "nl")).rejects.toMatchObject({ status: 429 });
  });

  it("Fatima takes what is hers, and of the others nothing", async () => {
    const { data, text, html } = await mine("fatima");
    expect(data.account).toMatchObject({ name: "Fatima", mail: "fatima@kring.example" });
    const [circle] = data.circles;
    expect(circle?.people.map(({ name }) => name)).toEqual(["Fatima"]);
    expect(circle?.gatherings).toHaveLength(1);
    expect(circle?.gatherings[0]?.answers).toMatchObject([{ word: "ik breng taart" }]);
    expect([circle?.dreams, circle?.goals, circle?.actions, circle?.support]).toEqual([[], [], [], []]);
    for (const other of ["droom van", "doel van", "steun van", "voor Jan alleen", "Mia", "Rita", "mia@"])
      expect(text + html).not.toContain(other);
  });

  it("who has left still takes what they said, and nothing that they may not see any more", async () => {
    await leave(as(world, "fatima"), { word: "tot ziens" }, null);
    const { data, text } = await mine("fatima");
    expect(data.circles[0]?.people[0]?.places[0]?.until).not.toBeNull();
    expect(data.circles[0]?.gatherings[0]?.answers).toMatchObject([{ word: "ik breng taart" }]);
    expect(text).not.toContain("droom van");
    expect(text).toContain("personLeft");
  });

  it("staff take who they are and where they work; nothing of a circle", async () => {
    const { data } = await mine("sofie");
    expect(data).toMatchObject({ circles: [], account: { organisations: [staff.organisation] } });
    expect((await mine("omar")).data.circles.map(({ name }) => name)).toEqual(["Omar"]);
  });

  it("HTML in a dream is text in the page, and the calendar has each gathering", async () => {
    await writeDream(as(world, "jan"), { text: "<script>alert(1)</script>", audience: "me" }, null);
    const { files, html } = await opened(await takeCircle(as(world, "jan"), "nl"));
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toContain("<script");
    const events = eventsIn(files);
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ summary: "De kring van Jan", location: "in de zaal" });
  });

  it("photos lie beside it, and the page shows them without a network", async () => {
    const picture = await sharp({ create: { width: 700, height: 700, channels: 3, background: "#446688" } })
      .png()
      .toBuffer();
    await photographMember(as(world, "jan"), world.members.jan, picture, "circle", null);
    const { files, data, html } = await opened(await takeCircle(as(world, "jan"), "nl"));
    const photo = data.circles[0]?.people.find(({ name }) => name === "Jan")?.photo ?? "";
    expect(await sharp(files.get(photo)).metadata()).toMatchObject({ format: "webp", width: 640 });
    expect(html).toContain(`<img src="${photo}"`);
    expect(html).not.toMatch(/(src|href)="(https?:|\/)/);
  });
});

function eventsIn(files: Map<string, Buffer>) {
  const calendar = new Ical.Component(Ical.parse(files.get("gatherings.ics")?.toString() ?? ""));
  return calendar.getAllSubcomponents("vevent").map((one) => new Ical.Event(one));
}

describe("The circle of the demo, with its years", () => {
  beforeEach(freshDatabase);

  it("fits docs/export.schema.json, is told whole, and costs nineteen statements", async () => {
    const now = "2026-11-24T09:00:00.000Z";
    await seedDemo(now);
    const { id = "" } = row<{ id: string }>("SELECT id FROM Account WHERE mail = 'jan@kring.example'") ?? {};
    const { groupId = "" } = row<{ groupId: string }>("SELECT groupId FROM Member WHERE accountId = @id", { id }) ?? {};
    const jan = memberOf({ accountId: id, name: "Jan", mail: null, language: "nl", operator: false }, groupId, now);
    if (!jan) throw new Error("no Jan in the demo");
    const before = readStatements();
    circleTaken(jan, "all");
    expect(readStatements() - before).toBe(19);
    const { data, files, html } = await opened(await takeCircle(jan, "nl"));

    const schema = `${JSON.stringify(z.toJSONSchema(taken), null, 2)}\n`;
    if (process.env.UPDATE) writeFileSync(paper, schema);
    expect(JSON.parse(readFileSync(paper, "utf8"))).toEqual(JSON.parse(schema));
    const fits = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(JSON.parse(readFileSync(paper, "utf8")));
    expect(fits(data) || fits.errors).toBe(true);
    expect(taken.safeParse(data).error).toBeUndefined();
    expect(fits({ ...data, circles: [{ ...data.circles[0], dreams: [{ text: 5 }] }] })).toBe(false);

    const [circle] = data.circles;
    const count = (table: string) => row<{ n: number }>(`SELECT count(*) AS n FROM "${table}" WHERE groupId = @groupId`, { groupId })?.n;
    expect(circle?.dreams).toHaveLength(count("Dream") ?? -1);
    expect(circle?.goals).toHaveLength(count("Goal") ?? -1);
    expect(circle?.actions).toHaveLength(count("Action") ?? -1);
    expect(circle?.support).toHaveLength(count("Support") ?? -1);
    expect(circle?.people).toHaveLength(count("Member") ?? -1);
    expect(circle?.gatherings).toHaveLength(count("Gathering") ?? -1);
    expect(circle?.gatherings.flatMap(({ answers }) => answers)).toHaveLength(count("Response") ?? -1);
    const uids = eventsIn(files).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(count("Gathering"));
    for (const { text } of circle?.dreams ?? []) expect(html).toContain(text);
  });
});
