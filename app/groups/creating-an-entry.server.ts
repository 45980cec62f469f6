import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";

export type EntryKind = "dream" | "goal" | "action" | "support";

/**
 * Makes the entry that a dream, goal, action or support hangs on: it says for whom it is. An assistant's entry is the
 * central person's, with the assistant as its author beside them.
 * @returns the id, for the row beside it
 */
export async function createEntry(
  tx: Transaction,
  where: { groupId: string; now: string },
  actor: Actor,
  kind: EntryKind,
  audience: Audience,
): Promise<string> {
  const id = newId();
  await tx.entry.create({
    data: { id, groupId: where.groupId, kind, audience, authorId: actor.byId, forId: actor.forId, createdAt: where.now },
  });
  return id;
}
