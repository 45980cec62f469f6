import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { sayAlwaysAgain } from "../always/saying-always-again.server";
import { backWithin } from "./going-back.server";
import { goOnOtherwise, tellOfChange } from "./going-on-otherwise.server";
import { forget } from "./remembering.server";

/**
 * A series goes on as it was before its last change: each gathering to come goes back to where it stood, with what was
 * answered for that moment. What was changed by hand since stays so, and what has begun since as well. Everybody hears of it in
 * one mail, as of any change.
 * @param print what the page said beforehand: when something else stands by now, nothing is changed
 * @returns the list of gatherings
 * @throws Refusal then, and when it can't be undone any more: changed again since, or long ago
 */
export async function undoChange(viewer: MemberViewer, seriesId: string, print: string, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["undo", seriesId] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const found = backWithin(tx, viewer, seriesId);
    if (!found) throw new Refusal({ key: "gatherings.undoTooLate" });
    const { series, change, from } = found;
    if (change.print !== print) throw new Refusal({ key: "gatherings.seriesOther" });
    const after = await goOnOtherwise(tx, viewer, actor, series, change, from);
    await sayAlwaysAgain(tx, viewer, after.id, found);
    await forget(tx, series.id);
    await tellOfChange(tx, actor, viewer, after, change, { seriesId: series.id, told: `${series.id}:${series.sequence}` });
    return `/g/${viewer.groupId}/gatherings`;
  });
}
