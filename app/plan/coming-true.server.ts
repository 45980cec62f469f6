import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";

/** A dream came true. Said twice, it came true once. @returns where to go on @throws Refusal when it was let go meanwhile */
export async function comeTrue(viewer: MemberViewer, dreamId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "dream", dreamId);
    const actor = may("dream.comeTrue", entry.ownerId);
    const dream = await tx.dream.findUniqueOrThrow({ where: { id: entry.id } });
    if (dream.letGoAt) throw new Refusal({ key: "plan.gone" });
    const { count } = await tx.dream.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), cameTrueAt: null, letGoAt: null },
      data: { cameTrueAt: viewer.now },
    });
    if (count > 0) await addStoryLine(tx, viewer, actor, "dreamCameTrue", { text: dream.text }, { entryId: entry.id });
    return `/g/${viewer.groupId}/plan?just=${entry.id}`;
  });
}
