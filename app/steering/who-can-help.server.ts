import { assists } from "~/groups/belonging";
import { photoAddress } from "~/groups/frame";
import { groupQuery } from "~/policy/queries.server";
import { helperRoles } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";

/** Somebody who could act for the central person, and doesn't yet. */
export interface CanHelp {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
}

const everybody = groupQuery<Omit<CanHelp, "photo"> & { photoId: string | null }>(
  `SELECT m.id, m.name, m.hue, m.photoId FROM Membership s JOIN Member m ON m.id = s.memberId
   WHERE s.groupId = @groupId AND s.until IS NULL AND s.role IN (${helperRoles.map((role) => `'${role}'`)})
     AND NOT ${assists("m")}
   ORDER BY m.name COLLATE NOCASE, m.id`,
);

/** Whom to choose from. One statement. */
export function whoCanHelp(viewer: MemberViewer): CanHelp[] {
  const found = everybody.all(viewer);
  return found.map(({ photoId, ...one }) => ({ ...one, photo: photoAddress(viewer.groupId, photoId) }));
}
