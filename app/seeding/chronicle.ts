import type { About } from "~/groups/adding-a-story-line.server";
import type { EntryKind } from "~/groups/creating-an-entry.server";
import type { DetailOf, Happening } from "~/groups/happened";
import type { Prisma } from "~/platform/prisma/client";
import type { Actor } from "~/policy/acting";
import type { Audience, Ring, Role } from "~/policy/table";

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
  Gathering: Prisma.GatheringCreateManyInput[];
  Response: Prisma.ResponseCreateManyInput[];
  Entry: Prisma.EntryCreateManyInput[];
  Dream: Prisma.DreamCreateManyInput[];
  Goal: Prisma.GoalCreateManyInput[];
  Action: Prisma.ActionCreateManyInput[];
  ActionMember: Prisma.ActionMemberCreateManyInput[];
  Support: Prisma.SupportCreateManyInput[];
  StoryLine: Prisma.StoryLineCreateManyInput[];
}

/** No rows yet. The order of the tables is the order of writing. */
export function noRows(): Rows {
  return {
    Account: [],
    Organisation: [],
    Staff: [],
    Group: [],
    Phase: [],
    Handover: [],
    Member: [],
    Membership: [],
    Assistance: [],
    Series: [],
    Gathering: [],
    Response: [],
    Entry: [],
    Dream: [],
    Goal: [],
    Action: [],
    ActionMember: [],
    Support: [],
    StoryLine: [],
  };
}

/** Somebody in the group that is written about. */
export type Face = Prisma.MemberCreateManyInput;
export type Goal = Prisma.GoalCreateManyInput;
export type Dream = Prisma.DreamCreateManyInput;
export type Action = Prisma.ActionCreateManyInput;
export type Support = Prisma.SupportCreateManyInput;

/** How somebody stands in the group. */
export interface Standing {
  role: Role;
  ring: Ring | null;
  capacity?: string;
  function?: string;
  service?: string;
}

/** Where the facts of one group are kept while they are made up. */
export interface Chronicle {
  rows: Rows;
  groupId: string;
  zone: string;
  newId(at: string): string;
}

/** Someone who does something in their own name. */
export function self(face: Face): Actor {
  return { byId: face.id, byName: face.name, forId: null, forName: null };
}

/** An assistant who does something for the central person. */
export function standingFor(face: Face, central: Face): Actor {
  return { ...self(face), forId: central.id, forName: central.name };
}

/** The story line of a fact. @param at moment in UTC */
export function tellOf<Kind extends Happening>(
  { rows, groupId, newId }: Chronicle,
  at: string,
  actor: Actor,
  kind: Kind,
  detail: DetailOf<Kind>,
  about: About,
): void {
  const aboutNothing = { entryId: null, gatheringId: null, memberId: null, audience: "me" };
  rows.StoryLine.push({ id: newId(at), groupId, at, kind, ...actor, ...aboutNothing, ...about, detail: JSON.stringify(detail) });
}

/** The entry of a dream, goal, action or support. @returns its id, for the row beside it */
export function entryOf({ rows, groupId, newId }: Chronicle, at: string, actor: Actor, kind: EntryKind, audience: Audience): string {
  const id = newId(at);
  rows.Entry.push({ id, groupId, kind, audience, authorId: actor.byId, forId: actor.forId, createdAt: at });
  return id;
}
