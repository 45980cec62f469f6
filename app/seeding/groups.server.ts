import { noRows } from "~/platform/rows.server";
import { dayOf } from "~/platform/wall-clock";
import { idsFrom } from "./chance";

import { lifeOf } from "./life";
import { monthTold } from "./month-told";
import { openSeedDatabase, type SeedDatabase } from "./seed-database.server";

export interface SeedAsked {
  /** How many years each group has behind it, 1 to 100. */
  years: number;
  groups: number;
  /** The same number gives the same lives on the same day. */
  random: number;
  /** Moment in UTC; only its day in Brussels counts. */
  now: string;
}

/** What was made. */
export interface Seeded {
  groups: number;
  people: number;
  gatherings: number;
  answers: number;
  actions: number;
  storyLines: number;
  /** Id and central person's mail address of each group, in order. */
  made: { groupId: string; mail: string }[];
}

const born = "2000-01-01T00:00:00.000Z";
const newId = idsFrom(40);
const office = { organisationId: newId(born), accountId: newId(born), staffId: newId(born) };
const starter = { accountId: office.accountId, name: "Sara", mail: "sara@samen.example" };

/** Writes groups with lives in them beside what is there; each in a transaction of its own. */
export async function seedGroups({ years, groups, random, now }: SeedAsked): Promise<Seeded> {
  if (!(years >= 1 && years <= 100) || !(groups >= 0) || !Number.isInteger(years + groups + random))
    throw new RangeError("years (1 to 100), groups and random are whole numbers");
  const today = dayOf(now, "Europe/Brussels");
  const db = openSeedDatabase();
  try {
    opened(db);
    const numbers = `SELECT count(*) AS n FROM Account WHERE mail LIKE 'lid1.groep%@kring.example'`;
    const there = db.rows<{ n: number }>(numbers)[0]?.n ?? 0;
    const seeded: Seeded = { groups, people: 0, gatherings: 0, answers: 0, actions: 0, storyLines: 0, made: [] };
    for (let number = there + 1; number <= there + groups; number += 1) {
      const rows = lifeOf({ number, years, random, today, organisationId: office.organisationId, starter });
      rows.Digest.push(...monthTold(rows, today));
      db.write(rows);
      seeded.people += rows.Member.length;
      seeded.gatherings += rows.Gathering.length;
      seeded.answers += rows.Response.length;
      seeded.actions += rows.Action.length;
      seeded.storyLines += rows.StoryLine.length;
      seeded.made.push({ groupId: rows.Group[0]?.id ?? "", mail: `lid1.groep${number}@kring.example` });
    }
    return seeded;
  } finally {
    db.close();
  }
}

/** The organisation that begins all seeded groups, and its worker. */
function opened(db: SeedDatabase): void {
  if (db.rows("SELECT id FROM Organisation WHERE id = @id", { id: office.organisationId }).length > 0) return;
  const { organisationId, accountId, staffId } = office;
  const { name, mail } = starter;
  db.write({
    ...noRows(),
    Account: [{ id: accountId, name, mail, language: "nl", operatorSince: null, createdAt: born }],
    Organisation: [{ id: organisationId, name: "Samen Verder", createdAt: born }],
    Staff: [{ id: staffId, organisationId, accountId, since: born, until: null }],
  });
}
