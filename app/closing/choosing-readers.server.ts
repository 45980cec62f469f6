import { stillHere } from "~/groups/members-now.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";

/**
 * The central person chooses who may go on reading if the circle is closed one day, also by somebody else. The last choice holds.
 * @param people ids; who is not in the circle is left out
 * @returns the page where it is chosen
 */
export async function chooseReaders(viewer: MemberViewer, people: string[], formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["readers", people] }, async ({ tx, viewer, may }) => {
    may("group.chooseReaders");
    const { groupId, now, central } = viewer;
    const here = (await stillHere(tx, viewer, people)).map(({ id }) => id);
    await tx.laterReader.deleteMany({ where: { groupId } });
    for (const memberId of new Set([central.id, ...here])) await tx.laterReader.create({ data: { groupId, memberId, chosenAt: now } });
    return `/g/${groupId}/settings/close`;
  });
}
