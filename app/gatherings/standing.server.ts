import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { instantOf } from "~/platform/wall-clock";
import { slots } from "./recurrence";

/** How many months ahead a series stands as gatherings at least; when it is filled it gets one month more. */
export const horizonMonths = 12;
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
  about: string;
  endsOn: string | null;
  byId: string;
  forId: string | null;
}

/**
 * Lets a series stand as gatherings from one day to another, both included, and not beyond its end.
 * @returns the id of the first that was made, or null when no date fell there
 */
export async function stand(tx: Transaction, series: Standing, from: string, to: string, now: string): Promise<string | null> {
  const last = series.endsOn && series.endsOn < to ? series.endsOn : to;
  const { groupId, zone, minutes, place, about, byId, forId } = series;
  const made = slots(series.rule, series.firstLocal, { from, to: last, limit: 1000 }).map((startLocal) => ({
    ...{ id: newId(), groupId, seriesId: series.id, slotLocal: startLocal, startLocal, zone, startsAt: instantOf(startLocal, zone) },
    ...{ minutes, place, about, byId, forId, createdAt: now },
  }));
  if (made.length > 0) await tx.gathering.createMany({ data: made });
  return made[0]?.id ?? null;
}
