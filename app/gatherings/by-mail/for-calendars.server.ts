import { type Component, written } from "~/calendar/ics";
import { zonesOf } from "~/calendar/zone";
import { answerAddress } from "~/mail/answer-address.server";
import type { Due } from "~/mail/composing.server";
import { conversationOf } from "~/mail/message.server";
import type { MailKind } from "~/mail/queueing.server";
import { daysAfter } from "~/platform/clock.server";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { CalendarPart, Letter } from "../../../emails/letter";
import { eventsOfOne, eventsOfSeries, type Planned } from "../feed/events";
import type { FedGathering, FedSeries, Feeding } from "../feed/fed";
import { plannedFor } from "../feed/planned.server";

const feedOf = groupQuery<{ one: 1 }>(
  `SELECT 1 AS one FROM Member m JOIN Feed f ON f.accountId = m.accountId
   WHERE m.id = @me AND m.groupId = @groupId AND (f.groupId IS NULL OR f.groupId = @groupId)`,
);

/** What a mail says to more than its reader's eyes: to their calendar, and to their mail program. */
type ForPrograms = Pick<Letter, "calendar" | "address" | "conversation">;
/** A mail that is about to leave, to somebody. */
type Leaving = Pick<Due<MailKind>, "toMail" | "t" | "link">;

/** A mail about one gathering: that it is so, or that it is off. @param seriesId of which series it is, if it is */
export function aboutGathering(viewer: MemberViewer, leaving: Leaving, id: string, seriesId: string | null): ForPrograms {
  return forPrograms(viewer, seriesId ?? id, () => {
    const planned = plannedFor(viewer);
    return ofThese(
      planned,
      planned.gatherings.filter((gathering) => gathering.id === id),
      feedingOf(viewer, leaving),
    );
  });
}

const pauseEnd = groupQuery<{ endedAt: string | null }>("SELECT endedAt FROM Pause WHERE id = @pauseId AND groupId = @groupId");

/** A mail about a pause, and what it does to a series: its gatherings are off, or on again. */
export function aboutPause(
  viewer: MemberViewer,
  leaving: Leaving,
  { pauseId, seriesId, on }: { pauseId: string; seriesId: string | null; on: boolean },
): ForPrograms {
  return forPrograms(viewer, pauseId, () => {
    const planned = plannedFor(viewer);
    const endedAt = pauseEnd.first(viewer, { pauseId })?.endedAt ?? null;
    const its = (one: FedGathering) => (on ? one.changedAt === endedAt && !one.cancelled : one.pauseId === pauseId);
    const found = planned.gatherings.filter((one) => one.startsAt > viewer.now && one.seriesId === seriesId && its(one));
    return ofThese(planned, found, feedingOf(viewer, leaving));
  });
}

/** A mail about a series, whole. @param asks whether an answer is wanted */
export function aboutSeries(viewer: MemberViewer, leaving: Leaving, id: string, asks = true): ForPrograms {
  return forPrograms(viewer, id, () => {
    const { series, gatherings } = plannedFor(viewer);
    const feeding = feedingOf(viewer, leaving, asks);
    const events = withEnded(series, [id], viewer.now).flatMap((one) => eventsOfSeries(one, gatherings, feeding));
    return { events, invites: feeding.invited !== null, off: false };
  });
}

/** A mail about several series, whole, and gatherings by themselves. No answer is wanted. @param aboutId what its conversation is about */
export function aboutThese(viewer: MemberViewer, leaving: Leaving, aboutId: string, ids: readonly string[]): ForPrograms {
  return forPrograms(viewer, aboutId, () => {
    const planned = plannedFor(viewer);
    const feeding = feedingOf(viewer, leaving, false);
    const events = [
      ...withEnded(planned.series, ids, viewer.now).flatMap((one) => eventsOfSeries(one, planned.gatherings, feeding)),
      ...ids.flatMap((id) => planned.gatherings.filter((one) => one.id === id)).flatMap((one) => eventsOfOne(planned, one, feeding)),
    ];
    return { events, invites: feeding.invited !== null, off: false };
  });
}

/** A mail that was to say that a series ended may not have left yet, and won't when there was another change since. */
const endedLately = 14;

/** These series, and those that they go on from which were changed lately: that these ended is said again by every mail that follows. */
function withEnded(series: readonly FedSeries[], ids: readonly string[], now: string): FedSeries[] {
  const found = new Set(ids.flatMap((id) => series.filter((one) => one.id === id)));
  for (const { followsId } of found) {
    const before = series.find(({ id, changedAt }) => id === followsId && changedAt > daysAfter(now, -endedLately));
    if (before) found.add(before);
  }
  return [...found];
}

/** Events for a calendar: whether somebody is asked in them, and whether they are off. */
interface Told {
  events: readonly Component[];
  invites: boolean;
  off: boolean;
}

function ofThese(planned: Planned, found: readonly FedGathering[], feeding: Feeding): Told {
  const events = found.flatMap((gathering) => eventsOfOne(planned, gathering, feeding));
  return { events, invites: feeding.invited !== null, off: found[0]?.cancelled === true };
}

/** A mail that brings nothing for a calendar, and is about something that others are about. @param aboutId of a gathering or a series */
export function inConversation({ memberId }: MemberViewer, aboutId: string): Omit<ForPrograms, "calendar"> {
  const address = answerAddress(memberId);
  return { conversation: conversationOf(aboutId, memberId), ...(address && { address }) };
}

/** Who has a feed gets nothing for their calendar: else all would stand there twice. Then nothing of it is read either. */
function forPrograms(viewer: MemberViewer, aboutId: string, telling: () => Told): ForPrograms {
  const told = feedOf.first(viewer) ? null : telling();
  const calendar = told && told.events.length > 0 ? part(told) : null;
  return { ...inConversation(viewer, aboutId), ...(calendar && { calendar }) };
}

/** A message that asks somebody tells of one event (RFC 5546, 3.2.2): the first. */
function part({ events, invites, off }: Told): CalendarPart {
  const told = invites ? events.filter((event) => uidOf(event) === uidOf(events[0])) : events;
  const method = invites ? (off ? "CANCEL" : "REQUEST") : "PUBLISH";
  const properties = [
    ["VERSION", "2.0"],
    ["PRODID", "-//Kring//Kring//NL"],
    ["CALSCALE", "GREGORIAN"],
    ["METHOD", method],
  ] as const;
  return { method, ics: written({ name: "VCALENDAR", properties, inside: [...zonesOf(told), ...told] }) };
}

const uidOf = (event: Component | undefined) => event?.properties.find(([name]) => name === "UID")?.[1];

/** A neutral title and no warning, whatever they chose for a feed: mails are read by employers too. */
function feedingOf({ memberId, groupId, now, closedAt }: MemberViewer, { toMail, t, link }: Leaving, asks = true): Feeding {
  const organizer = answerAddress(memberId);
  return {
    ...{ t, now, name: null, alarm: null, closed: closedAt !== null, home: link(`/g/${groupId}/gatherings`), byMail: true },
    invited: organizer === null ? null : { organizer, attendee: toMail, asks },
  };
}
