import { type About, storyLine } from "~/groups/adding-a-story-line.server";
import type { DetailOf, Happening } from "~/groups/happened";
import type { Occasion, Rows } from "~/platform/rows.server";
import type { Actor } from "~/policy/acting";

/** Somebody in the group that is written about. */
export type Face = Rows["Member"][number];
export type Goal = Rows["Goal"][number];
export type Dream = Rows["Dream"][number];
export type Action = Rows["Action"][number];
export type Support = Rows["Support"][number];

/** Where the facts of one group are kept while they are made up. */
export interface Chronicle {
  rows: Rows;
  groupId: string;
  zone: string;
  newId(at: string): string;
}

/** A moment in the life of the group. @param at moment in UTC */
export function occasionOf({ groupId, newId }: Chronicle, at: string): Occasion {
  return { groupId, now: at, newId: () => newId(at) };
}

/** Keeps what an act would have written. */
export function keep({ rows }: Chronicle, made: Partial<Rows>): void {
  for (const [table, list] of Object.entries(made)) (rows[table as keyof Rows] as unknown[]).push(...list);
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
  chronicle: Chronicle,
  at: string,
  actor: Actor,
  kind: Kind,
  detail: DetailOf<Kind>,
  about: About,
): void {
  keep(chronicle, { StoryLine: [storyLine(occasionOf(chronicle, at), actor, kind, detail, about)] });
}
