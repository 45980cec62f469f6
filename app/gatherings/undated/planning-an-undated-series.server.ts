import { storyLine } from "~/groups/adding-a-story-line.server";
import { idFor, insert, type Occasion, type Rows } from "~/platform/rows.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { checkDay } from "../starting";
import { keptMonths, type UndatedForm } from "./schema";

/** A rhythm without a date that is planned. It stands as nothing: a day is chosen each time. */
export function newUndated(occasion: Occasion, actor: Actor, { notIn, from, ...planned }: UndatedForm) {
  const { groupId, now } = occasion;
  const { byId, forId } = actor;
  const { timesAYear, place } = planned;
  const series: Rows["UndatedSeries"][number] = {
    ...{ id: idFor(occasion), groupId, ...planned, notIn: keptMonths(notIn), since: from },
    ...{ byId, forId, createdAt: now },
  };
  const line = storyLine(occasion, actor, "undatedPlanned", { timesAYear, place }, { audience: "everyone" });
  return { series, rows: { UndatedSeries: [series], StoryLine: [line] } };
}

/**
 * Plans a rhythm without a date. Nobody is mailed: everybody hears of it when a day is sought.
 * @returns its page
 * @throws Refusal at the field for a day that is past or too far
 */
export async function planUndated(viewer: MemberViewer, form: UndatedForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["undated", form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    checkDay(form.from, "from", viewer);
    const { series, rows } = newUndated(viewer, actor, form);
    insert(tx, rows);
    return `/g/${viewer.groupId}/gatherings/series/${series.id}`;
  });
}
