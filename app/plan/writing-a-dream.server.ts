import type { z } from "zod";
import { storyLine } from "~/groups/adding-a-story-line.server";
import { newEntry } from "~/groups/creating-an-entry.server";
import { insert, type Occasion, type Rows } from "~/platform/rows.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import type { dreamForm } from "./schema";

type DreamForm = z.infer<typeof dreamForm>;

/** A dream that is written down. */
export function newDream(occasion: Occasion, actor: Actor, { text, audience }: DreamForm) {
  const entry = newEntry(occasion, actor, "dream", audience);
  const dream: Rows["Dream"][number] = { id: entry.id, groupId: occasion.groupId, text };
  const line = storyLine(occasion, actor, "dreamWritten", { text }, { entryId: entry.id });
  return { dream, rows: { Entry: [entry], Dream: [dream], StoryLine: [line] } };
}

/** Writes down a dream. @returns where to go on */
export async function writeDream(viewer: MemberViewer, form: DreamForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const { dream, rows } = newDream(viewer, may("dream.write"), form);
    insert(tx, rows);
    return `/g/${viewer.groupId}/plan#${dream.id}`;
  });
}
