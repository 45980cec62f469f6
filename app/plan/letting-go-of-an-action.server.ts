import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";

/** Takes back what was promised; it stays in the story. @returns where to go on @throws Refusal when it was done meanwhile */
export async function letGoOfAction(viewer: MemberViewer, actionId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "action", actionId);
    const action = await tx.action.findUniqueOrThrow({ where: { id: entry.id }, include: { members: true } });
    const whose = action.members.map((member) => member.memberId);
    const actor = may("entry.change", [entry.ownerId, ...whose]);
    if (action.doneAt) throw new Refusal({ key: "plan.gone" });
    const { count } = await tx.action.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), doneAt: null, letGoAt: null },
      data: { letGoAt: viewer.now },
    });
    if (count > 0) await addStoryLine(tx, viewer, actor, "actionLetGo", { text: action.text }, { entryId: entry.id });
    return `/g/${viewer.groupId}/plan?just=${entry.id}`;
  });
}
