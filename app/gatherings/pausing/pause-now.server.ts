import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** A pause that is, or is to come. Days on the clock of the circle. */
export interface PauseNow {
  id: string;
  from: string;
  until: string | null;
}

/** SQL: the pause of a circle that is, or is to come. */
export const currentPause = `SELECT id, "from", until FROM Pause
  WHERE groupId = @groupId AND endedAt IS NULL AND (until IS NULL OR until >= @today) ORDER BY "from" LIMIT 1`;
const current = groupQuery<PauseNow>(currentPause);

/** The pause of this circle, if it has one. One statement. */
export function pauseNow(viewer: MemberViewer): PauseNow | null {
  return current.first(viewer) ?? null;
}
