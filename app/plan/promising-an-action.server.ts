import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { createEntry } from "~/groups/creating-an-entry.server";
import { notFound, Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";
import type { actionForm } from "./schema";
import { whoDoesIt } from "./who-does-it.server";

/**
 * Promises an action, under a goal or alone: what, who, and by which day if that matters. @returns where to go on
 * @throws Refusal for a day that is over, or people who don't belong or would not see it; 404 for a goal that this viewer may not see
 */
export async function promiseAction(viewer: MemberViewer, form: z.infer<typeof actionForm>, formKey: string | null): Promise<string> {
  const { text, goalId, dueOn, audience } = form;
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("action.write");
    if (dueOn && dueOn < viewer.today) throw new Refusal({ key: "plan.dueOver" }, "dueOn");
    const goal = goalId && (await tx.goal.count({ where: { id: goalId, entry: visibleEntry(viewer) } }));
    if (goal === 0) throw notFound();
    const people = await whoDoesIt(tx, viewer, form.people, { audience, ownerId: actor.forId ?? actor.byId });
    const id = await createEntry(tx, viewer, actor, "action", audience);
    await tx.action.create({ data: { id, groupId: viewer.groupId, goalId, text, dueOn } });
    await tx.actionMember.createMany({ data: people.map((person) => ({ actionId: id, memberId: person.id, groupId: viewer.groupId })) });
    await addStoryLine(tx, viewer, actor, "actionPromised", { text, names: people.map((person) => person.name) }, { entryId: id });
    return `/g/${viewer.groupId}/plan#${id}`;
  });
}
