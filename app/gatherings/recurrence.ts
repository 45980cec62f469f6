/**
 * When a series meets: a rhythm as people say it, the RRULE text that keeps it, and the dates that follow from it.
 *
 * Every time in and out is a wall-clock time `YYYY-MM-DDTHH:mm` and every day `YYYY-MM-DD`, years 1900 to 2100, without a zone: half past
 * seven stays half past seven in March and in October. What instant that is, is for app/platform/wall-clock.ts to say. This file also runs
 * in the browser, for the preview in the form of a series. Text that is no such time, day, rhythm or rule is refused with a RangeError.
 */
import { RRule } from "rrule";

interface Repeating {
  /** Every how many weeks or months, counted from the first start: 1 to 52 weeks, 1 to 12 months. */
  every: number;
  /** Months, 1 to 12, in which the group does not meet, such as [7, 8]. At most eleven of them. */
  notIn?: number[];
}

/** A weekday is 1 (Monday) to 7 (Sunday), as in ISO 8601. `nth` -1 is the last one of the month. */
export type Rhythm =
  | { kind: "once" }
  | ({ kind: "weeks"; weekday: number } & Repeating)
  | ({ kind: "months"; nth: 1 | 2 | 3 | 4 | -1; weekday: number } & Repeating)
  | ({ kind: "month-day"; day: number } & Repeating);

/** Which dates are asked for: from and to are days or wall-clock times, both included. At most `limit` dates come, and never more than 1000. */
interface Asked {
  from?: string;
  to?: string;
  limit: number;
}

const MOST = 1000;
const DAY = 86_400_000;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const FIRST_YEAR = 1900;
const LAST = "2100-12-31T23:59";
const ONCE = "FREQ=DAILY;COUNT=1";
/** Only what ruleOf writes. COUNT is not in it: a series ends by a date or not at all. */
const RULE =
  /^FREQ=(WEEKLY|MONTHLY)(?:;INTERVAL=(\d+))?;(?:BYDAY=(-?\d)?([A-Z]{2})|BYMONTHDAY=(\d+))(?:;BYMONTH=([\d,]+))?(?:;UNTIL=(\d{8}T(?:235959|\d{6}Z)))?$/;

/**
 * The RRULE text of a rhythm, without DTSTART. A day as endsOn is written as the end of that day on the wall clock, which `slots` keeps to;
 * an instant (`…Z`) is written in UTC, which RFC 5545 3.3.10 asks of a calendar file and `slots` refuses, since it knows no zone.
 * A first start that does not fit the rhythm is refused (RFC 5545 leaves its meaning open): see firstFit.
 */
export function ruleOf(rhythm: Rhythm, firstLocal: string, endsOn?: string): string {
  check(rhythm);
  if (!fits(rhythm, asUtcDate(firstLocal))) throw new RangeError(`${firstLocal} does not fit the rhythm it should begin`);
  if (rhythm.kind === "once") return ONCE; // RFC 5545 forbids UNTIL beside COUNT
  const parts = [rhythm.kind === "weeks" ? "FREQ=WEEKLY" : "FREQ=MONTHLY"];
  if (rhythm.every > 1) parts.push(`INTERVAL=${rhythm.every}`);
  if (rhythm.kind === "month-day") parts.push(`BYMONTHDAY=${rhythm.day}`);
  else parts.push(`BYDAY=${rhythm.kind === "months" ? rhythm.nth : ""}${WEEKDAYS[rhythm.weekday - 1]}`);
  if (rhythm.notIn?.length) parts.push(`BYMONTH=${MONTHS.filter((month) => !rhythm.notIn?.includes(month)).join(",")}`);
  if (endsOn) parts.push(`UNTIL=${untilOf(endsOn)}`);
  return parts.join(";");
}

/** A rule of ours that ends at an instant in UTC, as a calendar file says it (RFC 5545, 3.3.10); "once" has an end already. */
export function ruleUntil(rule: string, until: string): string {
  return rule === ONCE ? rule : `${rule.replace(/;UNTIL=.*$/, "")};UNTIL=${untilOf(until)}`;
}

/** The rhythm in a rule that ruleOf wrote (its end left aside), or null for any other text. */
export function rhythmOf(rule: string): Rhythm | null {
  if (rule === ONCE) return { kind: "once" };
  const [, freq, interval, nth, dayName, day, only] = RULE.exec(rule) ?? [];
  if (!freq) return null;
  const months = only?.split(",").map(Number);
  const repeating: Repeating = { every: Number(interval ?? 1) };
  if (months) repeating.notIn = MONTHS.filter((month) => !months.includes(month));
  const weekday = WEEKDAYS.indexOf(dayName ?? "") + 1;
  let rhythm: Rhythm;
  if (freq === "WEEKLY") {
    if (nth || day) return null;
    rhythm = { kind: "weeks", weekday, ...repeating };
  } else if (day) rhythm = { kind: "month-day", day: Number(day), ...repeating };
  else rhythm = { kind: "months", nth: Number(nth) as 1 | 2 | 3 | 4 | -1, weekday, ...repeating };
  try {
    check(rhythm);
  } catch {
    return null;
  }
  return months?.every((month) => MONTHS.includes(month)) === false ? null : rhythm;
}

/**
 * The wall-clock times of a series, in order. A month without the 31st (or the 29th of February) has no date, as RFC 5545 says. A first
 * start that does not fit its rule only sets the count of weeks or months, and is no date itself. Refused: a rule that ruleOf did not write,
 * and one that ends at an instant.
 */
