import { idFor, insert, type Occasion, type Rows } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import type { DetailOf, Happening } from "./happened";

/** What a line is about: an entry, whose audience of the day it follows and with which it goes; or else for whom it is. */
export type About =
  | { entryId: string; audience?: never }
  | { entryId?: never; audience: Audience; gatheringId?: string; memberId?: string };

/** A line in the story. Who did it, and for whom, stay named as they were. */
export function storyLine<Kind extends Happening>(
  occasion: Occasion,
  actor: Actor,
  kind: Kind,
  detail: DetailOf<Kind>,
  about: About,
): Rows["StoryLine"][number] {
  const { byId, byName, forId, forName } = actor;
  return {
    ...{ id: idFor(occasion), groupId: occasion.groupId, at: occasion.now, kind, byId, byName, forId, forName },
    ...about,
    detail: JSON.stringify(detail),
  };
}

/** Writes a line in the story, in the transaction of what it tells of. @returns its id */
export async function addStoryLine<Kind extends Happening>(
  tx: Transaction,
  occasion: Occasion,
  actor: Actor,
  kind: Kind,
  detail: DetailOf<Kind>,
  about: About,
): Promise<string> {
  const line = storyLine(occasion, actor, kind, detail, about);
  insert(tx, { StoryLine: [line] });
  return line.id;
}
