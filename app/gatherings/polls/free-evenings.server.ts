import { addDays, addMonths } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { pauseNow } from "../pausing/pause-now.server";
import { freeEvenings } from "./free-evenings";

const near = groupQuery<{ startLocal: string; begun: number }>(
  `SELECT startLocal, startsAt <= @now AS begun FROM Gathering
   WHERE groupId = @groupId AND cancelledAt IS NULL AND startsAt > @longAgo AND startsAt < @until ORDER BY startsAt DESC`,
);

/**
 * Moments to offer to who seeks a date, as wall-clock times; see freeEvenings. Looks a year back. Two statements.
 * @param of around which day, and in which months not, where that is known
 */
export function offeredMoments(viewer: MemberViewer, of: { around?: string; notIn?: readonly number[] } = {}): string[] {
  const { today } = viewer;
  const found = near.all(viewer, { longAgo: addMonths(today, -12), until: addDays(of.around ?? today, 60) });
  const [met, coming] = [1, 0].map((begun) => found.filter((one) => one.begun === begun).map(({ startLocal }) => startLocal));
  return freeEvenings({ today, met: met ?? [], coming: coming ?? [], pause: pauseNow(viewer), ...of });
}
