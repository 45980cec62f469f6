import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { changeEntry, entryOf } from "~/groups/changing-an-entry.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { dreamChange } from "./schema";

/**
 * Says a dream in other words, or shows it to others; the story keeps the words as they were. @returns where to go on
 * @throws Overtaken when somebody else changed it since the form was opened
 */
export async function changeDream(viewer: MemberViewer, dreamId: string, form: z.infer<typeof dreamChange>, formKey: string | null) {
  return act(viewer, { formKey, content: [dreamId, form] }, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "dream", dreamId);
    const actor = may("entry.change", entry.ownerId);
    const { text } = await tx.dream.findUniqueOrThrow({ where: { id: entry.id } });
    await changeEntry(tx, viewer, entry, form, { text });
    if (form.text !== text) {
      await tx.dream.update({ where: { id: entry.id }, data: { text: form.text } });
      await addStoryLine(tx, viewer, actor, "reworded", { before: text, after: form.text }, { entryId: entry.id });
    }
    return `/g/${viewer.groupId}/plan#${entry.id}`;
  });
}
