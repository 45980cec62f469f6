import { notFound } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** Somebody who would like to belong to the circle does not. Nobody is told: whether and how they hear it is for people. @throws 404 for what was answered */
export async function sayNo(viewer: MemberViewer, wishId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const { byId, forId } = may("member.welcome");
    const { groupId, now } = viewer;
    const { count } = await tx.wishToJoin.updateMany({
      where: { id: wishId, groupId, endedAt: null },
      data: { endedAt: now, byId, forId },
    });
    if (count === 0) throw notFound();
    return `/g/${groupId}/circle`;
  });
}
