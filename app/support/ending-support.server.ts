import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { entryOf } from "~/groups/changing-an-entry.server";
import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleEntry } from "~/policy/visible.server";
import { nameOf, notTooFar } from "./who-supports.server";

/**
 * Support has stopped, or will: it stays among what was. Said twice, it stopped once. @returns where to go on
 * @param form `until`: the first day that it is not there any more
 * @throws Refusal for a day before it began, or more than a year ahead
 */
export async function endSupport(
  viewer: MemberViewer,
  supportId: string,
  form: { until: string },
  formKey: string | null,
): Promise<string> {
  return act(viewer, { formKey, content: [supportId, form] }, async ({ tx, viewer, may }) => {
    const entry = await entryOf(tx, viewer, "support", supportId);
    const support = await tx.support.findUniqueOrThrow({ where: { id: entry.id } });
    const actor = may("entry.change", [entry.ownerId, support.memberId ?? ""]);
    if (form.until < support.since) throw new Refusal({ key: "support.untilBefore" }, "until");
    notTooFar(viewer, form.until, "until");
    const { count } = await tx.support.updateMany({
      where: { id: entry.id, entry: visibleEntry(viewer), OR: [{ until: null }, { until: { gt: form.until } }] },
      data: { until: form.until },
    });
    if (count > 0) {
      await tx.entry.update({ where: { id: entry.id }, data: { version: { increment: 1 } } });
      await addStoryLine(tx, viewer, actor, "supportEnded", { what: support.what, who: await nameOf(tx, support) }, { entryId: entry.id });
    }
    return `/g/${viewer.groupId}/support?just=${entry.id}`;
  });
}
