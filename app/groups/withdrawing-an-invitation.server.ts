import { notFound } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { withdrawOpen } from "./inviting.server";

/** Takes back the invitation of a member; its link then says so. Doing it twice is the same as once. @returns their page */
export async function withdrawInvitation(viewer: MemberViewer, memberId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    may("member.invite");
    const member = await tx.member.findFirst({ where: { id: memberId, groupId: viewer.groupId } });
    if (!member) throw notFound();
    await withdrawOpen(tx, viewer.groupId, memberId, viewer.now);
    return `/g/${viewer.groupId}/people/${memberId}`;
  });
}
