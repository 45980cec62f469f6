import { Temporal } from "temporal-polyfill";
import type { Component } from "./ics";

/** To which year the clock of a zone is looked at; where it keeps to a rule by then, it goes on by that. */
const lastYear = 2037;
/** A rule is one when it held for so many years. */
const fewestYears = 3;
const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** On which day of a year a clock changes: the nth such weekday of the month, -1 for the last. */
interface Yearly {
  month: number;
  nth: number;
  weekday: number;
}

/** One change of a clock. `local` is on the clock as it was until then; offsets as "+01:00". */
interface Change {
  local: Temporal.PlainDateTime;
  from: string;
  to: string;
  summer: boolean;
}

/** A change that comes every year, since one of them. */
interface Kept {
  change: Change;
  yearly: Yearly;
}

const known = new Map<string, Component>();

/**
 * A zone as calendars read it (RFC 5545, 3.6.5): one observance for summer and one for winter, each with one rule, where the
 * zone keeps to rules from that year on (as in Europe); else each change that was otherwise by itself as well.
 * @param zone IANA name
 * @param fromYear the first year in which something happens
 */
export function zoneComponent(zone: string, fromYear: number): Component {
  const key = `${zone} ${fromYear}`;
  const found = known.get(key) ?? { name: "VTIMEZONE", properties: [["TZID", zone]] as const, inside: observances(zone, fromYear) };
  known.set(key, found);
  return found;
}

/** The zones that these events are written in, each from the first year in which one of them happens. */
export function zonesOf(events: readonly Component[]): Component[] {
  const first = new Map<string, number>();
  for (const { properties } of events)
    for (const [, value, parameters] of properties) {
      const zone = parameters?.TZID;
      if (zone) first.set(zone, Math.min(Number(value.slice(0, 4)), first.get(zone) ?? lastYear));
    }
  return [...first].sort().map(([zone, year]) => zoneComponent(zone, year));
}

function observances(zone: string, fromYear: number): Component[] {
  const start = Temporal.ZonedDateTime.from(`${fromYear}-01-01T00:00[${zone}]`);
  const changes = changesAfter(start);
  const kept = [true, false].flatMap((summer) => keptSince(changes.filter((change) => change.summer === summer)) ?? []);
  const byRule = (change: Change) => kept.some(({ change: since }) => since.summer === change.summer && !before(change, since));
  const single = changes.filter((change) => !byRule(change));
  const long = Temporal.PlainDateTime.from("1970-01-01T00:00");
  // Written as if it had always been so: Outlook and Exchange know no more of a zone than one summer and one winter.
  const always = single.length === 0 && kept.length === 2 && kept.every(({ change }) => change.local.year === fromYear);
  if (always) return kept.map(({ change, yearly }) => observance(change, dayIn(1970, yearly, change), yearly));
  const { offset } = start;
  return [
    observance({ from: offset, to: offset, summer: changes[0]?.summer === false }, long),
    ...single.map((change) => observance(change, change.local)),
    ...kept.map(({ change, yearly }) => observance(change, change.local, yearly)),
  ];
}

function changesAfter(start: Temporal.ZonedDateTime): Change[] {
  const found: Change[] = [];
  for (let at = start.getTimeZoneTransition("next"); at && at.year <= lastYear; at = at.getTimeZoneTransition("next")) {
    const before = at.subtract({ nanoseconds: 1 });
    if (before.offsetNanoseconds === at.offsetNanoseconds) continue;
    const local = at.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
    found.push({ local, from: before.offset, to: at.offset, summer: at.offsetNanoseconds > before.offsetNanoseconds });
  }
  return found;
}

/** The rule that the last of these changes follow, and the first that did; null when there is none that held. */
function keptSince(changes: readonly Change[]): Kept | null {
  const last = changes.at(-1);
  if (last?.local.year !== lastYear) return null;
  let best: Change[] = [];
  let rule: Yearly | null = null;
  for (const yearly of rulesOf(last.local)) {
    const run: Change[] = [];
    for (const change of [...changes].reverse()) {
      const next = run.at(-1);
      if (next && change.local.year !== next.local.year - 1) break;
      if (change.from !== last.from || change.to !== last.to || !change.local.equals(dayIn(change.local.year, yearly, last))) break;
      run.push(change);
    }
    if (run.length > best.length) [best, rule] = [run, yearly];
  }
  const change = best.at(-1);
  return change && rule && best.length >= fewestYears ? { change, yearly: rule } : null;
}

function rulesOf({ month, day, dayOfWeek, daysInMonth }: Temporal.PlainDateTime): Yearly[] {
  const nth = { month, nth: Math.ceil(day / 7), weekday: dayOfWeek };
  return day + 7 > daysInMonth ? [{ ...nth, nth: -1 }, nth] : [nth];
}

function dayIn(year: number, { month, nth, weekday }: Yearly, { local }: Pick<Change, "local">): Temporal.PlainDateTime {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const day = 1 + ((weekday - first.dayOfWeek + 7) % 7);
  const last = day + 7 * Math.floor((first.daysInMonth - day) / 7);
  return first.with({ day: nth === -1 ? last : day + 7 * (nth - 1) }, { overflow: "constrain" }).toPlainDateTime(local.toPlainTime());
}

const before = (one: Change, other: Change) => Temporal.PlainDateTime.compare(one.local, other.local) < 0;

function observance({ from, to, summer }: Omit<Change, "local">, since: Temporal.PlainDateTime, yearly?: Yearly): Component {
  const rule = yearly && `FREQ=YEARLY;BYMONTH=${yearly.month};BYDAY=${yearly.nth}${weekdays[yearly.weekday - 1]}`;
  return {
    name: summer ? "DAYLIGHT" : "STANDARD",
    properties: [
      ["DTSTART", since.toString({ smallestUnit: "second" }).replace(/[-:]/g, "")],
      ["TZOFFSETFROM", offsetIn(from)],
      ["TZOFFSETTO", offsetIn(to)],
      ...(rule ? [["RRULE", rule] as const] : []),
    ],
  };
}

/** "+0100", or "+001730" where a clock was that odd. */
const offsetIn = (offset: string) => offset.replaceAll(":", "");
