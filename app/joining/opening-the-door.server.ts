import { hashOf, newToken } from "~/platform/secrets.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";

/**
 * Makes a link that whoever has it can ask with to belong to the circle; nothing more. An earlier one opens nothing any more.
 * @returns the address of the page to show. Its token is kept nowhere, so the same form sent again leads to where it is made.
 */
export async function openDoor(viewer: MemberViewer, formKey: string | null): Promise<string> {
  let shown: string | undefined;
  const page = await act(viewer, { formKey, content: ["door"] }, async ({ tx, viewer, may }) => {
    const { byId, forId } = may("member.welcome");
    const { groupId, now } = viewer;
    const token = newToken();
    const door = { tokenHash: hashOf(token), openedAt: now, byId, forId };
    await tx.door.upsert({ where: { groupId }, create: { groupId, ...door }, update: door });
    shown = `/j/${token}/show`;
    return `/g/${groupId}/circle/door`;
  });
  return shown ?? page;
}

/** Nobody can ask with the link any more. What was asked with it stays asked. */
export async function shutDoor(viewer: MemberViewer): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    may("member.welcome");
    await tx.door.deleteMany({ where: { groupId: viewer.groupId } });
    return `/g/${viewer.groupId}/circle/door`;
  });
}
