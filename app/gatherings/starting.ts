import { Refusal } from "~/platform/refusal";
import { addMonths, instantOf } from "~/platform/wall-clock";

/** The moment in which something is planned: an instant in UTC, the day that it is, and the zone of the group. */
export interface Moment {
  now: string;
  today: string;
  zone: string;
}

const farthestMonths = 60;

/** Refuses, at this field, a day that is past or more than five years away. */
export function checkDay(day: string, field: string, { today }: Moment): void {
  if (day < today) throw new Refusal({ key: "gatherings.startPast" }, field);
  if (day > addMonths(today, farthestMonths)) throw new Refusal({ key: "gatherings.startFar" }, field);
}

/** Refuses, at the hour or another field, a wall-clock time that is over today. @returns the instant, in UTC */
export function checkHour(startLocal: string, { now, zone }: Moment, field = "hour"): string {
  const startsAt = instantOf(startLocal, zone);
  if (startsAt <= now) throw new Refusal({ key: "gatherings.startGone" }, field);
  return startsAt;
}
