import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import type { DetailOf, Happening } from "./happened";

/** What a line is about: an entry, whose audience of the day it follows and with which it goes; or else for whom it is. */
export type About =
  | { entryId: string; audience?: never }
  | { entryId?: never; audience: Audience; gatheringId?: string; memberId?: string };

/** Writes a line in the story, in the transaction of what it tells of. Who did it, and for whom, stay named as they were. @returns its id */
export async function addStoryLine<Kind extends Happening>(
  tx: Transaction,
  where: { groupId: string; now: string },
  actor: Actor,
  kind: Kind,
  detail: DetailOf<Kind>,
  about: About,
): Promise<string> {
  const id = newId();
  await tx.storyLine.create({
    data: { id, groupId: where.groupId, at: where.now, kind, ...actor, ...about, detail: JSON.stringify(detail) },
  });
  return id;
}
