import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { notFound, Refusal } from "~/platform/refusal";
import { insert } from "~/platform/rows.server";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { addDays, instantOf } from "~/platform/wall-clock";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { carryOnAlways } from "../always/when-a-series-changes.server";
import { announceSeriesChanged } from "../announcing-series.server";
import { paused } from "../pausing/paused.server";
import type { SeriesForm } from "../schema";
import { gatheringsAt, revised } from "../standing.server";
import { type Change, changeWithin, type SeriesNow } from "./standing-from.server";

/**
 * Changes a series from a day on: its rhythm, hour, length, place, subject, end. From its first gathering on it is the same
 * series; from a later one it ends before that day, and another goes on after it. What has begun stays as it was. Everybody
 * hears of it in one mail, unless only what it is about is another, which no mail tells.
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
    const { id, sequence, ended } = await seriesAfter(tx, viewer, actor, series, form, change);
    if (id === series.id) await stepAside(tx, change);
    await movedTo(tx, viewer, id, change);
    await fallAway(tx, viewer, actor, change);
    const planned = {
      id,
      groupId,
      zone: viewer.zone,
      minutes: form.minutes,
      place: form.place,
      about: form.about,
      byId: actor.byId,
      forId: actor.forId,
    };
    insert(tx, { Gathering: await paused(tx, gatheringsAt(planned, change.fresh, viewer), viewer) });
    await carryOnAlways(tx, viewer, series, id, change);
    const first = await tx.gathering.findFirst({
      where: { seriesId: id, cancelledAt: null, startsAt: { gt: now } },
      orderBy: { startsAt: "asc" },
    });
    const about = { ...(first && { gatheringId: first.id }), audience: "everyone" } as const;
    await addStoryLine(tx, viewer, actor, "seriesChanged", { startLocal: change.firstLocal, place: form.place, rule: change.rule }, about);
    const off = change.off.map(({ startLocal }) => startLocal);
    if (first && change.tells)
      await announceSeriesChanged(tx, actor, { id, groupId, now, sequence, firstGatheringId: first.id, off, ended });
    return `/g/${groupId}/gatherings`;
  });
}

/** The series that goes on, and the one that ended before it: none when it is still the same. */
interface SeriesAfter {
  id: string;
  sequence: number;
  ended: { id: string; sequence: number } | null;
}

/** @returns the series that goes on: itself from its first gathering on, else its successor */
async function seriesAfter(
  tx: Transaction,
  viewer: MemberViewer,
  actor: Actor,
  series: SeriesNow,
  { minutes, place, about, endsOn, from }: SeriesForm,
  { rule, firstLocal, filledTo }: Change,
): Promise<SeriesAfter> {
  const { groupId, now, zone } = viewer;
  const planned = { rule, firstLocal, zone, minutes, place, about, endsOn, filledTo };
  const earlier = await tx.gathering.count({ where: { seriesId: series.id, slotLocal: { lt: from } } });
  if (earlier === 0) {
    const { id, sequence } = await tx.series.update({ where: { id: series.id }, data: { ...planned, ...revised(now) } });
    return { id, sequence, ended: null };
  }
  const data = { endsOn: endBefore(from, series.endsOn), ...revised(now) };
  const ended = await tx.series.update({ where: { id: series.id }, data, select: { id: true, sequence: true } });
  const id = newId();
  const made = { byId: actor.byId, forId: actor.forId, createdAt: now };
  const { sequence } = await tx.series.create({ data: { id, groupId, followsId: series.id, ...planned, ...made } });
  return { id, sequence, ended };
}

/** In the same series one may go to where another still is: first they all step aside. */
async function stepAside(tx: Transaction, { becoming }: Change): Promise<void> {
  for (const { id } of becoming) await tx.gathering.update({ where: { id }, data: { slotLocal: `aside ${id}` } });
}

async function movedTo(tx: Transaction, { zone, now }: MemberViewer, seriesId: string, { becoming }: Change): Promise<void> {
  for (const { id, slotLocal, startLocal, minutes, place, about, changed, asks } of becoming)
    await tx.gathering.update({
      where: { id },
      data: {
        ...{ seriesId, slotLocal, startLocal, minutes, place, about, zone, startsAt: instantOf(startLocal, zone) },
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

/** The last day on which a series meets that another goes on from. @param from the day from which it is another, and its own end */
function endBefore(from: string, endsOn: string | null): string {
  const last = addDays(from, -1);
  return endsOn && endsOn < last ? endsOn : last;
}
