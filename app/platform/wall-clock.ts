/**
 * From the clock on the wall to the instant and back, and the counting of days.
 *
 * Three kinds of text, years 1900 to 2100: a wall-clock time `YYYY-MM-DDTHH:mm`, a day `YYYY-MM-DD`, and an instant in UTC as `toISOString`
 * writes it. A zone is an IANA name such as Europe/Brussels. All else is refused with a RangeError. Nothing here asks what time it is.
 */
import { Temporal } from "temporal-polyfill";

const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const ZONE = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/**
 * The instant, in UTC with milliseconds, at which the clock in the zone shows this time. RFC 5545 3.3.5: an hour that spring skips moves
 * forward by what was skipped, and of an hour that autumn gives twice it is the first.
 */
export function instantOf(local: string, zone: string): string {
  const instant = plainTime(local).toZonedDateTime(named(zone), { disambiguation: "compatible" }).toInstant();
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** Wall-clock times by minute and zone: pages ask for the same ones again and again, of now and of what happened. Emptied when it is full. */
const shown = new Map<string, string>();
const mostShown = 5_000;

/** What the clock in the zone shows at an instant, to the minute begun. */
export function localOf(instant: string, zone: string): string {
  if (!INSTANT.test(instant)) throw new RangeError(`no instant in UTC: ${instant}`);
  const key = `${instant.slice(0, 16)} ${zone}`;
  const known = shown.get(key);
  if (known) return known;
  const local = written(Temporal.Instant.from(instant).toZonedDateTimeISO(named(zone)).toPlainDateTime());
  if (shown.size >= mostShown) shown.clear();
  shown.set(key, local);
  return local;
}

/** Whether the clock in the zone shows this time once: not in the hour that spring skips, nor in that which autumn gives twice. */
export function isShownOnce(local: string, zone: string): boolean {
  if (!isSetOn(checkedTime(local).slice(0, 10), zone)) return true;
  const zoned = (disambiguation: "earlier" | "later") => plainTime(local).toZonedDateTime(named(zone), { disambiguation });
  return zoned("earlier").epochNanoseconds === zoned("later").epochNanoseconds;
}

/** Days on which a clock is set, by zone and year: calendars ask for the same ones again and again. */
const set = new Map<string, ReadonlySet<string>>();

/** Whether the clock in the zone is set forward or back on this day, or the day is skipped: on all others a day has 24 hours, each once. */
export function isSetOn(day: string, zone: string): boolean {
  const year = checkedDay(day).slice(0, 4);
  const key = `${year} ${named(zone)}`;
  const known = set.get(key) ?? daysSet(Number(year), zone);
  set.set(key, known);
  return known.has(day);
}

function daysSet(year: number, zone: string): ReadonlySet<string> {
  const days = new Set<string>();
  const end = new Temporal.PlainDate(year + 1, 1, 3);
  let at = new Temporal.PlainDate(year - 1, 12, 30).toZonedDateTime(zone).getTimeZoneTransition("next");
  for (; at && Temporal.PlainDate.compare(at.toPlainDate(), end) < 0; at = at.getTimeZoneTransition("next")) {
    const before = at.subtract({ nanoseconds: 1 }).toPlainDate();
    for (let day = before; Temporal.PlainDate.compare(day, at.toPlainDate()) <= 0; day = day.add({ days: 1 })) days.add(day.toString());
  }
  return days;
}

/** The day it is in the zone at an instant. */
export function dayOf(instant: string, zone: string): string {
  return localOf(instant, zone).slice(0, 10);
}

/**
 * The wall-clock time so many whole minutes later (earlier when negative) on a clock that nobody sets. Across a change of the clock that is
 * not time passed: for the end of a gathering, add to the instant.
 */
export function addMinutes(local: string, minutes: number): string {
  return written(plainTime(local).add({ minutes: whole(minutes) }));
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return checkedDay(
    plainDay(day)
      .add({ days: whole(days) })
      .toString(),
  );
}

/** The day so many months later, or earlier when negative; where the month is too short, its last day: 31 January and one is 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  return checkedDay(
    plainDay(day)
      .add({ months: whole(months) })
      .toString(),
  );
}

/** How many days it is from one day to another: 1 from today to tomorrow, negative when the other is earlier. */
export function daysBetween(day: string, other: string): number {
  // Days of the calendar as days of UTC, which all have 24 hours.
  return (Date.parse(checkedDay(other)) - Date.parse(checkedDay(day))) / 86_400_000;
}

/** The day of the week, 1 for Monday to 7 for Sunday. @param day ISO day or wall-clock time */
export function weekdayOf(day: string): number {
  return new Date(checkedDay(day.slice(0, 10))).getUTCDay() || 7;
}

/** Whether this is a day of the calendar, 1900-01-01 to 2100-12-31. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const [year, month, day] = numbersOf(text);
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether this is a time of day, 00:00 to 23:59. */
export function isTime(text: string): boolean {
  return TIME.test(text);
}

/** Whether this is a zone by its IANA name, and the machine knows it. An offset such as +02:00 is none, for it has no summer and winter. */
export function isZone(text: string): boolean {
  if (!ZONE.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** All zones that the machine knows, by their IANA names, in order. */
export function zonesKnown(): string[] {
  return Intl.supportedValuesOf("timeZone");
}

/** A zone by name; whether it exists, Temporal says, with a RangeError of its own. Asking Intl for each time would cost more than the sum. */
function named(zone: string): string {
  if (!ZONE.test(zone)) throw new RangeError(`no zone: ${zone}`);
  return zone;
}

function plainTime(local: string): Temporal.PlainDateTime {
  const time = checkedTime(local);
  // From its numbers: to have the text read once more would cost as much as the sum.
  return new Temporal.PlainDateTime(...numbersOf(time), Number(time.slice(11, 13)), Number(time.slice(14)));
}

function checkedTime(local: string): string {
  const [, day = "", time = ""] = LOCAL.exec(local) ?? [];
  if (!isDay(day) || !isTime(time)) throw new RangeError(`no wall-clock time: ${local}`);
  return local;
}

function plainDay(day: string): Temporal.PlainDate {
  return new Temporal.PlainDate(...numbersOf(checkedDay(day)));
}

/** Year, month and day of a day or a wall-clock time. */
function numbersOf(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function checkedDay(day: string): string {
  if (!isDay(day)) throw new RangeError(`no day from 1900 to 2100: ${day}`);
  return day;
}

function written(time: Temporal.PlainDateTime): string {
  const text = time.toString({ smallestUnit: "minute" });
  checkedDay(text.slice(0, 10));
  return text;
}

function whole(count: number): number {
  if (!Number.isInteger(count)) throw new RangeError(`no whole number: ${count}`);
  return count;
}
