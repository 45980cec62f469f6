import type { Prisma } from "./prisma/client";
import { newId } from "./secrets.server";
import type { Transaction } from "./transaction.server";
import { runWithin } from "./writer.server";

/** Rows to be written, by table, in an order in which each finds what it points at. */
export interface Rows {
  Account: Prisma.AccountCreateManyInput[];
  Organisation: Prisma.OrganisationCreateManyInput[];
  Staff: Prisma.StaffCreateManyInput[];
  Group: Prisma.GroupCreateManyInput[];
  Phase: Prisma.PhaseCreateManyInput[];
  Handover: Prisma.HandoverCreateManyInput[];
  Member: Prisma.MemberCreateManyInput[];
  Membership: Prisma.MembershipCreateManyInput[];
  Assistance: Prisma.AssistanceCreateManyInput[];
  Series: Prisma.SeriesCreateManyInput[];
  UndatedSeries: Prisma.UndatedSeriesCreateManyInput[];
  Gathering: Prisma.GatheringCreateManyInput[];
  Response: Prisma.ResponseCreateManyInput[];
  StandingAnswer: Prisma.StandingAnswerCreateManyInput[];
  Lift: Prisma.LiftCreateManyInput[];
  Car: Prisma.CarCreateManyInput[];
  Bringing: Prisma.BringingCreateManyInput[];
  DatePoll: Prisma.DatePollCreateManyInput[];
  PollOption: Prisma.PollOptionCreateManyInput[];
  PollAnswer: Prisma.PollAnswerCreateManyInput[];
  Entry: Prisma.EntryCreateManyInput[];
  Dream: Prisma.DreamCreateManyInput[];
  Goal: Prisma.GoalCreateManyInput[];
  Action: Prisma.ActionCreateManyInput[];
  ActionMember: Prisma.ActionMemberCreateManyInput[];
  Support: Prisma.SupportCreateManyInput[];
  StoryLine: Prisma.StoryLineCreateManyInput[];
  Look: Prisma.LookCreateManyInput[];
  Digest: Prisma.DigestCreateManyInput[];
  PrivateNote: Prisma.PrivateNoteCreateManyInput[];
}

/** Of which group something is, and when it happens: a moment in UTC. `newId` is for who needs the same ids each time. */
export interface Occasion {
  groupId: string;
  now: string;
  newId?: () => string;
}

/** An id for a row of it. */
export function idFor(occasion: Occasion): string {
  return occasion.newId ? occasion.newId() : newId();
}

/** No rows yet. The order of the tables is the order of writing. */
export function noRows(): Rows {
  return {
    ...{ Account: [], Organisation: [], Staff: [], Group: [], Phase: [], Handover: [], Member: [], Membership: [], Assistance: [] },
    ...{
      Series: [],
      UndatedSeries: [],
      Gathering: [],
      Response: [],
      StandingAnswer: [],
      Lift: [],
      Car: [],
      Bringing: [],
      DatePoll: [],
      PollOption: [],
      PollAnswer: [],
      Entry: [],
      Dream: [],
      Goal: [],
      Action: [],
      ActionMember: [],
      Support: [],
    },
    ...{ StoryLine: [], Look: [], Digest: [], PrivateNote: [] },
  };
}

const tables = Object.keys(noRows()) as (keyof Rows)[];

/** Each row as a statement and its values, in the order of the tables. A key that is not there gets the column's default. */
export function* inserts(rows: Partial<Rows>): Generator<{ sql: string; values: (string | number | null)[] }> {
  for (const table of tables)
    for (const row of rows[table] ?? []) {
      const set = Object.entries(row).filter(([, value]) => value !== undefined);
      const sql = `INSERT INTO "${table}" (${set.map(([name]) => `"${name}"`).join(", ")}) VALUES (${set.map(() => "?").join(", ")})`;
      yield { sql, values: set.map(([, value]) => (typeof value === "boolean" ? Number(value) : value)) };
    }
}

/** Writes rows in the transaction of an act. The names in them are ours, never a visitor's. */
export function insert(_tx: Transaction, rows: Partial<Rows>): void {
  for (const { sql, values } of inserts(rows)) runWithin(sql, values);
}
