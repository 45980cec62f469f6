import type { EntryKind } from "~/groups/creating-an-entry.server";
import { groupQuery } from "~/policy/queries.server";
import type { Audience } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";

const chosen = groupQuery<{ kind: EntryKind; audience: Audience }>(
  "SELECT kind, audience FROM ForWhom WHERE groupId = @groupId AND until IS NULL",
);

/** Where nobody has chosen: the people around the central person (rule 3 of the domain). */
const usual: Record<EntryKind, Audience> = { dream: "network", goal: "network", action: "network", support: "network" };

/** For whom something new is when its writer chooses nothing else, by kind. One statement. */
export function forWhomNew(viewer: MemberViewer): Record<EntryKind, Audience> {
  return { ...usual, ...Object.fromEntries(chosen.all(viewer).map(({ kind, audience }) => [kind, audience])) };
}
