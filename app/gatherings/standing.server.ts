import { minutesAfter } from "~/platform/clock.server";
import { Refusal } from "~/platform/refusal";
import { idFor, type Occasion, type Rows } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import { instantOf } from "~/platform/wall-clock";
import { slots } from "./recurrence";

/** No gathering lasts longer: what began before can't be going on. */
export const longestMinutes = 720;

/** How many months ahead a series stands as gatherings at least; when it is planned or filled it gets one month more. */
export const horizonMonths = 17;
export const filledMonths = horizonMonths + 1;

/** What a series gives its gatherings. */
interface Standing {
  id: string;
  groupId: string;
  rule: string;
  firstLocal: string;
  zone: string;
  minutes: number;
  place: string;
  about?: string;
  online?: string;
  answerDays?: number | null;
  endsOn?: string | null;
  byId: string;
  forId?: string | null;
}

/**
 * The gatherings as which a series stands from one day to another, both included, and not beyond its end.
 * @param occasion when they are made, in UTC
 */
export function gatheringsOf(series: Standing, from: string, to: string, occasion: Occasion): Rows["Gathering"] {
  const last = series.endsOn && series.endsOn < to ? series.endsOn : to;
  return gatheringsAt(series, slots(series.rule, series.firstLocal, { from, to: last, limit: 1000 }), occasion);
}

/** The gatherings of a series at these wall-clock times. */
export function gatheringsAt(
  series: Omit<Standing, "rule" | "firstLocal" | "endsOn">,
  times: readonly string[],
  occasion: Occasion,
): Rows["Gathering"] {
  const { groupId, zone, minutes, place, about, online, answerDays, byId, forId } = series;
  return times.map((startLocal) => ({
    ...{
      id: idFor(occasion),
      groupId,
      seriesId: series.id,
      slotLocal: startLocal,
      startLocal,
      zone,
      startsAt: instantOf(startLocal, zone),
    },
    ...{ minutes, place, about, online, answerDays, byId, forId, createdAt: occasion.now },
  }));
}

/** What every change of a gathering that calendars should follow does to its row. @param now instant in UTC */
export function revised(now: string) {
  return { changedAt: now, sequence: { increment: 1 }, version: { increment: 1 } };
}

/** The time that a gathering takes. `id` is of the one that is moved, if it is. */
interface Taken {
  id?: string;
  groupId: string;
  startsAt: string;
  minutes: number;
}

/** @throws Refusal at the day, or another field, when the circle meets at that time already: nobody is in two places */
export async function refuseTwoAtOnce(tx: Transaction, { id, groupId, startsAt, minutes }: Taken, field = "day"): Promise<void> {
  const endsAt = minutesAfter(startsAt, minutes);
  const near = await tx.gathering.findMany({
    where: {
      groupId,
      cancelledAt: null,
      startsAt: { gt: minutesAfter(startsAt, -longestMinutes), lt: endsAt },
      ...(id && { id: { not: id } }),
    },
    select: { startsAt: true, minutes: true },
  });
  if (near.some((other) => minutesAfter(other.startsAt, other.minutes) > startsAt))
    throw new Refusal({ key: "gatherings.twoAtOnce" }, field);
}
