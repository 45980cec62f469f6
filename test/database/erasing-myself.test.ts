import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import type { CastName } from "../../app/demo/cast";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { leave } from "../../app/groups/leaving.server";
import { letSomebodyGo } from "../../app/groups/letting-somebody-go.server";
import { photoPath } from "../../app/groups/photo-files.server";
import { photographMember } from "../../app/groups/photographing-a-member.server";
import { takeBack } from "../../app/groups/taking-back.server";
import { promiseAction } from "../../app/plan/promising-an-action.server";
import { now as moment } from "../../app/platform/clock.server";
import { config } from "../../app/platform/config.server";
import { row, rows } from "../../app/platform/query.server";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { noteSupport } from "../../app/support/noting-support.server";
import { freshDatabase } from "../database";
import { everybody, oneOfEach } from "../policy/everybody";
import { as, circleOfJan, person, type World } from "../world";

let world: World;
let gatheringId: string;
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
  await everybody(world);
  gatheringId = (await oneOfEach(world, "network", "van Jan")).gatheringId ?? "";
});

const erase = (name: CastName | "sofie" | "omar") => eraseMyself(person(world, name), moment());
/** Every table and column of the database in which a word can be read. */
function foundIn(word: string): string[] {
  const db = new Database(config().database, { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const columns = (table: string) => db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[];
  const found = tables.flatMap((table) =>
    columns(table)
      .filter((column) => db.prepare(`SELECT 1 FROM "${table}" WHERE instr("${column}", ?) > 0`).get(word))
      .map((column) => `${table}.${column}`),
  );
  db.close();
  return found;
}

/** Fatima as she is in many places: answers, promises, support, a photo, a role and a goodbye, mails. */
async function fatimaEverywhere(): Promise<void> {
  const { fatima, jan } = world.members;
  await answer(as(world, "fatima"), gatheringId, fatima, answerForm.parse({ answer: "yes", word: "met taart" }), null, "/");
  await promiseAction(
    as(world, "fatima"),
    { text: "de VDAB bellen", goalId: null, people: [fatima, jan], dueOn: null, audience: "network" },
    null,
  );
  const since = { since: "2026-01-01", until: null, paid: false, service: null } as const;
  await noteSupport(as(world, "fatima"), { ...since, what: "fietsen", domain: "leisure", memberId: fatima, audience: "network" }, null);
  const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#aa00aa" } })
    .png()
    .toBuffer();
  await photographMember(as(world, "fatima"), fatima, picture, "circle", null);
  await leave(as(world, "fatima"), { word: "tot ziens" }, null);
  await takeBack(
    as(world, "jan"),
    fatima,
    { role: "member", ring: "friends", capacity: null, function: "", service: "", version: version(fatima) },
    null,
  );
}
const version = (id: string) => row<{ version: number }>("SELECT version FROM Member WHERE id = @id", { id })?.version ?? 0;

describe("Fatima has erased what is about her", () => {
  it("and nowhere can her name, her address or her words be read; what she did is somebody's", async () => {
    await fatimaEverywhere();
    expect(foundIn("Fatima").length).toBeGreaterThan(3);
    const lines = () => row<{ n: number }>("SELECT count(*) AS n FROM StoryLine")?.n ?? 0;
    const before = lines();
    expect(await erase("fatima")).toBe("/");
    for (const word of ["Fatima", "fatima@kring.example", "met taart", "tot ziens"]) expect(foundIn(word), word).toEqual([]);
    expect(lines()).toBe(before); // her goodbye went, that she left came
    const { fatima } = world.members;
    expect(row("SELECT name, mail, accountId FROM Member WHERE id = @fatima", { fatima })).toEqual({
      name: "Iemand",
      mail: null,
      accountId: null,
    });
    expect(row("SELECT answer, word FROM Response WHERE memberId = @fatima", { fatima })).toEqual({ answer: "yes", word: "" });
    expect(rows("SELECT what FROM Support WHERE memberId = @fatima", { fatima })).toEqual([{ what: "fietsen" }]);
    const promised = row<{ detail: string }>("SELECT detail FROM StoryLine WHERE kind = 'actionPromised' AND byId = @fatima", { fatima });
    expect(JSON.parse(promised?.detail ?? "")).toEqual({ text: "de VDAB bellen", names: ["Iemand", "Jan"] });
    expect(rows("SELECT byName FROM StoryLine WHERE byId = @fatima AND byName <> 'Iemand'", { fatima })).toEqual([]);
    expect(rows("PRAGMA foreign_key_check")).toEqual([]);
  });

  it("is signed out everywhere, belongs to no circle, and Jan and Rita hear that somebody left", async () => {
    const accountId = world.accounts.fatima ?? "";
    const { fatima } = world.members;
    await erase("fatima");
    expect(rows("SELECT id FROM Account WHERE id = @accountId", { accountId })).toEqual([]);
    expect(rows("SELECT id FROM Session WHERE accountId = @accountId", { accountId })).toEqual([]);
    expect(rows("SELECT id FROM Membership WHERE memberId = @fatima AND until IS NULL", { fatima })).toEqual([]);
    const told = rows<{ toMail: string }>("SELECT toMail FROM OutboxMail WHERE kind = 'personLeft' ORDER BY toMail");
    expect(told.map(({ toMail }) => toMail)).toEqual(["jan@kring.example", "rita@kring.example"]);
    expect(rows("SELECT byName FROM StoryLine WHERE kind = 'personLeft' AND memberId = @fatima", { fatima })).toEqual([
      { byName: "Iemand" },
    ]);
  });

  it("her photo is gone from the disk", async () => {
    await fatimaEverywhere();
    const { hash = "" } = row<{ hash: string }>("SELECT hash FROM Photo") ?? {};
    const file = join(config().dataDir, "photos", photoPath(hash, "large"));
    expect(existsSync(file)).toBe(true);
    await erase("fatima");
    expect(existsSync(file)).toBe(false);
  });

  it("another Fatima keeps her name in what she promised, and in what was done with her", async () => {
    const id = newId();
    await transaction(async (tx) => {
      await tx.member.create({ data: { id, groupId: world.groupId, name: "Fatima", hue: 3, createdAt: moment() } });
      await tx.membership.create({
        data: { id: newId(), groupId: world.groupId, memberId: id, role: "member", ring: "friends", since: moment() },
      });
    });
    const promise = { goalId: null, dueOn: null, audience: "network" } as const;
    await promiseAction(as(world, "jan"), { ...promise, text: "van haar", people: [id] }, null);
    await promiseAction(as(world, "jan"), { ...promise, text: "van onze Fatima", people: [world.members.fatima] }, null);
    await letSomebodyGo(as(world, "jan"), id, null);
    await erase("fatima");
    const kept = rows<{ kind: string; detail: string }>(
      "SELECT kind, detail FROM StoryLine WHERE kind = 'actionPromised' AND detail LIKE '%van %Fatima%' OR detail LIKE '%van haar%' OR kind = 'personLetGo' ORDER BY id",
    );
    expect(kept.map(({ kind, detail }) => [kind, JSON.parse(detail).names ?? JSON.parse(detail).name])).toEqual([
      ["actionPromised", ["Fatima"]],
      ["actionPromised", ["Iemand"]],
      ["personLetGo", "Fatima"],
    ]);
  });
});

describe("Who erases themselves", () => {
  it("may have left before, or only have been asked in, or work for an organisation", async () => {
    await erase("wim");
    expect(foundIn("wim@kring.example")).toEqual([]);
    await transaction((tx) =>
      tx.member.create({
        data: { id: "asked", groupId: world.otherGroupId, name: "Tommie", mail: "tom@kring.example", hue: 1, createdAt: moment() },
      }),
    );
    await erase("tom");
    expect(foundIn("tom@kring.example")).toEqual([]);
    expect(foundIn("Tommie")).toEqual([]);
    await erase("sofie");
    expect(foundIn("sofie@")).toEqual([]);
  });

  it("can't while the circle is theirs, while they start one, or as the only one who can act for somebody; then nothing changes", async () => {
    const before = rows("SELECT id, name, mail FROM Member ORDER BY id");
    await expect(erase("jan")).rejects.toMatchObject({ words: { key: "erasing.meCentral" } });
    const stan = row<{ accountId: string }>("SELECT accountId FROM Member WHERE name = 'Stan'")?.accountId ?? "";
    await expect(eraseMyself({ ...person(world, "mia"), accountId: stan }, moment())).rejects.toMatchObject({
      words: { key: "erasing.meStarter", values: { name: "Jan" } },
    });
    await transaction((tx) => tx.member.update({ where: { id: world.members.jan }, data: { accountId: null } }));
    await expect(erase("rita")).rejects.toMatchObject({ words: { key: "steering.lastHelper" } });
    expect(rows("SELECT id, name, mail FROM Member ORDER BY id")).toEqual(before);
  });

  it("can't with a card, nor once their session has ended", async () => {
    await expect(eraseMyself({ ...person(world, "fatima"), byCard: true }, moment())).rejects.toMatchObject({
      words: { key: "refusal.notByCard" },
    });
    await expect(eraseMyself({ ...person(world, "fatima"), session: "ended" }, moment())).rejects.toMatchObject({ name: "SignedOut" });
    expect(foundIn("Fatima")).not.toEqual([]);
  });

  it("can come back later, as somebody new", async () => {
    await erase("fatima");
    await transaction((tx) => tx.account.create({ data: { id: newId(), name: "", mail: "fatima@kring.example", createdAt: moment() } }));
    expect(rows("SELECT id FROM Member WHERE accountId = (SELECT id FROM Account WHERE mail = 'fatima@kring.example')")).toEqual([]);
  });
});
