import { idFor, type Occasion, type Rows } from "~/platform/rows.server";
import type { Actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";

export type EntryKind = "dream" | "goal" | "action" | "support";

/**
 * The entry that a dream, goal, action or support hangs on: it says for whom it is. An assistant's entry is the
 * central person's, with the assistant as its author beside them.
 */
export function newEntry(occasion: Occasion, actor: Actor, kind: EntryKind, audience: Audience): Rows["Entry"][number] {
  const { groupId, now } = occasion;
  return { id: idFor(occasion), groupId, kind, audience, authorId: actor.byId, forId: actor.forId, createdAt: now };
}
