import { minutesAfter } from "~/platform/clock.server";
import { dayOf, localOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { Promised } from "./along/promised";
import { type PromisedRead, promisedBy, promisedColumns } from "./along/promised.server";
import { type LetKnow, letKnowBy } from "./letting-know";
import { type PlaceOnline, placeOnline } from "./online";
import { onOwnClock, otherZoneOf } from "./own-clock";
import { type WhoComes, whoComes } from "./who-comes.server";

/** The next gathering as Home shows it. Times on the wall clock of its zone. */
export interface NextGathering {
  id: string;
  startLocal: string;
  /** On the reader's own clock, where that shows something else. */
  yours: string | null;
  endLocal: string;
  /** The day that it is on its clock; and whose that is, when the circle follows another. */
  today: string;
  otherZone: string | null;
  place: string;
  /** It goes on at this moment. */
  begun: boolean;
  /** By which day who comes lets it know. */
  letKnow: LetKnow | null;
  /** Where one takes part online. */
  online: PlaceOnline | null;
  comes: WhoComes;
  /** What the reader promised for it, and was promised; null for a professional. */
  promised: Promised | null;
}

interface Read extends PromisedRead, Pick<NextGathering, "id" | "startLocal" | "place"> {
  startsAt: string;
  minutes: number;
  zone: string;
  online: string;
  answerDays: number | null;
}

const nextOne = groupQuery<Read>(
  `SELECT g.id, g.startLocal, g.startsAt, g.minutes, g.zone, g.place, g.online, g.answerDays, ${promisedColumns} FROM Gathering g
   WHERE g.groupId = @groupId AND g.cancelledAt IS NULL AND g.startsAt > @longAgo
     AND strftime('%Y-%m-%dT%H:%M:%fZ', g.startsAt, '+' || g.minutes || ' minutes') > @now
   ORDER BY g.startsAt, g.id LIMIT 1`,
);

/** The gathering that goes on now, or else the next that is not off. Two statements. @returns null when nothing is planned */
export function nextGathering(viewer: MemberViewer): NextGathering | null {
  const found = nextOne.first(viewer, { longAgo: minutesAfter(viewer.now, -720) });
  if (!found) return null;
  const { id, startLocal, startsAt, minutes, zone, place } = found;
  const endLocal = localOf(minutesAfter(startsAt, minutes), zone);
  const today = dayOf(viewer.now, zone);
  const letKnow = letKnowBy(found, today);
  const yours = onOwnClock(found, viewer.ownZone);
  const clock = { yours, today, otherZone: otherZoneOf(zone, viewer, false) };
  const known = { letKnow, online: placeOnline(found.online), comes: whoComes(viewer, id), promised: promisedBy(viewer, found) };
  return { id, startLocal, endLocal, ...clock, place, begun: startsAt <= viewer.now, ...known };
}

/** Whether the page for "nothing planned yet" offers this viewer to plan. */
export function mayPlan(viewer: MemberViewer): boolean {
  return may(viewer, "gathering.plan");
}
