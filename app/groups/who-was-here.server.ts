import { dayOf } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { photoAddress } from "./frame";

/** Somebody who belonged to the circle, and does no more. */
export interface WasHere {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
  /** The day on which they left, in the group's zone. */
  until: string;
}

/** More than these are found in the story. */
const most = 60;

const left = groupQuery<Omit<WasHere, "photo"> & { photoId: string | null }>(
  `SELECT m.id, m.name, m.hue, m.photoId, max(s.until) AS until FROM Membership s JOIN Member m ON m.id = s.memberId
   WHERE s.groupId = @groupId AND s.until IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM Membership x WHERE x.memberId = m.id AND x.until IS NULL)
   GROUP BY m.id ORDER BY until DESC, m.id LIMIT ${most}`,
);

/** Who belonged to the circle once, the last to leave first. One statement. */
export function whoWasHere(viewer: MemberViewer): WasHere[] {
  return left.all(viewer).map(({ photoId, until, ...one }) => ({
    ...one,
    photo: photoAddress(viewer.groupId, photoId),
    until: dayOf(until, viewer.zone),
  }));
}
