import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { newId } from "~/platform/secrets.server";
import { addMonths } from "~/platform/wall-clock";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceSeries } from "./announcing.server";
import type { SeriesForm } from "./schema";
import { seriesDays } from "./series-days";
import { filledMonths, stand } from "./standing.server";

/**
 * Plans a series: it stands at once as gatherings for a year after its first one, on the clock of the group.
 * @returns where to go on
 * @throws Refusal at the field when its days can't be, see seriesDays
 */
export async function planSeries(viewer: MemberViewer, form: SeriesForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, zone, now } = viewer;
    const { rule, firstLocal } = seriesDays(form, viewer);
    const { minutes, place, about, endsOn } = form;
    const firstDay = firstLocal.slice(0, 10);
    const filledTo = addMonths(firstDay, filledMonths);
    const made = { byId: actor.byId, forId: actor.forId };
    const series = await tx.series.create({
      data: { id: newId(), groupId, rule, firstLocal, zone, minutes, place, about, endsOn, filledTo, ...made, createdAt: now },
    });
    const firstGatheringId = await stand(tx, series, firstDay, filledTo, now);
    if (!firstGatheringId) throw new Error("a series without a first gathering");
    const line = { gatheringId: firstGatheringId, audience: "everyone" } as const;
    await addStoryLine(tx, viewer, actor, "seriesPlanned", { startLocal: firstLocal, place, rule }, line);
    await announceSeries(tx, actor, { id: series.id, groupId, firstGatheringId, now });
    return `/g/${groupId}/gatherings#${firstGatheringId}`;
  });
}
