import { loudBefore } from "~/mail/quiet-hours";
import { minutesAfter } from "~/platform/clock.server";
import { addDays, instantOf, localOf } from "~/platform/wall-clock";

/** How long before a gathering somebody wants to be reminded. */
export const leads = ["week", "day", "hours"] as const;
export type Lead = (typeof leads)[number];

/** Who has chosen nothing is reminded the day before. */
export const usualLead: Lead = "day";

/** When a gathering is, on the clock that counts for a reminder. */
interface Moment {
  startLocal: string;
  startsAt: string;
  zone: string;
}

/** The same on the clock of who lives elsewhere: the day before and the night are theirs. @param ownZone null as the circle */
export function onTheirClock(gathering: Moment, ownZone: string | null): Moment {
  const { startsAt } = gathering;
  return ownZone ? { startLocal: localOf(startsAt, ownZone), startsAt, zone: ownZone } : gathering;
}

const hour = 60;

/**
 * When somebody is to be reminded: at the same time of the wall clock a week or a day before, or two hours before; and the
 * evening before that when it would be at night.
 * @returns instant in UTC
 */
export function reminderDue(lead: Lead, { startLocal, startsAt, zone }: Moment): string {
  const asked = lead === "hours" ? minutesAfter(startsAt, -2 * hour) : instantOf(daysBefore(startLocal, lead === "week" ? 7 : 1), zone);
  const local = localOf(asked, zone);
  const loud = loudBefore(local);
  return loud === local ? asked : instantOf(loud, zone);
}

/** From when on a reminder that has not gone is of no use any more. @returns instant in UTC */
export function reminderUseless(lead: Lead, { startsAt }: Moment): string {
  const before = { week: 2 * 24 * hour, day: 3 * hour, hours: 15 }[lead];
  return minutesAfter(startsAt, -before);
}

function daysBefore(startLocal: string, days: number): string {
  return addDays(startLocal.slice(0, 10), -days) + startLocal.slice(10);
}