export function slots(rule: string, firstLocal: string, { from, to, limit }: Asked): string[] {
  const rhythm = rhythmOf(rule);
  const until = RULE.exec(rule)?.[7];
  if (!rhythm || until?.endsWith("Z")) throw new RangeError(`no rule of a series: ${rule}`);
  if (!(limit >= 0)) throw new RangeError(`no number of dates: ${limit}`);
  const first = asUtcDate(firstLocal);
  const start = later(first, from && edge(from, "00:00"));
  const end = earlier(earlier(asUtcDate(LAST), to && edge(to, "23:59")), until && edge(dayOfUntil(until), "23:59"));
  const most = Math.min(Math.floor(limit), MOST);
  if (most < 1 || start > end) return [];
  if (rhythm.kind === "once") return start > first ? [] : [firstLocal];
  const dtstart = skipAhead(rhythm, first, start, end);
  if (!dtstart) return [];
  const found: string[] = [];
  // rrule is handed UTC and no zone, and the UNTIL in the text is replaced by ours: see docs/decisions/0004.
  new RRule({ ...RRule.parseString(rule), dtstart, until: end }, true).all((date) => {
    if (date >= start) found.push(toLocal(date));
    return found.length < most;
  });
  return found;
}

/** The first wall-clock time at this time of day, on the day or later, with which the rhythm can begin; null if there is none up to 2100. */
export function firstFit(rhythm: Rhythm, onOrAfterDay: string, time: string): string | null {
  check(rhythm);
  const day = asUtcDate(`${onOrAfterDay}T${time}`).getTime();
  const end = asUtcDate(LAST).getTime();
  // The longest wait is for a 29 February: from the first day of 1900, which was no leap year, to 1904.
  for (let at = day; at <= end && at - day <= 5 * 366 * DAY; at += DAY) {
    if (fits(rhythm, new Date(at))) return toLocal(new Date(at));
  }
  return null;
}

/**
 * Where rrule may begin, instead of counting from the first start: a turn of the rhythm at `start` or just before. Null when no month up to
 * `end` has a date, since rrule looks at its UNTIL only when it meets one, and would walk on to the year 9999.
 */
function skipAhead(rhythm: Exclude<Rhythm, { kind: "once" }>, first: Date, start: Date, end: Date): Date | null {
  if (rhythm.kind === "weeks") {
    const turn = rhythm.every * 7 * DAY;
    return new Date(first.getTime() + Math.floor((start.getTime() - first.getTime()) / turn) * turn);
  }
  const from = monthNumber(first);
  const passed = Math.floor((monthNumber(start) - from) / rhythm.every) * rhythm.every;
  for (let number = from + passed; number <= monthNumber(end); number += rhythm.every) {
    const [year, month] = [Math.floor(number / 12), number % 12];
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    if (rhythm.notIn?.includes(month + 1) || (rhythm.kind === "month-day" && rhythm.day > length)) continue;
    return new Date(Date.UTC(year, month, 1, first.getUTCHours(), first.getUTCMinutes()));
  }
  return null;
}

/** Whether the rhythm can begin on this date. */
function fits(rhythm: Rhythm, date: Date): boolean {
  if (rhythm.kind === "once") return true;
  if (rhythm.notIn?.includes(date.getUTCMonth() + 1)) return false;
  if (rhythm.kind === "month-day") return date.getUTCDate() === rhythm.day;
  if ((date.getUTCDay() || 7) !== rhythm.weekday) return false;
  if (rhythm.kind === "weeks") return true;
  const aWeekLater = new Date(date.getTime() + 7 * DAY);
  return rhythm.nth === -1 ? aWeekLater.getUTCMonth() !== date.getUTCMonth() : Math.ceil(date.getUTCDate() / 7) === rhythm.nth;
}

function check(rhythm: Rhythm): void {
  if (rhythm.kind === "once") return;
  const within = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
  const notIn = new Set(rhythm.notIn);
  const good =
    within(rhythm.every, 1, rhythm.kind === "weeks" ? 52 : 12) &&
    (rhythm.kind === "month-day" ? within(rhythm.day, 1, 31) : within(rhythm.weekday, 1, 7)) &&
    (rhythm.kind !== "months" || rhythm.nth === -1 || within(rhythm.nth, 1, 4)) &&
    [...notIn].every((month) => within(month, 1, 12)) &&
    notIn.size < 12;
  if (!good) throw new RangeError(`no rhythm: ${JSON.stringify(rhythm)}`);
}

/** A wall-clock time as the Date that shows the same digits in UTC. */
function asUtcDate(local: string): Date {
  const date = new Date(`${local}:00.000Z`);
  const year = date.getUTCFullYear();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) || !(year >= FIRST_YEAR) || local > LAST || toLocal(date) !== local) {
    throw new RangeError(`no wall-clock time: ${local}`);
  }
  return date;
}

function toLocal(date: Date): string {
  return date.toISOString().slice(0, 16);
}

/** A wall-clock time, or a day at the given time. */
function edge(dayOrLocal: string, time: string): Date {
  return asUtcDate(dayOrLocal.length === 10 ? `${dayOrLocal}T${time}` : dayOrLocal);
}

function untilOf(endsOn: string): string {
  const end = endsOn.endsWith("Z") ? new Date(endsOn) : asUtcDate(`${endsOn}T23:59`);
  if (Number.isNaN(end.getTime())) throw new RangeError(`no end of a series: ${endsOn}`);
  const text = end.toISOString().replace(/[-:]|\.\d+/g, "");
  return endsOn.endsWith("Z") ? text : `${text.slice(0, 8)}T235959`;
}

const dayOfUntil = (until: string) => `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
const later = (one: Date, other: Date | "" | undefined) => (other && other > one ? other : one);
const earlier = (one: Date, other: Date | "" | undefined) => (other && other < one ? other : one);
const monthNumber = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
