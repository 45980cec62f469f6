import type { z } from "zod";
import type { EntryKind } from "~/groups/creating-an-entry.server";
import { newId } from "~/platform/secrets.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { forWhomForm } from "./schema";

/**
 * Chooses for whom new things of a kind are from now on. What is there stays as it is. The story does not tell it: others
 * would learn from it that there is something they don't see.
 * @returns where to go on
 */
export async function chooseForWhom(
  viewer: MemberViewer,
  kind: EntryKind,
  { audience }: z.infer<typeof forWhomForm>,
  formKey: string | null,
): Promise<string> {
  return act(viewer, { formKey, content: [kind, audience] }, async ({ tx, viewer, may }) => {
    const { byId, forId } = may("group.change");
    const { groupId, now } = viewer;
    const before = await tx.forWhom.findFirst({ where: { groupId, kind, until: null } });
    if (before?.audience !== audience) {
      await tx.forWhom.updateMany({ where: { groupId, kind, until: null }, data: { until: now } });
      await tx.forWhom.create({ data: { id: newId(), groupId, kind, audience, since: now, byId, forId } });
    }
    return `/g/${groupId}/settings#new`;
  });
}
