import { storyLine } from "~/groups/adding-a-story-line.server";
import { idFor, insert, type Occasion, type Rows } from "~/platform/rows.server";
import { addMonths } from "~/platform/wall-clock";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceSeries } from "./announcing-series.server";
import type { SeriesForm } from "./schema";
import { seriesDays } from "./series-days";
import { filledMonths, gatheringsOf } from "./standing.server";
import { usualOf } from "./usual";

type Planned = Pick<
  Rows["Series"][number],
  "rule" | "firstLocal" | "zone" | "minutes" | "place" | "about" | "online" | "answerDays" | "endsOn" | "followsId" | "filledTo"
>;

/** A series that is planned, with the gatherings as which it stands, from its first day to the one that it is filled to. */
export function newSeries(occasion: Occasion, actor: Actor, planned: Planned) {
  const { groupId, now } = occasion;
  const { rule, firstLocal, place, filledTo } = planned;
  const made = { byId: actor.byId, forId: actor.forId, createdAt: now };
  const series: Rows["Series"][number] = { id: idFor(occasion), groupId, ...planned, ...made };
  const gatherings = gatheringsOf(series, firstLocal.slice(0, 10), filledTo, occasion);
  const about = { gatheringId: gatherings[0]?.id, audience: "everyone" } as const;
  const line = storyLine(occasion, actor, "seriesPlanned", { startLocal: firstLocal, place, rule }, about);
  return { series, gatherings, rows: { Series: [series], Gathering: gatherings, StoryLine: [line] } };
}

/**
 * Plans a series: it stands at once as gatherings for eighteen months after its first one, on the clock of the group.
 * @returns where to go on
 * @throws Refusal at the field when its days can't be, see seriesDays
 */
export async function planSeries(viewer: MemberViewer, form: SeriesForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, zone, now } = viewer;
    const { rule, firstLocal } = seriesDays(form, viewer);
    const { endsOn } = form;
    const filledTo = addMonths(firstLocal.slice(0, 10), filledMonths);
    const { series, gatherings, rows } = newSeries(viewer, actor, { rule, firstLocal, zone, ...usualOf(form), endsOn, filledTo });
    const firstGatheringId = gatherings[0]?.id;
    if (!firstGatheringId) throw new Error("a series without a first gathering");
    insert(tx, rows);
    await announceSeries(tx, actor, { id: series.id, groupId, firstGatheringId, now });
    return `/g/${groupId}/gatherings#${firstGatheringId}`;
  });
}
