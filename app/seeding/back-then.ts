import { addDays, addMonths, dayOf, instantOf } from "~/platform/wall-clock";

/** Days and moments counted back from now, so that a life is never out of date. */
export interface BackThen {
  /** Moment in UTC. */
  now: string;
  /** That day in the group's zone. */
  today: string;
  /** The day so many months and days ago. */
  day(months: number, days?: number): string;
  /** A moment on that day, by the clock in the group's zone. */
  at(months: number, days?: number, time?: string): string;
}

/** @param now moment in UTC @param zone IANA name */
export function backFrom(now: string, zone: string): BackThen {
  const today = dayOf(now, zone);
  const day = (months: number, days = 0) => addDays(addMonths(today, -months), -days);
  return { now, today, day, at: (months, days = 0, time = "19:10") => instantOf(`${day(months, days)}T${time}`, zone) };
}
