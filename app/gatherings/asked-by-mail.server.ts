import { minutesAfter } from "~/platform/clock.server";
import { hashOf } from "~/platform/secrets.server";
import { dayOf, localOf } from "~/platform/wall-clock";
import { linkQuery } from "~/policy/queries.server";
import { type LinkViewer, linkHolder } from "~/policy/viewer.server";
import type { Always, Answer } from "./answers";
import { said } from "./asking-again";
import { type LetKnow, letKnowBy } from "./letting-know";
import { mayBeOnline, type PlaceOnline, placeOnline } from "./online";
import { onOwnClock, otherZoneOf } from "./own-clock";
import { type WhoseRead, whoseCircle, whoseColumns, whoseJoins } from "./whose-circle";

/** What the holder of a link to answer may know: one gathering, whose circle it is, and what they said themselves. */
export interface AskedByMail {
  state: "open" | "cancelled" | "over";
  /** As whom they answer. */
  name: string;
  own: boolean;
  central: { name: string; hue: number; photoId: string | null };
  startLocal: string;
  /** On their own clock, where that shows something else. */
  yours: string | null;
  endLocal: string;
  /** Whose clock that is, when the circle follows another. */
  otherZone: string | null;
  place: string;
  answer: Answer | null;
  word: string;
  /** By which day they are asked to let it know; null once they have. */
  letKnow: LetKnow | null;
  /** Where they can take part online; null for who comes, or does not. */
  online: PlaceOnline | null;
  /** It is of a series, and what they say of that until they say otherwise. */
  ofSeries: boolean;
  always: Always | null;
}

interface Read extends WhoseRead {
  startLocal: string;
  startsAt: string;
  zone: string;
  circleZone: string;
  minutes: number;
  place: string;
  cancelledAt: string | null;
  answer: Answer | null;
  word: string | null;
  online: string;
  answerDays: number | null;
  seriesId: string | null;
  always: Always | null;
}

const asked = linkQuery<Read>(
  `SELECT ${whoseColumns}, g.startLocal, g.startsAt, g.zone, g.minutes, g.place, g.cancelledAt, ${said("r")} AS answer, r.word,
       k.zone AS circleZone, g.online, g.answerDays, g.seriesId, t.answer AS always
     FROM Gathering g JOIN "Group" k ON k.id = g.groupId ${whoseJoins("g")}
     LEFT JOIN Response r ON r.gatheringId = g.id AND r.memberId = m.id
     LEFT JOIN StandingAnswer t ON t.seriesId = g.seriesId AND t.memberId = m.id
     WHERE g.id = @gatheringId AND g.groupId = @groupId`,
);

/** Who holds this link to answer. @returns null for one that never was, or whose member has left */
export function answererBy(token: string, now: string): LinkViewer | null {
  return linkHolder(hashOf(token), "answer", now);
}

/** The gathering that a link asks about. Changes nothing: a scanner may open it. @returns null when it is there no more */
export function askedByMail(link: LinkViewer): AskedByMail | null {
  const found = asked.first(link);
  if (!found) return null;
  const { startLocal, startsAt, zone, minutes, place, answer, word, cancelledAt, seriesId, always } = found;
  return {
    state: cancelledAt ? "cancelled" : startsAt <= link.now ? "over" : "open",
    ...whoseCircle(found),
    startLocal,
    yours: onOwnClock(found, found.ownZone),
    endLocal: localOf(minutesAfter(startsAt, minutes), zone),
    otherZone: otherZoneOf(zone, { zone: found.circleZone }, startsAt <= link.now),
    place,
    answer,
    word: word ?? "",
    letKnow: answer ? null : letKnowBy(found, dayOf(link.now, zone)),
    online: mayBeOnline(answer) ? placeOnline(found.online) : null,
    ofSeries: seriesId !== null,
    always,
  };
}
