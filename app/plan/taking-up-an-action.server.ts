import { backTo } from "~/forms/back-to";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";

/**
 * What was ticked off, or taken back, is to be done after all: another fact, and another line in the story.
 * @param back the page of this group to go back to
 */
export async function takeUpAction(viewer: MemberViewer, actionId: string, back: unknown): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "action", actionId);
    const action = await tx.action.findUniqueOrThrow({ where: { id: entry.id }, include: { members: true } });
    const whose = action.members.map((member) => member.memberId);
    const actor = may(action.letGoAt ? "entry.change" : "action.done", [entry.ownerId, ...whose]);
    const { count } = await tx.action.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), OR: [{ doneAt: { not: null } }, { letGoAt: { not: null } }] },
      data: { doneAt: null, doneById: null, letGoAt: null },
    });
    if (count > 0) await addStoryLine(tx, viewer, actor, "actionReopened", { text: action.text }, { entryId: entry.id });
    return backTo(viewer.groupId, back, `/g/${viewer.groupId}/plan#${entry.id}`);
  });
}
