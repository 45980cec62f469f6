import { addDays, instantOf, localOf } from "~/platform/wall-clock";

/** From nine in the evening until eight in the morning nothing leaves that the server sends by itself. Times of the wall clock. */
const quietFrom = "21:00";
const quietUntil = "08:00";
/** What is due at night goes at this time of the evening before: an hour in hand, for a server that is slow. */
const evening = "20:00";

const timeOf = (local: string) => local.slice(11);
const at = (day: string, time: string) => `${day}T${time}`;

/** Whether people sleep at this time of the wall clock. */
export function isQuiet(local: string): boolean {
  return timeOf(local) >= quietFrom || timeOf(local) < quietUntil;
}

/** The latest time at which something may leave that is due at this one: the same by day, the evening before by night. */
export function loudBefore(local: string): string {
  if (!isQuiet(local)) return local;
  const day = local.slice(0, 10);
  return at(timeOf(local) < quietUntil ? addDays(day, -1) : day, evening);
}

/** The first time from this one on at which something may leave. */
export function loudAfter(local: string): string {
  if (!isQuiet(local)) return local;
  const day = local.slice(0, 10);
  return at(timeOf(local) < quietUntil ? day : addDays(day, 1), quietUntil);
}

/** Until when what is to leave now waits, where people sleep; null where they don't. Instants in UTC. */
export function quietNow(now: string, zone: string): string | null {
  const local = localOf(now, zone);
  return isQuiet(local) ? instantOf(loudAfter(local), zone) : null;
}
