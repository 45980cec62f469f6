import { backTo } from "~/forms/back-to";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";

/**
 * Ticks off what was promised. Ticked twice, it is done once.
 * @param back the page of this group to go back to, which may then offer to undo it (`?just=`)
 * @throws Refusal when it was let go meanwhile
 */
export async function doAction(viewer: MemberViewer, actionId: string, back: unknown): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "action", actionId);
    const action = await tx.action.findUniqueOrThrow({ where: { id: entry.id }, include: { members: true } });
    const whose = action.members.map((member) => member.memberId);
    const actor = may("action.done", [entry.ownerId, ...whose]);
    if (action.letGoAt) throw new Refusal({ key: "plan.gone" });
    const { count } = await tx.action.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), doneAt: null, letGoAt: null },
      data: { doneAt: viewer.now, doneById: actor.byId },
    });
    if (count > 0) await addStoryLine(tx, viewer, actor, "actionDone", { text: action.text }, { entryId: entry.id });
    return `${backTo(viewer.groupId, back, `/g/${viewer.groupId}/plan`)}?just=${entry.id}`;
  });
}
