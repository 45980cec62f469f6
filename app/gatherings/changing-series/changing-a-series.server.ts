import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { notFound, Refusal } from "~/platform/refusal";
import { insert } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import { instantOf } from "~/platform/wall-clock";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { carryOnAlways } from "../always/when-a-series-changes.server";
import { announceSeriesChanged } from "../announcing-series.server";
import { paused } from "../pausing/paused.server";
import type { SeriesForm } from "../schema";
import { gatheringsAt, revised } from "../standing.server";
import { usualOf } from "../usual";
import { seriesAfter } from "./series-after.server";
import { type Change, changeWithin } from "./standing-from.server";

/**
 * Changes a series from a day on: its rhythm, hour, length, place, subject, link, until when one lets it know, end. From its first gathering on it is the same
 * series; from a later one it ends before that day, and another goes on after it. What has begun stays as it was. Everybody
 * hears of it in one mail, unless only what it is about or until when one lets it know is another, which no mail tells.
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
    const change = changeWithin(tx, viewer, series, form);
    if (change.print !== print) throw new Refusal({ key: "gatherings.seriesOther" });
    if (!change.changes) throw new Refusal({ key: "gatherings.seriesAheadNothing" });
    const { endsOn } = form;
    const { rule, firstLocal, filledTo } = change;
    const planned = { rule, firstLocal, zone: viewer.zone, ...usualOf(form), endsOn, filledTo };
    const { id, sequence, ended } = await seriesAfter(tx, viewer, actor, series, planned, form.from);
    if (id === series.id) await stepAside(tx, change);
    await movedTo(tx, viewer, id, change);
    await fallAway(tx, viewer, actor, change);
    const { byId, forId } = actor;
    insert(tx, { Gathering: await paused(tx, gatheringsAt({ ...planned, id, groupId, byId, forId }, change.fresh, viewer), viewer) });
    await carryOnAlways(tx, viewer, series, id, change);
    const first = await tx.gathering.findFirst({
      where: { seriesId: id, cancelledAt: null, startsAt: { gt: now } },
      orderBy: { startsAt: "asc" },
    });
    const line = { ...(first && { gatheringId: first.id }), audience: "everyone" } as const;
    await addStoryLine(tx, viewer, actor, "seriesChanged", { startLocal: firstLocal, place: form.place, rule }, line);
    const off = change.off.map(({ startLocal }) => startLocal);
    if (first && change.tells)
      await announceSeriesChanged(tx, actor, {
        id,
        groupId,
        now,
        sequence,
        firstGatheringId: first.id,
        off,
        online: change.relinked,
        ended,
      });
    return `/g/${groupId}/gatherings`;
  });
}

/** In the same series one may go to where another still is: first they all step aside. */
async function stepAside(tx: Transaction, { becoming }: Change): Promise<void> {
  for (const { id } of becoming) await tx.gathering.update({ where: { id }, data: { slotLocal: `aside ${id}` } });
}

async function movedTo(tx: Transaction, { zone, now }: MemberViewer, seriesId: string, { becoming }: Change): Promise<void> {
  for (const { id, slotLocal, startLocal, moves, changed, asks, ...rest } of becoming)
    await tx.gathering.update({
      where: { id },
      data: {
        ...{ seriesId, slotLocal, ...usualOf(rest) },
        ...(moves && { startLocal, zone, startsAt: instantOf(startLocal, zone) }),
        ...(asks && { movedAt: now }),
        ...(changed ? revised(now) : { version: { increment: 1 } }),
      },
    });
}

async function fallAway(tx: Transaction, { now }: MemberViewer, { byId }: Actor, { off, gone }: Change): Promise<void> {
  await tx.gathering.updateMany({
    where: { id: { in: off.map(({ id }) => id) } },
    data: { cancelledAt: now, cancelledById: byId, ...revised(now) },
  });
  await tx.gathering.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
}
