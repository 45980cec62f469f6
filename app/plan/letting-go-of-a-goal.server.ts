import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";

/** Lets a goal go; it stays in the story, and what is promised under it stays promised. @returns where to go on @throws Refusal when it was reached meanwhile */
export async function letGoOfGoal(viewer: MemberViewer, goalId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "goal", goalId);
    const actor = may("entry.change", entry.ownerId);
    const goal = await tx.goal.findUniqueOrThrow({ where: { id: entry.id } });
    if (goal.reachedAt) throw new Refusal({ key: "plan.gone" });
    const { count } = await tx.goal.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), reachedAt: null, letGoAt: null },
      data: { letGoAt: viewer.now },
    });
    if (count > 0) await addStoryLine(tx, viewer, actor, "goalLetGo", { text: goal.text }, { entryId: entry.id });
    return `/g/${viewer.groupId}/plan?just=${entry.id}`;
  });
}
