import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { Overtaken } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { checkDay } from "../starting";
import { fieldsOfUndated, keptMonths, type UndatedChange } from "./schema";
import { undatedIn } from "./undated.server";

/**
 * Changes a rhythm without a date, or ends it with a last day. What is planned and what is sought stays as it is; nobody is
 * mailed, for nothing that they know of is another.
 * @returns its page
 * @throws Refusal at the field for a last day that is past or too far; Overtaken when somebody else changed it since; 404
 *   when this group has no such series
 */
export async function changeUndated(viewer: MemberViewer, id: string, form: UndatedChange, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [id, form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const page = `/g/${viewer.groupId}/gatherings/series/${id}`;
    const before = await undatedIn(tx, viewer, id);
    const { version, notIn, ...rest } = form;
    if (version !== before.version) throw new Overtaken(fieldsOfUndated(before), before.version);
    const after = { ...rest, notIn: keptMonths(notIn) };
    if (JSON.stringify(fieldsOfUndated(after)) === JSON.stringify(fieldsOfUndated(before))) return page;
    if (after.endsOn && after.endsOn !== before.endsOn) checkDay(after.endsOn, "endsOn", viewer);
    await tx.undatedSeries.update({ where: { id }, data: { ...after, version: { increment: 1 } } });
    const { timesAYear, place } = after;
    await addStoryLine(tx, viewer, actor, "undatedChanged", { timesAYear, place }, { audience: "everyone" });
    return page;
  });
}
