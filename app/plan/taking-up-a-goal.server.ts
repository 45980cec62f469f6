import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";

/** A goal that was reached, or let go, is worked at again after all: another fact, and another line in the story. @returns where to go on */
export async function takeUpGoal(viewer: MemberViewer, goalId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "goal", goalId);
    const goal = await tx.goal.findUniqueOrThrow({ where: { id: entry.id } });
    const actor = may(goal.letGoAt ? "entry.change" : "goal.reach", entry.ownerId);
    const { count } = await tx.goal.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), OR: [{ reachedAt: { not: null } }, { letGoAt: { not: null } }] },
      data: { reachedAt: null, letGoAt: null },
    });
    if (count > 0) await addStoryLine(tx, viewer, actor, "goalTakenUp", { text: goal.text }, { entryId: entry.id });
    return `/g/${viewer.groupId}/plan#${entry.id}`;
  });
}
