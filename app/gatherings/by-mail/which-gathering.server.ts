import type { CalendarReply } from "~/calendar/reply";
import { instantIn } from "~/calendar/reply";
import { conversationOf } from "~/mail/message.server";
import { localOf } from "~/platform/wall-clock";
import { linkQuery } from "~/policy/queries.server";
import type { LinkViewer } from "~/policy/viewer.server";

/** A gathering that somebody answers by mail. */
export interface Meant {
  id: string;
  /** Of its revision, as mails tell it. */
  sequence: number;
  /** When who had answered was last asked again. */
  movedAt: string | null;
  /** What was answered is its whole series. */
  whole?: true;
}

const columns = `SELECT g.id, g.sequence + coalesce(s.sequence, 0) AS sequence, g.movedAt
  FROM Gathering g LEFT JOIN Series s ON s.id = g.seriesId`;
// By its own id it is told as an event by itself, also when it is of a series.
const byId = linkQuery<Meant>("SELECT g.id, g.sequence, g.movedAt FROM Gathering g WHERE g.id = @id AND g.groupId = @groupId");
const bySlot = linkQuery<Meant>(`${columns} WHERE g.seriesId = @id AND g.slotLocal = @slotLocal AND g.groupId = @groupId`);
const firstAfter = linkQuery<Meant>(
  `${columns} WHERE g.seriesId = @id AND g.groupId = @groupId AND g.startsAt > @since AND g.cancelledAt IS NULL ORDER BY g.startsAt LIMIT 1`,
);
const zoneOf = linkQuery<{ zone: string }>("SELECT zone FROM Series WHERE id = @id AND groupId = @groupId");
const mailed = linkQuery<{ kind: string; aboutId: string; createdAt: string }>(
  `SELECT kind, substr(dedupeKey, length(kind) + 2, 26) AS aboutId, createdAt FROM OutboxMail
   WHERE id = @id AND memberId = @me AND groupId = @groupId`,
);
const firstMailed = linkQuery<{ kind: string; aboutId: string; createdAt: string }>(
  `SELECT kind, substr(dedupeKey, length(kind) + 2, 26) AS aboutId, createdAt FROM OutboxMail
   WHERE memberId = @me AND groupId = @groupId AND messageId = @messageId`,
);

/**
 * Which gathering of the circle a calendar answers to. An answer to a whole series is
 * one to the first that came then, and to all after it.
 * @returns null for one of another circle as for none
 */
export function meantByCalendar(link: LinkViewer, { uid, recurrence, at }: CalendarReply): Meant | null {
  const id = /^(\w{26})@kring$/.exec(uid)?.[1];
  if (!id) return null;
  if (!recurrence) {
    const first = firstAfter.first(link, { id, since: at });
    return byId.first(link, { id }) ?? (first ? { ...first, whole: true } : null);
  }
  const slotLocal = slotOf(recurrence, zoneOf.first(link, { id })?.zone);
  return (slotLocal && bySlot.first(link, { id, slotLocal })) || null;
}

/** On the clock of the series, however a calendar writes it: in UTC, in a zone by whatever name, or without. */
function slotOf({ value, zone }: { value: string; zone: string | null }, own: string | undefined): string | null {
  if (!own) return null;
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\dZ?$/.exec(value) ?? [];
  if (!year) return null;
  const instant = instantIn(value) ?? (zone === "UTC" ? instantIn(`${value}Z`) : null);
  return instant ? localOf(instant, own) : `${year}-${month}-${day}T${hour}:${minute}`;
}

/** Which poll a mail answers to, when it is one: a mail can't say when somebody can. */
export function pollMeant(link: LinkViewer, answersTo: readonly string[]): string | null {
  const found = answersTo.toReversed().map((messageId) => firstMailed.first(link, { messageId }));
  return found.find((mail) => mail?.kind === "dateSought")?.aboutId ?? null;
}

/**
 * Which gathering a mail answers to, by the mails that it names. Of a series, the one that its mail asked about.
 * @param answersTo Message-IDs, the nearest last @returns null where that can't be known for sure
 */
export function meantByMail(link: LinkViewer, answersTo: readonly string[]): Meant | null {
  for (const messageId of answersTo.toReversed()) {
    const id = /^<(\w{26})@/.exec(messageId)?.[1]?.toUpperCase();
    const mail = id ? mailed.first(link, { id }) : firstMailed.first(link, { messageId });
    if (!mail) continue;
    const { kind, aboutId, createdAt } = mail;
    if (/^(gathering|mailNotRead|reminder)/.test(kind)) return byId.first(link, { id: aboutId }) ?? null;
    if (/^series/.test(kind)) return firstAfter.first(link, { id: aboutId, since: createdAt }) ?? null;
  }
  // The first mail itself may be forgotten by now: of a gathering by itself it still says which.
  const found = answersTo.map((one) => /^<(\w{26})\.\w{26}@/.exec(one)?.[1]?.toUpperCase()).find(Boolean);
  const named = found && answersTo.includes(conversationOf(found, link.memberId));
  return (named && byId.first(link, { id: found })) || null;
}
