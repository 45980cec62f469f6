import type { z } from "zod";
import { storyLine } from "~/groups/adding-a-story-line.server";
import { newEntry } from "~/groups/creating-an-entry.server";
import { notFound } from "~/platform/refusal";
import { insert, type Occasion, type Rows } from "~/platform/rows.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";
import type { goalForm } from "./schema";

type GoalForm = z.infer<typeof goalForm>;

/** A goal that is set, under a dream or alone. */
export function newGoal(occasion: Occasion, actor: Actor, { text, dreamId, audience }: GoalForm) {
  const entry = newEntry(occasion, actor, "goal", audience);
  const goal: Rows["Goal"][number] = { id: entry.id, groupId: occasion.groupId, dreamId, text };
  const line = storyLine(occasion, actor, "goalSet", { text }, { entryId: entry.id });
  return { goal, rows: { Entry: [entry], Goal: [goal], StoryLine: [line] } };
}

/** Sets a goal, under a dream or alone. @returns where to go on @throws 404 for a dream that this viewer may not see */
export async function setGoal(viewer: MemberViewer, form: GoalForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("goal.write");
    const dream = form.dreamId && (await tx.dream.count({ where: { id: form.dreamId, entry: visibleEntry(viewer) } }));
    if (dream === 0) throw notFound();
    const { goal, rows } = newGoal(viewer, actor, form);
    insert(tx, rows);
    return `/g/${viewer.groupId}/plan#${goal.id}`;
  });
}
