import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";

/** One happening of an event, as a calendar shows it. */
export interface Happening {
  uid: string;
  /** Start in UTC, as toISOString writes it. */
  at: string;
  minutes: number;
  summary: string;
  place: string;
  /** The link with which one takes part online, or nothing. */
  online: string;
}

/** All that ical.js makes of a calendar up to a moment, in order. Zones are those that the file itself brings. */
export function happenings(text: string, until: string): Happening[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  // By itself it takes the exceptions of every event.
  const events = calendar
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component, { exceptions: [], strictExceptions: true }));
  const masters = events.filter((event) => !event.isRecurrenceException());
  const found: Happening[] = [];
  for (const master of masters) {
    for (const other of events) if (other.isRecurrenceException() && other.uid === master.uid) master.relateException(other);
    if (!master.isRecurring()) {
      found.push(shown(master, master.startDate, master.endDate));
      continue;
    }
    const next = master.iterator();
    for (let at = next.next(); at; at = next.next()) {
      const { item, startDate, endDate } = master.getOccurrenceDetails(at);
      if (instantOf(at) > wellAfter(until)) break;
      found.push(shown(item, startDate, endDate));
    }
  }
  return found.filter(({ at }) => at <= until).sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** One that was moved is found by its time in the rule, which may be some months after. */
const wellAfter = (until: string) => new Date(Date.parse(until) + 120 * 86_400_000).toISOString();

function shown(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): Happening {
  const at = instantOf(start);
  const minutes = (Date.parse(instantOf(end)) - Date.parse(at)) / 60_000;
  const online = String(event.component.getFirstPropertyValue("conference") ?? "");
  return { uid: event.uid, at, minutes, summary: event.summary, place: event.location, online };
}

const instantOf = (time: ICAL.Time) => new Date(time.toUnixTime() * 1000).toISOString();

/** The events of a calendar, each with its properties by name (the first of each), unfolded. */
export function eventsIn(text: string): Record<string, string>[] {
  const plain = text.replaceAll("\r\n ", "");
  return [...plain.matchAll(/BEGIN:VEVENT\r\n(.*?)END:VEVENT/gs)].map(([, inside = ""]) => {
    const lines = inside
      .replace(/BEGIN:VALARM.*?END:VALARM\r\n/s, "")
      .trimEnd()
      .split("\r\n");
    return Object.fromEntries(lines.map((line) => [line.split(/[;:]/)[0] ?? "", line.slice(line.indexOf(":") + 1)]).reverse());
  });
}

/** The same by node-ical, which reads zones and rules in its own way. */
export function happeningsByAnother(text: string, until: string): Omit<Happening, "place">[] {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter((event) => event?.type === "VEVENT") as VEvent[];
  return events
    .flatMap((event) => nodeIcal.expandRecurringEvent(event, { from: new Date("2000-01-01"), to: new Date(wellAfter(until)) }))
    .map(({ start, end, event }) => {
      const [at, to] = [start.toISOString(), end.toISOString()];
      const minutes = (Date.parse(to) - Date.parse(at)) / 60_000;
      return { uid: event.uid, at, minutes, summary: String(event.summary), online: conferenceOf(event) };
    })
    .filter(({ at }) => at <= until)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** A property with parameters is an object to node-ical, and its type knows none of this name. */
function conferenceOf(event: VEvent): string {
  const { conference } = event as { conference?: { val: string } };
  return conference?.val ?? "";
}
