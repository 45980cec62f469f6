import { type Component, type Property, text, uidOf, utc } from "~/calendar/ics";
import { minutesAfter } from "~/platform/clock.server";
import { instantOf, isShownOnce, localOf } from "~/platform/wall-clock";
import type { Answer } from "../answers";
import { ruleUntil } from "../recurrence";
import { asPlanned } from "./as-planned";
import type { FedGathering, FedSeries, Feeding, Invited } from "./fed";

/** What a circle has planned, as its rows keep it. */
export interface Planned {
  series: readonly FedSeries[];
  gatherings: readonly FedGathering[];
}

/** Each series with what in it is not as its rule says, and each gathering by itself. */
export function eventsOf({ series, gatherings }: Planned, feeding: Feeding): Component[] {
  const alone = gatherings.filter(({ seriesId }) => seriesId === null);
  return [
    ...series.flatMap((one) => eventsOfSeries(one, gatherings, feeding)),
    ...alone.flatMap((gathering) => byItself(gathering, feeding)),
  ];
}

/** A series with what in it is not as its rule says. Who is asked is asked to none that is off. @param gatherings of its circle */
export function eventsOfSeries(series: FedSeries, gatherings: readonly FedGathering[], feeding: Feeding): Component[] {
  const { id, rule, firstLocal, zone, minutes, place, online, endsOn, filledTo, sequence, changedAt, always } = series;
  const { others, without, apart } = asPlanned(series, ofSeries(series, gatherings), feeding);
  const told = others.filter(({ cancelled }) => !(feeding.invited && cancelled));
  const off = others.flatMap((one) => (told.includes(one) ? [] : [one.slotLocal ?? one.startLocal]));
  if (!without) return apart.flatMap((gathering) => byItself(gathering, feeding));
  const last = feeding.closed && !(endsOn && endsOn < filledTo) ? filledTo : endsOn;
  const until = last && instantOf(`${last}T23:59`, zone);
  const uid = uidOf(id);
  const master = event(
    [
      ...head(uid, sequence, changedAt),
      ...hoursOfRule({ startLocal: firstLocal, zone, minutes }),
      ["RRULE", until ? ruleUntil(rule, until) : rule],
      ...[...without, ...off].map((slot) => ["EXDATE", compact(slot), { TZID: zone }] as const),
      ...said(feeding, { place, online, answer: always, href: feeding.home, cancelled: false }),
    ],
    feeding.alarm,
  );
  const changed = told.map((gathering) => within(series, gathering, feeding));
  return [master, ...changed, ...apart.flatMap((gathering) => byItself(gathering, feeding))];
}

/** One gathering alone: of its series where it is within that, else by itself. */
export function eventsOfOne({ series, gatherings }: Planned, gathering: FedGathering, feeding: Feeding): Component[] {
  const its = series.find(({ id }) => id === gathering.seriesId);
  if (!its) return byItself(gathering, feeding);
  const { without, apart } = asPlanned(its, ofSeries(its, gatherings), feeding);
  return without && !apart.includes(gathering) ? [within(its, gathering, feeding)] : byItself(gathering, feeding);
}

const ofSeries = ({ id }: FedSeries, gatherings: readonly FedGathering[]) => gatherings.filter(({ seriesId }) => seriesId === id);

/** One that is not as its series says. */
function within({ id, sequence, zone }: FedSeries, gathering: FedGathering, feeding: Feeding): Component {
  const properties: Property[] = [
    ...head(uidOf(id), sequence + gathering.sequence, changedOf(gathering)),
    ["RECURRENCE-ID", compact(gathering.slotLocal ?? gathering.startLocal), { TZID: zone }],
    ...hours(gathering),
    ...said(feeding, { ...gathering, href: `${feeding.home}/${gathering.id}` }),
  ];
  return event(properties, gathering.cancelled ? null : feeding.alarm);
}

/** One that is off is told of until its day is past. */
function byItself(gathering: FedGathering, feeding: Feeding): Component[] {
  const { id, sequence, cancelled, startsAt } = gathering;
  if (cancelled && startsAt <= feeding.now) return [];
  const properties = [
    ...head(uidOf(id), sequence, changedOf(gathering)),
    ...hours(gathering),
    ...said(feeding, { ...gathering, href: `${feeding.home}/${id}` }),
  ];
  return [event(properties, cancelled ? null : feeding.alarm)];
}

