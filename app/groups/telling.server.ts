import { newId } from "~/platform/secrets.server";
import type { Writing } from "~/platform/writing.server";
import type { Actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import type { DetailOf, Happening } from "./happened";

interface About {
  /** The entry whose audience the line follows. */
  entryId?: string;
  gatheringId?: string;
  memberId?: string;
  /** For a line without an entry; everyone in the group unless said otherwise. */
  audience?: Audience;
}

/** Writes a line in the story, in the transaction of what it tells of. Who did it, and for whom, stay named as they were. */
export async function tell<Kind extends Happening>(
  tx: Writing,
  where: { groupId: string; now: string },
  actor: Actor,
  kind: Kind,
  detail: DetailOf<Kind>,
  about: About = {},
): Promise<void> {
  await tx.storyLine.create({
    data: { id: newId(), groupId: where.groupId, at: where.now, kind, ...actor, ...about, detail: JSON.stringify(detail) },
  });
}
