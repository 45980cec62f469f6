import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tablesOfAGroup } from "../../app/erasing/what-goes";
import { answer } from "../../app/gatherings/answering.server";
import { answerForm } from "../../app/gatherings/answers";
import { sayWhen } from "../../app/gatherings/polls/saying-when.server";
import { fieldOfMoment, whenForm } from "../../app/gatherings/polls/schema";
import { now as moment } from "../../app/platform/clock.server";
import { config } from "../../app/platform/config.server";
import { newId } from "../../app/platform/secrets.server";
import { transaction } from "../../app/platform/transaction.server";
import { chooseForWhom } from "../../app/steering/choosing-for-whom.server";
import { freshDatabase } from "../database";
import { everybody, oneOfEach } from "../policy/everybody";
import { as, circleOfJan, type World } from "../world";
import { filed } from "./filed";

let world: World;
let names: Record<string, string>;
let db: Database.Database;

/** Jan's circle with a row in every table that knows groups, and Omar's beside it. */
beforeEach(async () => {
  await freshDatabase();
  world = await circleOfJan();
  await everybody(world);
  names = await oneOfEach(world, "network", "van Jan");
  const { groupId, members } = world;
  const { gatheringId = "" } = names;
  await answer(as(world, "fatima"), gatheringId, members.fatima, answerForm.parse({ answer: "yes" }), null, "/");
  const { pollId = "", optionId = "" } = names;
  await sayWhen(as(world, "fatima"), pollId, members.fatima, whenForm.parse({ [fieldOfMoment(optionId)]: "yes" }), null, "/");
  await chooseForWhom(as(world, "jan"), "dream", { audience: "me" }, null);
  const [at, byId, memberId] = [moment(), members.jan, members.fatima];
  await transaction(async (tx) => {
    await tx.handover.create({ data: { id: newId(), groupId, at, byId } });
    await tx.invitation.create({ data: { id: newId(), groupId, memberId, tokenHash: newId(), byId, createdAt: at, expiresAt: at } });
    const meeting = { zone: "Europe/Brussels", minutes: 90, place: "thuis", byId, createdAt: at };
    const series = { id: newId(), groupId, rule: "FREQ=WEEKLY", firstLocal: "2030-01-01T19:30", filledTo: "2030-01-01", ...meeting };
    await tx.series.create({ data: series });
    await tx.gathering.update({ where: { id: gatheringId }, data: { seriesId: series.id, slotLocal: series.firstLocal } });
    await tx.standingAnswer.create({ data: { seriesId: series.id, memberId, groupId, answer: "yes", at, byId } });
    const change = { seriesId: series.id, groupId, sequence: 0, was: "{}", at, byId };
    await tx.seriesChange.create({ data: change });
    const undated = { id: newId(), groupId, timesAYear: 4, since: "2030-01-01", minutes: 90, place: "thuis", byId, createdAt: at };
    await tx.undatedSeries.create({ data: undated });
    await tx.photo.create({ data: { id: newId(), groupId, memberId, hash: newId(), byId, createdAt: at } });
    const card = {
      id: newId(),
      groupId,
      memberId,
      accountId: world.accounts.fatima ?? "",
      tokenHash: newId(),
      madeAt: at,
      byId,
      expiresAt: at,
    };
    await tx.signInCard.create({ data: card });
    await tx.pause.create({ data: { id: newId(), groupId, from: "2030-07-01", at, byId } });
    await tx.feed.create({ data: { id: newId(), groupId, accountId: world.accounts.fatima ?? "", tokenHash: newId(), createdAt: at } });
    await tx.door.create({ data: { groupId, tokenHash: newId(), openedAt: at, byId } });
    await tx.wishToJoin.create({ data: { id: newId(), groupId, name: "Lieve", relation: "", word: "", at } });
    await tx.privateNote.create({ data: { id: newId(), groupId, authorId: memberId, text: "", createdAt: at } });
    await tx.closing.create({ data: { id: newId(), groupId, at, byId, word: "", inMemory: false, reopenedAt: at } });
    await tx.laterReader.create({ data: { groupId, memberId, chosenAt: at } });
    await tx.look.create({ data: { groupId, day: "2026-12-01", memberId, page: "plan" } });
    await tx.mailStop.create({ data: { memberId, kind: "gatheringPlanned", groupId, at } });
    await tx.reminderWish.create({ data: { memberId, groupId, lead: "week", at } });
    await tx.digest.create({ data: { memberId, month: "2026-11", groupId, outcome: "queued", at } });
    await tx.reminder.create({ data: { gatheringId: newId(), startsAt: at, memberId, lead: "week", groupId, outcome: "queued", at } });
  });
  db = new Database(config().database);
  db.pragma("foreign_keys = ON");
});
afterEach(() => db.close());

