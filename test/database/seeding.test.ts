import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { cast, staff, stranger } from "../../app/demo/cast";
import { eraseMyself } from "../../app/erasing/erasing-myself.server";
import { happened } from "../../app/groups/happened";
import { row, rows } from "../../app/platform/query.server";
import { transaction } from "../../app/platform/transaction.server";
import { instantOf } from "../../app/platform/wall-clock";
import { memberOf, staffOf } from "../../app/policy/viewer.server";
import { seedDemo } from "../../app/seeding/demo.server";
import { seedGroups } from "../../app/seeding/groups.server";
import { freshDatabase } from "../database";

const now = "2026-11-24T09:00:00.000Z";

beforeEach(freshDatabase);

const person = (mail: string) => {
  const found = row<{ id: string; name: string }>("SELECT id, name FROM Account WHERE mail = @mail", { mail });
  if (!found) throw new Error(`${mail} has no account`);
  return { accountId: found.id, name: found.name, mail, language: "nl", operator: false } as const;
};

/** What must be true of any life, made up or not. */
function holdsTogether(): void {
  expect(rows("PRAGMA foreign_key_check")).toEqual([]);
  for (const kind of ["Dream", "Goal", "Action", "Support"])
    expect(
      row(
        `SELECT (SELECT count(*) FROM Entry WHERE kind = @kind) - (SELECT count(*) FROM ${kind} d JOIN Entry e ON e.id = d.id AND e.groupId = d.groupId) AS n`,
        {
          kind: kind.toLowerCase(),
        },
      ),
    ).toEqual({ n: 0 });
  for (const line of rows<{ kind: keyof typeof happened; detail: string }>("SELECT kind, detail FROM StoryLine"))
    expect(happened[line.kind].strict().safeParse(JSON.parse(line.detail)).error).toBeUndefined();
  for (const one of rows<{ startLocal: string; zone: string; startsAt: string }>("SELECT startLocal, zone, startsAt FROM Gathering"))
    expect(instantOf(one.startLocal, one.zone)).toBe(one.startsAt);
  const centrals = rows("SELECT groupId FROM Membership WHERE role = 'central' AND until IS NULL");
  expect(centrals.length).toBe(row<{ n: number }>(`SELECT count(*) AS n FROM "Group"`)?.n);
  const twice = rows(
    "SELECT a.id FROM Membership a JOIN Membership b ON b.memberId = a.memberId AND b.id > a.id AND b.since < coalesce(a.until, '9') AND coalesce(b.until, '9') > a.since",
  );
  expect(twice).toEqual([]);
  expect(rows("SELECT id FROM Membership WHERE until <= since")).toEqual([]);
  // Nobody did anything that is still to come, or before they were there.
  expect(rows("SELECT id FROM StoryLine WHERE at > @now", { now })).toEqual([]);
  expect(rows("SELECT l.id, l.kind FROM StoryLine l JOIN Member m ON m.id = l.byId WHERE l.at < m.createdAt")).toEqual([]);
  expect(rows("SELECT r.id FROM Response r JOIN Member m ON m.id = r.memberId WHERE r.at < m.createdAt")).toEqual([]);
  expect(rows("SELECT id FROM Support WHERE until <= since")).toEqual([]);
  const gone = (member: string, at: string) =>
    `NOT EXISTS (SELECT 1 FROM Membership s WHERE s.memberId = ${member} AND s.since <= ${at} AND coalesce(s.until, '9') >= ${at})`;
  expect(rows(`SELECT l.kind, l.byName, l.at FROM StoryLine l WHERE ${gone("l.byId", "l.at")}`)).toEqual([]);
  expect(rows(`SELECT r.at FROM Response r WHERE ${gone("r.memberId", "r.at")}`)).toEqual([]);
  expect(
    rows(`SELECT e.createdAt FROM Entry e JOIN ActionMember a ON a.actionId = e.id WHERE ${gone("a.memberId", "e.createdAt")}`),
  ).toEqual([]);
}

