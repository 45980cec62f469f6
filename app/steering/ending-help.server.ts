import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { notFound, Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";

/**
 * Somebody acts for the central person no more, from this moment; what they did stays, with both names.
 * @returns their page
 * @throws 404 for who doesn't help; Refusal when they stop by themselves and nobody could then act for a central person without a way in
 */
export async function endHelp(viewer: MemberViewer, memberId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const actor = may("helper.end", memberId);
    const { groupId, now, central } = viewer;
    const open = await tx.assistance.findMany({ where: { groupId, forId: central.id, until: null } });
    const theirs = open.find((one) => one.assistantId === memberId);
    if (!theirs) throw notFound();
    const { accountId } = await tx.member.findUniqueOrThrow({ where: { id: central.id }, select: { accountId: true } });
    if (open.length === 1 && accountId === null && memberId === viewer.memberId)
      throw new Refusal({ key: "steering.lastHelper", values: { name: central.name } });

    await tx.assistance.update({ where: { id: theirs.id }, data: { until: now } });
    const { name } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
    await addStoryLine(tx, viewer, actor, "helperEnded", { name }, { memberId, audience: "everyone" });
    return `/g/${groupId}/people/${memberId}`;
  });
}
