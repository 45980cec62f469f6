import { idFor, type Occasion, type Rows } from "~/platform/rows.server";
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
  about?: string;
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
  const { groupId, zone, minutes, place, about, byId, forId } = series;
  return slots(series.rule, series.firstLocal, { from, to: last, limit: 1000 }).map((startLocal) => ({
    ...{
      id: idFor(occasion),
      groupId,
      seriesId: series.id,
      slotLocal: startLocal,
      startLocal,
      zone,
      startsAt: instantOf(startLocal, zone),
    },
    ...{ minutes, place, about, byId, forId, createdAt: occasion.now },
  }));
}
