import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { createEntry } from "~/groups/creating-an-entry.server";
import { notFound } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";
import type { goalForm } from "./schema";

/** Sets a goal, under a dream or alone. @returns where to go on @throws 404 for a dream that this viewer may not see */
export async function setGoal(viewer: MemberViewer, form: z.infer<typeof goalForm>, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("goal.write");
    const dream = form.dreamId && (await tx.dream.count({ where: { id: form.dreamId, entry: visibleEntry(viewer) } }));
    if (dream === 0) throw notFound();
    const id = await createEntry(tx, viewer, actor, "goal", form.audience);
    await tx.goal.create({ data: { id, groupId: viewer.groupId, dreamId: form.dreamId, text: form.text } });
    await addStoryLine(tx, viewer, actor, "goalSet", { text: form.text }, { entryId: id });
    return `/g/${viewer.groupId}/plan#${id}`;
  });
}
