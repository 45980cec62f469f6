import ICAL from "ical.js";
import { happenings, happeningsByAnother } from "../calendar";
import type { Delivered } from "./post-office";

interface Kept {
  component: ICAL.Component;
  sequence: number;
  stamp: string;
}

/** What a mail brought for a calendar, as it stands in the part that mail programs read. */
export interface Brought {
  method: string;
  text: string;
  events: ICAL.Component[];
}

/** The calendar part of a mail. @throws where it is not as RFC 5546 and 6047 say */
export function broughtBy({ raw, mail }: Pick<Delivered, "raw" | "mail">): Brought | null {
  const [part, file, ...more] = mail.attachments;
  if (!part) return null;
  const [, method = ""] = /^Content-Type: text\/calendar; charset=utf-8; method=(\w+)\r$/m.exec(raw) ?? [];
  const text = part.content.toString();
  check(part.contentType === "text/calendar" && more.length === 0, "one part for calendars");
  check(file?.filename === "invite.ics" && file.content.equals(part.content), "the same as a file");
  check(text.endsWith("END:VCALENDAR\r\n") && !text.replaceAll("\r\n", "").match(/[\r\n]/), "lines end in CRLF");
  check(
    text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75),
    "75 octets",
  );
  const calendar = new ICAL.Component(ICAL.parse(text));
  check(calendar.getFirstPropertyValue("method") === method, "one method in both places");
  check(text.indexOf("METHOD:") < text.indexOf("BEGIN:" + "V", 20), "the method before the components");
  const events = calendar.getAllSubcomponents("vevent");
  for (const event of events) for (const name of ["uid", "sequence", "dtstamp", "dtstart"]) check(event.hasProperty(name), name);
  check(!text.includes("VALARM"), "no warning");
  for (const [, zone] of text.matchAll(/TZID=([^:;]+)/g)) check(text.includes(`TZID:${zone}\r\n`), `zone ${zone}`);
  return { method, text, events };
}

/** A calendar that takes in what mails bring it, as RFC 5546 says: a higher SEQUENCE wins, then a later DTSTAMP. */
export class OwnCalendar {
  private readonly events = new Map<string, Map<string, Kept>>();
  private readonly organizers = new Map<string, string>();
  private readonly off = new Map<string, Set<string>>();
  private zones: ICAL.Component[] = [];

