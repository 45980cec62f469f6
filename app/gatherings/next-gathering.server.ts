import { minutesAfter } from "~/platform/clock.server";
import { localOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { type WhoComes, whoComes } from "./who-comes.server";

/** The next gathering as Home shows it. Times on the wall clock of its zone. */
export interface NextGathering {
  id: string;
  startLocal: string;
  endLocal: string;
  place: string;
  /** It goes on at this moment. */
  begun: boolean;
  comes: WhoComes;
}

const nextOne = groupQuery<{ id: string; startLocal: string; startsAt: string; minutes: number; zone: string; place: string }>(
  `SELECT id, startLocal, startsAt, minutes, zone, place FROM Gathering
   WHERE groupId = @groupId AND cancelledAt IS NULL AND startsAt > @longAgo
     AND strftime('%Y-%m-%dT%H:%M:%fZ', startsAt, '+' || minutes || ' minutes') > @now
   ORDER BY startsAt, id LIMIT 1`,
);

/** The gathering that goes on now, or else the next that is not off. Two statements. @returns null when nothing is planned */
export function nextGathering(viewer: MemberViewer): NextGathering | null {
  const found = nextOne.first(viewer, { longAgo: minutesAfter(viewer.now, -720) });
  if (!found) return null;
  const { id, startLocal, startsAt, minutes, zone, place } = found;
  const endLocal = localOf(minutesAfter(startsAt, minutes), zone);
  return { id, startLocal, endLocal, place, begun: startsAt <= viewer.now, comes: whoComes(viewer, id) };
}

/** Whether the page for "nothing planned yet" offers this viewer to plan. */
export function mayPlan(viewer: MemberViewer): boolean {
  return may(viewer, "gathering.plan");
}
