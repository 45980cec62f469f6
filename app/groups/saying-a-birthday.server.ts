import { notFound } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { holding } from "./belonging";

/**
 * Says when one's birthday is, or takes that away: each for themselves, and who acts for the central person for them.
 * @param birthday `MM-DD` of the form, or null
 * @returns their page
 */
export async function sayBirthday(
  viewer: MemberViewer,
  memberId: string,
  birthday: string | null,
  formKey: string | null,
): Promise<string> {
  return act(viewer, { formKey, content: [memberId, birthday] }, async ({ tx, viewer, may }) => {
    may("member.birthday", memberId);
    const { groupId } = viewer;
    const { count } = await tx.member.updateMany({ where: { id: memberId, groupId, memberships: { some: holding } }, data: { birthday } });
    if (count === 0) throw notFound();
    return `/g/${groupId}/people/${memberId}`;
  });
}
