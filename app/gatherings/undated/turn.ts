import { addDays, addMonths } from "~/platform/wall-clock";

/** How many times a year a circle can choose to meet without a date: what divides a year into whole months, and is no month. */
export const timesAYear = [2, 3, 4, 6] as const;
export type TimesAYear = (typeof timesAYear)[number];

/** People need time to answer: a day is sought so long before. */
const soughtDays = 42;
/** So long nobody is asked again when it came to nothing. */
const restDays = 28;
/** However late it is, no day is nearer than this. */
const soonestDays = 14;

/** What is known of a rhythm without a date. Days on the clock of its circle. */
export interface Known {
  timesAYear: TimesAYear;
  /** Months, 1 to 12, in which the circle does not meet. */
  notIn: readonly number[];
  /** Around when the first is, and the last day. */
  since: string;
  endsOn: string | null;
  madeOn: string;
  /** When it met last. */
  lastOn: string | null;
  /** When it came to nothing last: given up, called off, or not now. */
  nothingOn: string | null;
  /** Also those that are over. Without an end while nobody knows it. */
  pauses: readonly { from: string; until: string | null }[];
}

/** The next time: around when it is, and from when on it is time to seek a day. */
export interface Turn {
  around: string;
  seekFrom: string;
}

/**
 * The next time of a rhythm without a date: so many months after the last gathering, or first around its beginning; after a
 * pause and after months that are skipped. In a pause nobody is asked. `seekFrom` does not move with the day that it is.
 * @returns "paused" while nobody knows when the circle meets again, "over" when it has ended by then
 */
export function turnOf(known: Known, today: string): Turn | "paused" | "over" {
  const { lastOn, since, endsOn, madeOn, nothingOn, pauses, notIn } = known;
  const meets = (day: string) => pushed(day, pauses, notIn);
  const moment = meets(lastOn ? addMonths(lastOn, 12 / known.timesAYear) : since);
  const seekFrom = moment && pushed(latest(addDays(moment, -soughtDays), madeOn, nothingOn && addDays(nothingOn, restDays)), pauses);
  const around = moment && seekFrom && meets(latest(moment, addDays(latest(today, seekFrom), soonestDays)));
  if (endsOn && (endsOn < today || (moment ?? "") > endsOn || (around ?? "") > endsOn)) return "over";
  return around && seekFrom ? { around, seekFrom } : "paused";
}

/** The day, or the first after it that lies in no pause and no skipped month; null when a pause has no end. */
function pushed(day: string, pauses: Known["pauses"], notIn: readonly number[] = []): string | null {
  let at = day;
  for (;;) {
    const pause = pauses.find(({ from, until }) => from <= at && (until === null || at <= until));
    if (pause?.until === null) return null;
    if (pause?.until) at = addDays(pause.until, 1);
    else if (notIn.includes(Number(at.slice(5, 7)))) at = addMonths(`${at.slice(0, 7)}-01`, 1);
    else return at;
  }
}

function latest(...days: (string | null)[]): string {
  return days.reduce<string>((one, other) => (other && other > one ? other : one), "");
}
