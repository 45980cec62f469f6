import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { createEntry } from "~/groups/creating-an-entry.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { supportForm } from "./schema";
import { notTooFar, whoSupports } from "./who-supports.server";

/**
 * Notes who supports what, since when. A member notes their own. @returns where to go on
 * @throws Refusal for somebody who is not in the circle, or a day more than a year ahead
 */
export async function noteSupport(viewer: MemberViewer, form: z.infer<typeof supportForm>, formKey: string | null): Promise<string> {
  const { audience, ...support } = form;
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("support.note", support.memberId);
    notTooFar(viewer, support.since, "since");
    notTooFar(viewer, support.until, "until");
    const who = await whoSupports(tx, viewer, support.memberId, support.service);
    const id = await createEntry(tx, viewer, actor, "support", audience);
    await tx.support.create({ data: { id, groupId: viewer.groupId, ...support } });
    await addStoryLine(tx, viewer, actor, "supportNoted", { what: support.what, who }, { entryId: id });
    return `/g/${viewer.groupId}/support#${id}`;
  });
}