describe("The demo", () => {
  it("is a life that holds together", async () => {
    await seedDemo(now);
    holdsTogether();
  });

  it("has as much in it as it had when each act was written a second time for it", async () => {
    await seedDemo(now);
    expect(counted()).toEqual({
      ...{ Account: 14, Organisation: 1, Staff: 1, Group: 2, Phase: 6, Handover: 1, Member: 22, Membership: 27, Assistance: 2 },
      ...{ Series: 4, UndatedSeries: 2, Gathering: 103, Response: 593, StandingAnswer: 2 },
      ...{ Entry: 93, Dream: 7, Goal: 12, Action: 52, ActionMember: 71, Support: 22 },
      ...{ StoryLine: 776, Look: 20, Digest: 22, PrivateNote: 2, DatePoll: 1, PollOption: 3, PollAnswer: 21 },
      ...{ Lift: 2, Car: 1, Bringing: 4 },
    });
  });

  it("has its next gathering within eight days, answered by some and not by Wim, whatever the day", async () => {
    for (const day of ["2026-11-24", "2027-02-28", "2028-02-29", "2027-03-27", "2027-10-30", "2026-12-31"]) {
      await freshDatabase();
      const at = `${day}T09:00:00.000Z`;
      const { groupId } = await seedDemo(at);
      const next = row<{ id: string; startsAt: string; startLocal: string }>(
        "SELECT id, startsAt, startLocal FROM Gathering WHERE groupId = @groupId AND startsAt > @at AND cancelledAt IS NULL ORDER BY startsAt LIMIT 1",
        { groupId, at },
      );
      const days = (Date.parse(next?.startsAt ?? "") - Date.parse(at)) / 86_400_000;
      expect(days).toBeGreaterThan(1);
      expect(days).toBeLessThan(9);
      expect(next?.startLocal.slice(11)).toBe("19:30");
      const answered = rows<{ name: string; answer: string }>(
        "SELECT m.name, r.answer FROM Response r JOIN Member m ON m.id = r.memberId WHERE r.gatheringId = @id ORDER BY m.name",
        { id: next?.id ?? "" },
      );
      expect(answered.filter((one) => one.answer === "yes").map((one) => one.name)).toEqual([
        "Fatima",
        "Jan",
        "Mia",
        "Noor",
        "Rita",
        "Tom",
      ]);
      expect(answered.map((one) => one.name)).not.toContain("Wim");
    }
  });

  it("lets everyone of the cast with a mail address in, and Sofie only in Omar's circle and her organisation", async () => {
    const { groupId } = await seedDemo(now);
    for (const { mail, role } of Object.values(cast)) if (mail) expect(memberOf(person(mail), groupId, now)?.role).toBe(role);
    expect(memberOf(person(cast.rita.mail), groupId, now)?.actsForId).not.toBeNull();
    const sofie = person(staff.mail);
    expect(memberOf(sofie, groupId, now)).toBeNull();
    const { id, organisationId } = row<{ id: string; organisationId: string }>(
      `SELECT id, organisationId FROM "Group" WHERE id <> @groupId`,
      { groupId },
    ) ?? { id: "", organisationId: "" };
    expect(memberOf(sofie, id, now)?.role).toBe("starter");
    expect(memberOf(person(stranger.mail), id, now)?.role).toBe("central");
    expect(memberOf(person(stranger.mail), groupId, now)).toBeNull();
    expect(staffOf(sofie, organisationId, now)?.organisationName).toBe(staff.organisation);
  });

  it("is left alone when it is there, and made anew at the same address when it has grown old", async () => {
    const first = await seedDemo(now);
    const account = person(cast.jan.mail).accountId;
    const dreams = () => rows("SELECT text, audience FROM Dream d JOIN Entry e ON e.id = d.id ORDER BY text");
    const before = dreams();
    expect(await seedDemo("2026-12-10T09:00:00.000Z")).toEqual({ groupId: first.groupId, made: false });
    expect(await seedDemo("2027-01-04T09:00:00.000Z")).toEqual({ groupId: first.groupId, made: true });
    expect(dreams()).toEqual(before);
    expect(person(cast.jan.mail).accountId).toBe(account);
    expect(row("SELECT count(*) AS n FROM Gathering WHERE startsAt > '2027-01-04'")).not.toEqual({ n: 0 });
  });

  it("is made anew when somebody who looked around erased one of its people", async () => {
    await seedDemo(now);
    await eraseMyself(person(cast.fatima.mail), now);
    await transaction((tx) => tx.staff.deleteMany());
    expect(await seedDemo(now)).toMatchObject({ made: true });
    expect(row("SELECT name FROM Member WHERE accountId = @accountId", { accountId: person(cast.fatima.mail).accountId })).toEqual({
      name: "Fatima",
    });
    expect(staffOf(person(staff.mail), row<{ id: string }>("SELECT id FROM Organisation")?.id ?? "", now)).not.toBeNull();
    expect(await seedDemo(now)).toMatchObject({ made: false });
    holdsTogether();
  });
});

