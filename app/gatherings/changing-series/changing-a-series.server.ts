import { notFound, Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { SeriesForm } from "../schema";
import { goOnOtherwise, tellOfChange } from "./going-on-otherwise.server";
import { remember } from "./remembering.server";
import { changeWithin } from "./standing-from.server";

/**
 * Changes a series from a day on: its rhythm, hour, length, place, subject, link, until when one lets it know, end. From its first gathering on it is the same
 * series; from a later one it ends before that day, and another goes on after it. What has begun stays as it was. Everybody
 * hears of it in one mail, unless only what it is about or until when one lets it know is another, which no mail tells.
 * For a while it can be undone.
 * @param print which change the page said beforehand: when something else stands by now, nothing is changed
 * @returns the list of gatherings
 * @throws Refusal then, for what changes nothing, and at a field as seriesDays; 404 for a gathering that is of no series, or has begun
 */
export async function changeSeries(
  viewer: MemberViewer,
  gatheringId: string,
  form: SeriesForm,
  print: string,
  formKey: string | null,
): Promise<string> {
  return act(viewer, { formKey, content: [gatheringId, form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, now } = viewer;
    const one = await tx.gathering.findFirst({ where: { id: gatheringId, groupId, startsAt: { gt: now } }, include: { series: true } });
    if (!one?.series) throw notFound();
    const { series } = one;
    const { rows, change } = changeWithin(tx, viewer, series, form);
    if (change.print !== print) throw new Refusal({ key: "gatherings.seriesOther" });
    if (!change.changes) throw new Refusal({ key: "gatherings.seriesAheadNothing" });
    const after = await goOnOtherwise(tx, viewer, actor, series, change, form.from);
    await remember(tx, viewer, actor, { series, after, change, rows, from: form.from });
    await tellOfChange(tx, actor, viewer, after, change);
    return `/g/${groupId}/gatherings`;
  });
}
