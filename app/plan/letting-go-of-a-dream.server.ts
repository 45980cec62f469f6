import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";

/** Lets a dream go; it stays in the story, and its goals stay goals. @returns where to go on @throws Refusal when it came true meanwhile */
export async function letGoOfDream(viewer: MemberViewer, dreamId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "dream", dreamId);
    const actor = may("entry.change", entry.ownerId);
    const dream = await tx.dream.findUniqueOrThrow({ where: { id: entry.id } });
    if (dream.cameTrueAt) throw new Refusal({ key: "plan.gone" });
    const { count } = await tx.dream.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), cameTrueAt: null, letGoAt: null },
      data: { letGoAt: viewer.now },
    });
    if (count > 0) await addStoryLine(tx, viewer, actor, "dreamLetGo", { text: dream.text }, { entryId: entry.id });
    return `/g/${viewer.groupId}/plan?just=${entry.id}`;
  });
}
