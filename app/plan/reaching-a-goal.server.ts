import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";

/** A goal is reached. Said twice, it is reached once. @returns where to go on @throws Refusal when it was let go meanwhile */
export async function reachGoal(viewer: MemberViewer, goalId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "goal", goalId);
    const actor = may("goal.reach", entry.ownerId);
    const goal = await tx.goal.findUniqueOrThrow({ where: { id: entry.id } });
    if (goal.letGoAt) throw new Refusal({ key: "plan.gone" });
    const { count } = await tx.goal.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), reachedAt: null, letGoAt: null },
      data: { reachedAt: viewer.now },
    });
    if (count > 0) await addStoryLine(tx, viewer, actor, "goalReached", { text: goal.text }, { entryId: entry.id });
    return `/g/${viewer.groupId}/plan?just=${entry.id}`;
  });
}
