import { addDays, dayOf, instantOf } from "~/platform/wall-clock";
import { slots } from "../recurrence";

/** Something at a moment that is to come: a gathering, or a moment of a poll. */
interface ToCome {
  id: string;
  startLocal: string;
  zone: string;
}

/** A gathering that is to come, as it stands. Wall-clock times are in its zone. */
export interface ComingGathering extends ToCome {
  seriesId: string | null;
  slotLocal: string | null;
  startsAt: string;
  cancelled: boolean;
}

/** A moment to come of a poll that is open. */
export interface ComingMoment extends ToCome {
  pollId: string;
}

/** A series, whether or not it has ended. */
interface Going {
  id: string;
  rule: string;
  firstLocal: string;
  zone: string;
  endsOn: string | null;
}

/** The same moment of the wall clock, on the other clock: `startsAt` is when that is. */
type OnOtherClock<Row> = Row & { startsAt: string };

/** What becomes of what is planned when a circle follows another clock. */
export interface WhatMoves<Series extends Going> {
  /** They keep their hour, on the other clock. `wasAt`: at which instant they stood. */
  moving: OnOtherClock<ComingGathering & { wasAt: string }>[];
  /** That hour is past there already: they stay as they were, on the clock that they had. */
  staying: ComingGathering[];
  /** The series that go on, and the first of their times that is to come on both clocks. */
  series: { series: Series; from: string }[];
  moments: OnOtherClock<ComingMoment>[];
}

/**
 * What becomes of what is planned when a circle follows another clock: all to come keeps its wall-clock time there. An hour
 * that the other clock skips moves forward, and of one that it shows twice it is the first, as everywhere (RFC 5545, 3.3.5).
 * @param zone the other one, by its IANA name
 * @param now instant in UTC
 */
export function whatMoves<Series extends Going>(
  planned: { gatherings: readonly ComingGathering[]; series: readonly Series[]; moments: readonly ComingMoment[] },
  zone: string,
  now: string,
): WhatMoves<Series> {
  const others = planned.gatherings.filter((one) => one.zone !== zone);
  const [moving, staying] = [true, false].map((moves) => others.filter(({ startLocal }) => instantOf(startLocal, zone) > now === moves));
  return {
    moving: (moving ?? []).map((one) => ({ ...one, wasAt: one.startsAt, startsAt: instantOf(one.startLocal, zone) })),
    staying: staying ?? [],
    series: planned.series.flatMap((series) => {
      const from = firstOnBoth(series, zone, now);
      return from ? [{ series, from }] : [];
    }),
    // A moment that is past there can't be chosen any more: a poll has one clock.
    moments: planned.moments.map((one) => ({ ...one, startsAt: instantOf(one.startLocal, zone) })),
  };
}

/** A day and a night, and what two clocks can differ: of so many times one is to come on both. */
const enough = 4;

/** The first time of a series that is to come on its own clock and on another; null for one that is over, or on that clock already. */
function firstOnBoth({ rule, firstLocal, zone, endsOn }: Going, other: string, now: string): string | null {
  if (zone === other) return null;
  const times = slots(rule, firstLocal, { from: addDays(dayOf(now, zone), -1), ...(endsOn && { to: endsOn }), limit: enough });
  return times.find((slot) => instantOf(slot, zone) > now && instantOf(slot, other) > now) ?? null;
}
