import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { newInvitation, whoCanBeAsked } from "./inviting.server";

/**
 * Makes an invitation to be handed over: printed, or shown on a screen. It needs no mail address. An earlier one on
 * paper is void from then on.
 * @returns the address of the page to print. Its token is kept nowhere, so the same form sent again leads to the member's page.
 */
export async function inviteOnPaper(viewer: MemberViewer, memberId: string, formKey: string | null): Promise<string> {
  let paper: string | undefined;
  const page = await act(viewer, { formKey, content: ["paper", memberId] }, async ({ tx, viewer, may }) => {
    const actor = may("member.invite");
    await whoCanBeAsked(tx, viewer.groupId, memberId);
    const { token } = await newInvitation(tx, viewer, actor, memberId, "paper");
    paper = `/i/${token}/paper`;
    return `/g/${viewer.groupId}/people/${memberId}`;
  });
  return paper ?? page;
}