function head(uid: string, sequence: number, changedAt: string): Property[] {
  return [
    ["UID", uid],
    ["SEQUENCE", String(sequence)],
    ["DTSTAMP", utc(changedAt)],
    ["LAST-MODIFIED", utc(changedAt)],
  ];
}

/** On the clock of its zone: half past seven stays that, in summer and in winter. By itself in UTC, where the clock does not say when it is. */
function hours({ startLocal, zone, minutes }: Pick<FedGathering, "startLocal" | "zone" | "minutes">): Property[] {
  const start = instantOf(startLocal, zone);
  const end = minutesAfter(start, minutes);
  if (!isShownOnce(startLocal, zone) || !isShownOnce(localOf(end, zone), zone))
    return [
      ["DTSTART", utc(start)],
      ["DTEND", utc(end)],
    ];
  return [
    ["DTSTART", compact(startLocal), { TZID: zone }],
    ["DTEND", compact(localOf(end, zone)), { TZID: zone }],
  ];
}

/** Of a rule always on the clock: in UTC it would be an hour off half of the year. Its end may be in an hour that is shown twice. */
function hoursOfRule(first: Pick<FedGathering, "startLocal" | "zone" | "minutes">): Property[] {
  const { startLocal, zone, minutes } = first;
  if (isShownOnce(localOf(minutesAfter(instantOf(startLocal, zone), minutes), zone), zone)) return hours(first);
  return [
    ["DTSTART", compact(startLocal), { TZID: zone }],
    ["DURATION", `PT${minutes}M`],
  ];
}

interface Said extends Pick<FedGathering, "place" | "online" | "answer" | "cancelled"> {
  href: string;
}

/** Calendars show it to employers and to Google: a neutral title, and no word of what it is about. */
function said({ t, name, invited }: Feeding, { place, online, answer, cancelled, href }: Said): Property[] {
  const title = name === null ? t("feed.gathering") : t("feed.gatheringOf", { name });
  const answered = { yes: t("feed.yes"), online: t("feed.online"), no: t("feed.no"), maybe: t("feed.maybe") };
  const link = cancelled ? "" : online;
  const lines = [answer && !cancelled && answered[answer], link && t("feed.join", { href: link }), t("feed.more", { href })];
  return [
    ["SUMMARY", text(cancelled && !invited ? t("feed.off", { title }) : title)],
    ["LOCATION", text(place)],
    ["DESCRIPTION", text(lines.filter(Boolean).join("\n"))],
    ["URL", href],
    // RFC 7986, 5.11; most calendars read it nowhere but in the text.
    ...(link ? [["CONFERENCE", link, { VALUE: "URI", FEATURE: "VIDEO" }] as const] : []),
    // Google takes away what is CANCELLED: in a feed nobody would then see that it is off.
    ["STATUS", cancelled && invited ? "CANCELLED" : "CONFIRMED"],
    ["TRANSP", cancelled || answer === "no" ? "TRANSPARENT" : "OPAQUE"],
    ...(invited ? asked(invited, answer, cancelled) : []),
  ];
}

/** Who asks, and the one who is asked. The organizer has no name: calendars show it. */
function asked({ organizer, attendee, asks }: Invited, answer: Answer | null, cancelled: boolean): Property[] {
  const status = answer ? { yes: "ACCEPTED", online: "ACCEPTED", no: "DECLINED", maybe: "TENTATIVE" }[answer] : "NEEDS-ACTION";
  const wanted = asks && !answer && !cancelled ? "TRUE" : "FALSE";
  return [
    ["ORGANIZER", `mailto:${organizer}`, { CN: "Kring" }],
    ["ATTENDEE", `mailto:${attendee}`, { CUTYPE: "INDIVIDUAL", ROLE: "REQ-PARTICIPANT", PARTSTAT: status, RSVP: wanted }],
  ];
}

function event(properties: Property[], alarm: number | null): Component {
  const summary = properties.find(([name]) => name === "SUMMARY")?.[1] ?? "";
  const warning: Component[] =
    alarm === null
      ? []
      : [
          {
            name: "VALARM",
            properties: [
              ["ACTION", "DISPLAY"],
              ["TRIGGER", `-PT${alarm}M`],
              ["DESCRIPTION", summary],
            ],
          },
        ];
  return { name: "VEVENT", properties, inside: warning };
}

const changedOf = ({ changedAt, answeredAt }: FedGathering) => (answeredAt && answeredAt > changedAt ? answeredAt : changedAt);

/** A wall-clock time as a value: "20261201T193000". */
const compact = (local: string) => `${local.replace(/[-:]/g, "")}00`;
