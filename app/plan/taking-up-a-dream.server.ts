import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";

/** A dream that came true, or was let go, is dreamt again after all: another fact, and another line in the story. @returns where to go on */
export async function takeUpDream(viewer: MemberViewer, dreamId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "dream", dreamId);
    const dream = await tx.dream.findUniqueOrThrow({ where: { id: entry.id } });
    const actor = may(dream.letGoAt ? "entry.change" : "dream.comeTrue", entry.ownerId);
    const { count } = await tx.dream.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), OR: [{ cameTrueAt: { not: null } }, { letGoAt: { not: null } }] },
      data: { cameTrueAt: null, letGoAt: null },
    });
    if (count > 0) await addStoryLine(tx, viewer, actor, "dreamTakenUp", { text: dream.text }, { entryId: entry.id });
    return `/g/${viewer.groupId}/plan#${entry.id}`;
  });
}
