import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { changeEntry, entryOf } from "~/groups/changing-an-entry.server";
import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { actionChange } from "./schema";
import { whoDoesIt } from "./who-does-it.server";

/**
 * Changes what was promised: the words, who does it, the day; the story keeps each as it was. @returns where to go on
 * @throws Overtaken when somebody else changed it since the form was opened, Refusal as when promising
 */
export async function changeAction(viewer: MemberViewer, actionId: string, form: z.infer<typeof actionChange>, formKey: string | null) {
  return act(viewer, { formKey, content: [actionId, form] }, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "action", actionId);
    const about = { entryId: entry.id };
    const action = await tx.action.findUniqueOrThrow({ where: { id: entry.id }, include: { members: true } });
    const before = action.members.map((member) => member.memberId).sort();
    const actor = may("entry.change", [entry.ownerId, ...before]);
    const { text, dueOn } = action;
    await changeEntry(tx, viewer, entry, form, { text, people: before.join(","), dueOn: dueOn ?? "" });

    const passedOn = form.people.slice().sort().join() !== before.join();
    if (passedOn || (form.audience && form.audience !== entry.audience)) {
      const people = await whoDoesIt(tx, viewer, form.people, { audience: form.audience ?? entry.audience, ownerId: entry.ownerId });
      if (passedOn) {
        await tx.actionMember.deleteMany({ where: { actionId: entry.id } });
        await tx.actionMember.createMany({
          data: people.map((person) => ({ actionId: entry.id, memberId: person.id, groupId: viewer.groupId })),
        });
        await addStoryLine(tx, viewer, actor, "actionPassedOn", { text: form.text, names: people.map((person) => person.name) }, about);
      }
    }
    if (form.dueOn !== dueOn) {
      if (form.dueOn && form.dueOn < viewer.today) throw new Refusal({ key: "plan.dueOver" }, "dueOn");
      await addStoryLine(tx, viewer, actor, "actionMoved", { text: form.text, from: dueOn, to: form.dueOn }, about);
    }
    if (form.text !== text) await addStoryLine(tx, viewer, actor, "reworded", { before: text, after: form.text }, about);
    await tx.action.update({ where: { id: entry.id }, data: { text: form.text, dueOn: form.dueOn } });
    return `/g/${viewer.groupId}/plan#${entry.id}`;
  });
}
