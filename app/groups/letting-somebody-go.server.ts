import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { addStoryLine } from "./adding-a-story-line.server";
import { endMembership } from "./ending-a-membership.server";

/**
 * Somebody belongs to the circle no more, from this moment. They get no mail about it: whether and how they hear it is for
 * people, and not for us.
 * @returns their page
 */
export async function letSomebodyGo(viewer: MemberViewer, memberId: string, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["letGo", memberId] }, async ({ tx, viewer, may }) => {
    const actor = may("member.letGo");
    const { groupId, central } = viewer;
    // Who acts for the central person can't so end somebody else's help.
    if ((await tx.assistance.count({ where: { groupId, assistantId: memberId, forId: central.id, until: null } })) > 0)
      may("helper.end", memberId);
    const name = await endMembership(tx, viewer, memberId);
    await addStoryLine(tx, viewer, actor, "personLetGo", { name }, { memberId, audience: "everyone" });
    return `/g/${groupId}/people/${memberId}`;
  });
}
