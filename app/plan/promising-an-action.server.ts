import type { z } from "zod";
import { storyLine } from "~/groups/adding-a-story-line.server";
import { newEntry } from "~/groups/creating-an-entry.server";
import { notFound, Refusal } from "~/platform/refusal";
import { insert, type Occasion, type Rows } from "~/platform/rows.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";
import type { actionForm } from "./schema";
import { whoDoesIt } from "./who-does-it.server";

type ActionForm = z.infer<typeof actionForm>;

/** An action that is promised, under a goal or alone, with who will do it. */
export function newAction(occasion: Occasion, actor: Actor, promised: Omit<ActionForm, "people">, people: { id: string; name: string }[]) {
  const { groupId } = occasion;
  const { text, goalId, dueOn, audience } = promised;
  const entry = newEntry(occasion, actor, "action", audience);
  const action: Rows["Action"][number] = { id: entry.id, groupId, goalId, text, dueOn };
  const who = people.map((person) => ({ actionId: entry.id, memberId: person.id, groupId }));
  const line = storyLine(occasion, actor, "actionPromised", { text, names: people.map((person) => person.name) }, { entryId: entry.id });
  return { action, rows: { Entry: [entry], Action: [action], ActionMember: who, StoryLine: [line] } };
}

/**
 * Promises an action, under a goal or alone: what, who, and by which day if that matters. @returns where to go on
 * @throws Refusal for a day that is over, or people who don't belong or would not see it; 404 for a goal that this viewer may not see
 */
export async function promiseAction(viewer: MemberViewer, form: ActionForm, formKey: string | null): Promise<string> {
  const { goalId, dueOn, audience } = form;
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("action.write");
    if (dueOn && dueOn < viewer.today) throw new Refusal({ key: "plan.dueOver" }, "dueOn");
    const goal = goalId && (await tx.goal.count({ where: { id: goalId, entry: visibleEntry(viewer) } }));
    if (goal === 0) throw notFound();
    const people = await whoDoesIt(tx, viewer, form.people, { audience, ownerId: actor.forId ?? actor.byId });
    const { action, rows } = newAction(viewer, actor, form, people);
    insert(tx, rows);
    return `/g/${viewer.groupId}/plan#${action.id}`;
  });
}