/** Rows of each table that has any. */
function counted(): Record<string, number> {
  const tables = rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%migrations' ORDER BY name",
  );
  const counts = tables.map(({ name }) => [name, row<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)?.n ?? 0] as const);
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

/** All that is in the database, as one number. */
function everything(): string {
  const hash = createHash("sha256");
  const tables = rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%migrations' ORDER BY name",
  );
  for (const { name } of tables) hash.update(name).update(JSON.stringify(rows(`SELECT * FROM "${name}" ORDER BY 1, 2`)));
  return hash.digest("hex");
}

describe("Seeded groups", () => {
  const asked = { years: 4, groups: 3, random: 1, now };

  it("are the same for the same number and day, and others for another number", async () => {
    await seedGroups(asked);
    const first = everything();
    await freshDatabase();
    await seedGroups({ ...asked, now: "2026-11-24T21:15:00.000Z" });
    expect(everything()).toBe(first);
    await freshDatabase();
    await seedGroups({ ...asked, random: 2 });
    expect(everything()).not.toBe(first);
  });

  it("are lives that hold together, through twenty years as through one", async () => {
    await seedGroups({ years: 20, groups: 2, random: 7, now });
    await seedGroups({ ...asked, years: 1, random: 7 });
    holdsTogether();
    const people = rows<{ n: number }>("SELECT count(*) AS n FROM Membership WHERE until IS NULL GROUP BY groupId");
    for (const { n } of people) expect(n).toBeGreaterThanOrEqual(5);
    expect(row<{ n: number }>("SELECT count(*) AS n FROM Action")?.n).toBeGreaterThan(3_000);
    expect(rows("SELECT id FROM Membership WHERE role = 'starter' AND until IS NULL")).toEqual([]);
    const ahead = rows("SELECT DISTINCT groupId FROM Gathering WHERE startsAt > @now AND cancelledAt IS NULL", { now });
    expect(ahead).toHaveLength(5);
    const central = person("lid1.groep1@kring.example");
    const group = row<{ groupId: string }>("SELECT groupId FROM Member WHERE accountId = @id", { id: central.accountId });
    expect(memberOf(central, group?.groupId ?? "", now)?.role).toBe("central");
  });

  it("have as much in them as they had when each act was written a second time for them", async () => {
    await seedGroups({ years: 20, groups: 10, random: 1, now });
    expect(counted()).toEqual({
      ...{ Account: 234, Organisation: 1, Staff: 1, Group: 10, Phase: 40, Handover: 10, Member: 462, Membership: 581, Assistance: 10 },
      ...{ Series: 59, Gathering: 3277, Response: 36_250, Entry: 28_442, Dream: 210, Goal: 819, Action: 26_669, ActionMember: 31_992 },
      ...{ Support: 744, StoryLine: 94_640, Digest: 462 },
    });
  });

  it("refuse half a year", async () => {
    await expect(seedGroups({ ...asked, years: 0.5 })).rejects.toThrow(RangeError);
  });
});
