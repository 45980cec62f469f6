import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";
import { nameOf } from "./who-supports.server";

/** Support that had stopped goes on after all: another fact, and another line in the story. @returns where to go on */
export async function resumeSupport(viewer: MemberViewer, supportId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "support", supportId);
    const support = await tx.support.findUniqueOrThrow({ where: { id: entry.id } });
    const actor = may("entry.change", [entry.ownerId, support.memberId ?? ""]);
    const { count } = await tx.support.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), until: { not: null } },
      data: { until: null },
    });
    if (count > 0) {
      await tx.entry.update({ where: { id: entry.id }, data: { version: { increment: 1 } } });
      await addStoryLine(
        tx,
        viewer,
        actor,
        "supportResumed",
        { what: support.what, who: await nameOf(tx, support) },
        { entryId: entry.id },
      );
    }
    return `/g/${viewer.groupId}/support#${entry.id}`;
  });
}