const columns = (table: string) => db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[];
const count = (table: string, where = "1", ...values: string[]) =>
  db
    .prepare(`SELECT count(*) FROM "${table}" WHERE ${where}`)
    .pluck()
    .get(...values) as number;
/** The row of a group itself is its own id's. */
const keyOf = (table: string) => (table === "Group" ? "id" : "groupId");
const ofGroups = Object.keys(filed).filter((table) => table === "Group" || /with the group|with its/.test(filed[table]?.erase ?? ""));

describe("What is said of a table under erase is so in the database", () => {
  it.each(Object.entries(filed).filter(([, { erase }]) => erase.includes("(cascade)")))(
    "%s: it goes with what it hangs on",
    (table, { erase }) => {
      const named = /with (?:its|the) (\w+) \(cascade\)/.exec(erase)?.[1] ?? "";
      const parent = named.charAt(0).toUpperCase() + named.slice(1);
      const keys = db.prepare('SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list(?)').all(table) as Record<
        string,
        string
      >[];
      const key = keys.find((one) => one.table === parent);
      expect(key?.on_delete).toBe("CASCADE");
      const hanging = `"${key?.from}" IN (SELECT "${key?.to}" FROM "${parent}")`;
      if (table === "Session" || parent !== "Account") expect(count(table, hanging)).toBeGreaterThan(0);
      const ids = db.prepare(`SELECT "${key?.from}" FROM "${table}" WHERE ${hanging}`).pluck().all() as string[];
      const id = ids[0];
      if (!id) return;
      const others = count(table) - ids.filter((one) => one === id).length;
      // Staff and an account that is on it are erased together; here only the account is.
      if (parent === "Account") db.exec("DELETE FROM Staff");
      db.prepare(`DELETE FROM "${parent}" WHERE "${key?.to}" = ?`).run(id);
      expect(count(table, `"${key?.from}" = ?`, id)).toBe(0);
      expect(count(table)).toBe(others);
    },
  );

  it("and a cascade is in the table only where it is said to be, or where the group takes it anyway", () => {
    const cascades = Object.keys(filed).filter((table) =>
      db.prepare("SELECT 1 FROM pragma_foreign_key_list(?) WHERE on_delete = 'CASCADE'").get(table),
    );
    expect(cascades.filter((table) => !/\(cascade\)|with the group/.test(filed[table]?.erase ?? ""))).toEqual([]);
  });

  it("what goes with the group has its id, and a row of Jan's circle to try it with", () => {
    for (const table of ofGroups) {
      expect(columns(table), table).toContain(keyOf(table));
      expect(count(table, `"${keyOf(table)}" = ?`, world.groupId), table).toBeGreaterThan(0);
    }
  });

  it("and it is what erasing a circle takes away", () => {
    expect([...tablesOfAGroup].sort()).toEqual([...ofGroups].sort());
  });

  it("nothing but these knows groups", () => {
    const knowing = Object.keys(filed).filter((table) => columns(table).includes(keyOf(table)));
    expect(knowing.filter((table) => !ofGroups.includes(table))).toEqual([]);
  });

  it("one statement a table takes Jan's circle away, whole, and leaves Omar's and every account", () => {
    const others = () => ofGroups.map((table) => [table, count(table, `"${keyOf(table)}" <> ?`, world.groupId)]);
    const before = [others(), count("Account"), count("Session"), count("Staff"), count("Organisation")];
    db.transaction(() => {
      db.pragma("defer_foreign_keys = ON");
      for (const table of ofGroups) db.prepare(`DELETE FROM "${table}" WHERE "${keyOf(table)}" = ?`).run(world.groupId);
      db.prepare("UPDATE Session SET actsIn = NULL WHERE actsIn = ?").run(world.groupId);
    })();
    expect(ofGroups.filter((table) => count(table, `"${keyOf(table)}" = ?`, world.groupId) > 0)).toEqual([]);
    expect(db.pragma("foreign_key_check")).toEqual([]);
    expect([others(), count("Account"), count("Session"), count("Staff"), count("Organisation")]).toEqual(before);
    const ids = [...Object.values(world.members), ...Object.values(names)].filter((id) => id !== world.organisationId);
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    for (const table of tables)
      for (const column of columns(table))
        expect(count(table, `"${column}" IN (${ids.map(() => "?").join(", ")})`, ...ids), `${table}.${column}`).toBe(0);
  });

  it("what goes with an account, or is for its own audience, says whose it is", () => {
    for (const [table, { erase, audience }] of Object.entries(filed)) {
      if (/with the account/.test(erase)) expect(columns(table), table).toContain("accountId");
      if (/its own/.test(audience)) expect(columns(table), table).toContain("audience");
      if (/^its entry$/.test(audience))
        expect(db.prepare("SELECT 1 FROM pragma_foreign_key_list(?) WHERE \"table\" = 'Entry'").get(table), table).toBeTruthy();
    }
  });
});
