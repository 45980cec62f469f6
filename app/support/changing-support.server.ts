import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { changeEntry, entryOf } from "~/groups/changing-an-entry.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { supportChange } from "./schema";
import { nameOf, notTooFar, whoSupports } from "./who-supports.server";

/**
 * Changes what was noted of somebody's support; the story keeps the words as they were. @returns where to go on
 * @throws Overtaken when somebody else changed it since the form was opened, Refusal as when noting
 */
export async function changeSupport(viewer: MemberViewer, supportId: string, form: z.infer<typeof supportChange>, formKey: string | null) {
  const { version, audience, ...wanted } = form;
  return act(viewer, { formKey, content: [supportId, form] }, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "support", supportId);
    const support = await tx.support.findUniqueOrThrow({ where: { id: entry.id } });
    const actor = may("entry.change", [entry.ownerId, support.memberId ?? ""]);
    const another = wanted.memberId !== support.memberId;
    if (another || wanted.service !== support.service) may("support.note", wanted.memberId);
    await changeEntry(tx, viewer, entry, { version, audience }, asTyped(support));
    if (wanted.since !== support.since) notTooFar(viewer, wanted.since, "since");
    if (wanted.until !== support.until) notTooFar(viewer, wanted.until, "until");
    if (another) await whoSupports(tx, viewer, wanted.memberId, wanted.service);
    await tx.support.update({ where: { id: entry.id }, data: wanted });
    const about = { entryId: entry.id };
    if (wanted.what !== support.what)
      await addStoryLine(tx, viewer, actor, "reworded", { before: support.what, after: wanted.what }, about);
    const rest = ["memberId", "service", "domain", "since", "until", "paid"] as const;
    if (rest.some((field) => wanted[field] !== support[field])) {
      await addStoryLine(tx, viewer, actor, "supportChanged", { what: wanted.what, who: await nameOf(tx, wanted) }, about);
    }
    return `/g/${viewer.groupId}/support#${entry.id}`;
  });
}

type Noted = Record<"what" | "domain" | "since", string> & Record<"memberId" | "service" | "until", string | null> & { paid: boolean };

/** What stands there now, by field as the form would send it. */
function asTyped(support: Noted): Record<string, string> {
  const { what, domain, since, memberId, service, until, paid } = support;
  return { memberId: memberId ?? "", service: service ?? "", what, domain, since, until: until ?? "", paid: paid ? "on" : "" };
}
