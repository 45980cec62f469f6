import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { refuseLastHelper } from "~/groups/ending-a-membership.server";
import { notFound } from "~/platform/refusal";
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
    const theirs = await tx.assistance.findFirst({ where: { groupId, assistantId: memberId, forId: central.id, until: null } });
    if (!theirs) throw notFound();
    if (memberId === viewer.memberId) await refuseLastHelper(tx, viewer, memberId);
    await tx.assistance.update({ where: { id: theirs.id }, data: { until: now } });
    const { name } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
    await addStoryLine(tx, viewer, actor, "helperEnded", { name }, { memberId, audience: "everyone" });
    return `/g/${groupId}/people/${memberId}`;
  });
}
