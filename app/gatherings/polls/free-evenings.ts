import { addDays, daysBetween, weekdayOf } from "~/platform/wall-clock";

/** How many moments a form offers: two weeks of three evenings. */
const offered = 6;
/** People need some days to answer; and beyond six weeks nobody knows. */
const firstInDays = 7;
const lastInDays = 42;
/** Around a day: from a week before. */
const daysBefore = 7;
/** How many evenings of a week are offered, and which where the circle has no habit. */
const weekdaysOffered = 3;
const usualWeekdays = [2, 4, 6];
/** Evenings that people have for other things, as month and day. */
const feasts = ["12-24", "12-25", "12-31", "01-01"];
export const usualHour = "19:30";

/** What is known of a circle's days. All on its own clock. */
interface Known {
  today: string;
  /** Wall-clock times at which it met. */
  met: readonly string[];
  /** Wall-clock times at which it is to meet. */
  coming: readonly string[];
  pause: { from: string; until: string | null } | null;
  /** Around which day, when that is known; and months, 1 to 12, in which it does not meet. */
  around?: string | undefined;
  notIn?: readonly number[] | undefined;
}

/**
 * Moments to offer to who seeks a date: in one to six weeks, or from a week before the day around which it is to be, on the weekdays and at the hour at which the circle met most,
 * else Tuesday, Thursday and Saturday at half past seven; on no day on which it meets already, no feast, nor in a pause or a month that is skipped.
 * @returns wall-clock times, earliest first; none when the circle pauses all that while
 */
export function freeEvenings({ today, met, coming, pause, around = today, notIn = [] }: Known): string[] {
  const hour = byFrequency(met.map((local) => local.slice(11)))[0] ?? usualHour;
  const weekdays = [...new Set([...byFrequency(met.map(weekdayOf)), ...usualWeekdays])].slice(0, weekdaysOffered);
  const taken = new Set(coming.map((local) => local.slice(0, 10)));
  const first = Math.max(firstInDays, daysBetween(today, around) - daysBefore);
  const free = Array.from({ length: lastInDays - firstInDays + 1 }, (_, place) => addDays(today, first + place)).filter((day) => {
    const inPause = pause !== null && pause.from <= day && (pause.until === null || day <= pause.until);
    const skipped = notIn.includes(Number(day.slice(5, 7)));
    return weekdays.includes(weekdayOf(day)) && !taken.has(day) && !inPause && !skipped && !feasts.includes(day.slice(5));
  });
  return free.slice(0, offered).map((day) => `${day}T${hour}`);
}

/** Each once, the most frequent first; of those as frequent, the one that came first. */
function byFrequency<Value>(values: readonly Value[]): Value[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
}
