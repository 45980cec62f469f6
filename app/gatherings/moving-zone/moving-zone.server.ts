import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { NotAllowed, Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { carryOnAlways } from "../always/when-a-series-changes.server";
import { seriesAfter } from "../changing-series/series-after.server";
import { carryReminders } from "../reminders/carrying-on.server";
import { revised } from "../standing.server";
import { usualOf } from "../usual";
import { announceMove, type Followed } from "./announcing-a-move.server";
import { type Move, moveWithin } from "./move-ahead.server";
import type { ZoneForm } from "./schema";
import { type Renumbered, tellStill } from "./telling-still.server";
import type { ComingGathering } from "./what-moves";

/**
 * A circle follows another clock from now on: what is to come keeps its wall-clock time there, and its answers. What has
 * begun stays as it was, and so does what would be past there. A series that has met goes on in one that follows it.
 * Everybody hears of it in one mail, and calendars follow. Mails that wait tell still of what was changed before.
 * @param print which move the page said beforehand: when something else stands by now, nothing is changed
 * @returns the page of who decides what
 * @throws Refusal then, and at the field for the clock that the circle has; in a closed circle, where nothing is to come
 */
export async function moveZone(viewer: MemberViewer, form: ZoneForm, print: string, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["zone", form] }, async ({ tx, viewer, may }) => {
    const actor = may("group.change");
    if (viewer.closedAt) throw new NotAllowed({ key: "refusal.closed" }, null, "another zone in a closed circle");
    const { groupId, zone: from, now } = viewer;
    const { zone } = form;
    const move = moveWithin(tx, viewer, zone);
    if (move.print !== print) throw new Refusal({ key: "zone.other" }, "zone");
    await tx.group.update({ where: { id: groupId }, data: { zone } });
    const series = await moveSeries(tx, viewer, actor, zone, move);
    const followed = await moveGatherings(tx, viewer, zone, move, series);
    await movePolls(tx, zone, move);
    await tellStill(tx, groupId, [...series, ...move.moving.map(({ id }) => ({ before: id, id, by: 1 }))]);
    await carryReminders(tx, move.moving);
    await addStoryLine(tx, viewer, actor, "zoneMoved", { from, to: zone }, { audience: "everyone" });
    await announceMove(tx, actor, { groupId, now, zone, followed });
    return `/g/${groupId}/settings#zone`;
  });
}

/** A series that goes on: from which of its times, and what calendars are told of. */
interface GoneOn extends Renumbered {
  from: string;
  followed: Followed[];
}

async function moveSeries(tx: Transaction, viewer: MemberViewer, actor: Actor, zone: string, { series: all }: Move): Promise<GoneOn[]> {
  const gone: GoneOn[] = [];
  for (const { series, from } of all) {
    const { rule, endsOn, filledTo } = series;
    const goingOn = { rule, firstLocal: from, zone, ...usualOf(series), endsOn, filledTo };
    const { id, sequence, ended } = await seriesAfter(tx, viewer, actor, series, goingOn, from.slice(0, 10));
    await carryOnAlways(tx, viewer, series, id, { rule, firstLocal: from, becoming: [] });
    gone.push({
      before: series.id,
      id,
      from,
      by: ended ? sequence + 1 - ended.sequence : 1,
      followed: [{ seriesId: id, sequence }, ...(ended ? [{ seriesId: ended.id, sequence: ended.sequence }] : [])],
    });
  }
  return gone;
}

/** @returns all that calendars are told of: each series whole, and what is of none of them by itself */
async function moveGatherings(
  tx: Transaction,
  { now }: MemberViewer,
  zone: string,
  { moving, staying }: Move,
  series: GoneOn[],
): Promise<Followed[]> {
  const followed = series.flatMap((one) => one.followed);
  const along = ({ seriesId, slotLocal }: ComingGathering) => {
    const its = series.find(({ before }) => before === seriesId);
    return its && (slotLocal ?? "") >= its.from ? { seriesId: its.id } : {};
  };
  for (const one of moving) {
    const { id, startsAt, seriesId, cancelled } = one;
    const { sequence } = await tx.gathering.update({ where: { id }, data: { ...along(one), zone, startsAt, ...revised(now) } });
    if (!cancelled && !series.some(({ before }) => before === seriesId)) followed.push({ gatheringId: id, sequence });
  }
  for (const one of staying) await tx.gathering.update({ where: { id: one.id }, data: along(one) });
  return followed;
}

async function movePolls(tx: Transaction, zone: string, { moments }: Move): Promise<void> {
  await tx.datePoll.updateMany({ where: { id: { in: moments.map(({ pollId }) => pollId) } }, data: { zone } });
  for (const { id, startsAt } of moments) await tx.pollOption.update({ where: { id }, data: { startsAt } });
}
