import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { createEntry } from "~/groups/creating-an-entry.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { dreamForm } from "./schema";

/** Writes down a dream. @returns where to go on */
export async function writeDream(viewer: MemberViewer, form: z.infer<typeof dreamForm>, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("dream.write");
    const id = await createEntry(tx, viewer, actor, "dream", form.audience);
    await tx.dream.create({ data: { id, groupId: viewer.groupId, text: form.text } });
    await addStoryLine(tx, viewer, actor, "dreamWritten", { text: form.text }, { entryId: id });
    return `/g/${viewer.groupId}/plan#${id}`;
  });
}
