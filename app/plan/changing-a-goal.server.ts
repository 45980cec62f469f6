import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { changeEntry, entryOf } from "~/groups/changing-an-entry.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { goalChange } from "./schema";

/**
 * Says a goal in other words, or shows it to others; the story keeps the words as they were. @returns where to go on
 * @throws Overtaken when somebody else changed it since the form was opened
 */
export async function changeGoal(viewer: MemberViewer, goalId: string, form: z.infer<typeof goalChange>, formKey: string | null) {
  return act(viewer, { formKey, content: [goalId, form] }, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "goal", goalId);
    const actor = may("entry.change", entry.ownerId);
    const { text } = await tx.goal.findUniqueOrThrow({ where: { id: entry.id } });
    await changeEntry(tx, viewer, entry, form, { text });
    if (form.text !== text) {
      await tx.goal.update({ where: { id: entry.id }, data: { text: form.text } });
      await addStoryLine(tx, viewer, actor, "reworded", { before: text, after: form.text }, { entryId: entry.id });
    }
    return `/g/${viewer.groupId}/plan#${entry.id}`;
  });
}