  take(delivered: Delivered): void {
    const brought = broughtBy(delivered);
    if (!brought) return;
    const { method, text, events } = brought;
    check(method === "REQUEST" || method === "CANCEL", `method ${method}`);
    check(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size === 1, "one event in a message");
    this.zones = [...this.zones, ...new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vtimezone")];
    for (const event of events) this.addressed(event, delivered);
    const whole = events.find((event) => !event.hasProperty("recurrence-id"));
    const uid = String(events[0]?.getFirstPropertyValue("uid"));
    const kept = this.events.get(uid) ?? new Map<string, Kept>();
    // Who tells of the whole tells of all of it.
    if (whole && newer(whole, kept.get(""))) {
      kept.clear();
      this.off.delete(uid);
    }
    for (const component of events) {
      const at = component.hasProperty("recurrence-id") ? String(component.getFirstPropertyValue("recurrence-id")) : "";
      if (!newer(component, kept.get(at))) continue;
      const cancelled = component.getFirstPropertyValue("status") === "CANCELLED";
      check(cancelled === (method === "CANCEL"), "cancelled in both ways, or in none");
      kept.set(at, keptOf(component));
      const off = this.off.get(uid) ?? new Set();
      if (cancelled) off.add(at);
      else off.delete(at);
      this.off.set(uid, off);
    }
    this.events.set(uid, kept);
  }

  /** How it stands with the reader's own answer, by the start of what they were asked to. */
  answers(): Record<string, string> {
    const all = [...this.events.values()].flatMap((kept) => [...kept.values()]);
    return Object.fromEntries(
      all.map(({ component }) => [
        String(component.getFirstPropertyValue("dtstart")),
        String(component.getFirstProperty("attendee")?.getParameter("partstat")),
      ]),
    );
  }

  /** What it shows until a moment, by two readers, who must see the same. In UTC. */
  shows(until: string): string[] {
    const text = this.asText();
    const [one, other] = [happenings(text, until), happeningsByAnother(text, until)].map((found) => found.map(({ at }) => at));
    const alone = [...(one ?? []), ...(other ?? [])].filter((at) => !(one?.includes(at) && other?.includes(at)));
    check(alone.length === 0 && one?.length === other?.length, `both see the same: ${alone}`);
    return one ?? [];
  }

  /** With which link one takes part online in each of those, as "moment link". */
  links(until: string): string[] {
    return happenings(this.asText(), until)
      .map(({ at, online }) => `${at} ${online}`)
      .sort();
  }

  private asText(): string {
    const calendar = new ICAL.Component("vcalendar");
    calendar.addPropertyWithValue("version", "2.0");
    const seen = new Set<unknown>();
    for (const zone of this.zones) {
      if (!seen.has(zone.getFirstPropertyValue("tzid"))) calendar.addSubcomponent(new ICAL.Component(zone.toJSON()));
      seen.add(zone.getFirstPropertyValue("tzid"));
    }
    for (const [uid, kept] of this.events) {
      const off = this.off.get(uid) ?? new Set();
      for (const [at, { component }] of [...kept].sort(([one], [other]) => (one < other ? -1 : 1))) {
        if (off.has(at)) continue;
        const event = new ICAL.Component(component.toJSON());
        if (at === "") {
          // One that it is asked to by itself stands, also where the whole was told without.
          for (const without of event.getAllProperties("exdate"))
            if (kept.has(String(without.getFirstValue()))) event.removeProperty(without);
          for (const without of off) event.addProperty(exdateOf(kept.get(without)?.component));
        }
        if (at !== "" && !kept.has("")) event.removeProperty("recurrence-id");
        calendar.addSubcomponent(event);
      }
    }
    return `${calendar.toString()}\r\n`;
  }

  private addressed(event: ICAL.Component, { to, mail }: Delivered): void {
    const uid = String(event.getFirstPropertyValue("uid"));
    const organizer = String(event.getFirstPropertyValue("organizer"));
    check(organizer === `mailto:${mail.from?.value[0]?.address}`, "who asks is who it is from");
    check((this.organizers.get(uid) ?? organizer) === organizer, "always the same asks");
    this.organizers.set(uid, organizer);
    const attendees = event.getAllProperties("attendee").map((one) => String(one.getFirstValue()));
    check(attendees.length === 1 && attendees[0] === `mailto:${to[0]}`, `the reader alone is asked: ${attendees}`);
  }
}

/** A calendar into which somebody takes what mails bring where no answers are taken in: each event as it was told last. */
export class Imported {
  private readonly events = new Map<string, Map<string, ICAL.Component>>();
  private readonly zones = new Map<unknown, ICAL.Component>();

  take(delivered: Delivered): void {
    const brought = broughtBy(delivered);
    if (!brought) return;
    check(brought.method === "PUBLISH", `method ${brought.method}`);
    for (const zone of new ICAL.Component(ICAL.parse(brought.text)).getAllSubcomponents("vtimezone"))
      this.zones.set(zone.getFirstPropertyValue("tzid"), zone);
    for (const event of brought.events) {
      const uid = String(event.getFirstPropertyValue("uid"));
      const at = String(event.getFirstPropertyValue("recurrence-id") ?? "");
      // Who tells of the whole tells of all of it.
      const kept = at === "" ? new Map<string, ICAL.Component>() : (this.events.get(uid) ?? new Map<string, ICAL.Component>());
      this.events.set(uid, kept.set(at, event));
    }
  }

  /** What it shows until a moment, in UTC. */
  shows(until: string): string[] {
    const calendar = new ICAL.Component("vcalendar");
    calendar.addPropertyWithValue("version", "2.0");
    const events = [...this.events.values()].flatMap((kept) => [...kept.values()]);
    for (const one of [...this.zones.values(), ...events]) calendar.addSubcomponent(new ICAL.Component(one.toJSON()));
    return happenings(`${calendar.toString()}\r\n`, until).map(({ at }) => at);
  }
}

const keptOf = (component: ICAL.Component): Kept => ({
  component,
  sequence: Number(component.getFirstPropertyValue("sequence")),
  stamp: String(component.getFirstPropertyValue("dtstamp")),
});

function exdateOf(exception: ICAL.Component | undefined): ICAL.Property {
  const its = exception?.getFirstProperty("recurrence-id");
  const property = new ICAL.Property("exdate");
  property.setParameter("tzid", String(its?.getParameter("tzid")));
  property.setValue(its?.getFirstValue() as ICAL.Time);
  return property;
}

function newer(component: ICAL.Component, before: Kept | undefined): boolean {
  const { sequence, stamp } = keptOf(component);
  if (!before) return true;
  return sequence === before.sequence ? stamp >= before.stamp : sequence > before.sequence;
}

function check(held: boolean, what: string): void {
  if (!held) throw new Error(`not as a calendar wants it: ${what}`);
}
