import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { audiencesOf } from "~/policy/visible.server";
import type { Promised } from "./promised";
import { old } from "./reading-lists.server";

export interface PromisedRead {
  seeks: number;
  driver: string | null;
  riders: string;
  brings: string;
}

/** SQL: what the reader promised for Gathering `g`, and was promised; not what was said for another day, and not again since. */
export const promisedColumns = `
     EXISTS (SELECT 1 FROM Lift l WHERE l.gatheringId = g.id AND l.riderId = @me AND NOT (${old("l", "riderId")})) AS seeks,
     (SELECT d.name FROM Lift l JOIN Member d ON d.id = l.driverId
       WHERE l.gatheringId = g.id AND l.riderId = @me AND NOT (${old("l", "driverId")})) AS driver,
     (SELECT json_group_array(m.name ORDER BY m.name COLLATE NOCASE, m.id) FROM Lift l JOIN Member m ON m.id = l.riderId
       WHERE l.gatheringId = g.id AND l.driverId = @me AND NOT (${old("l", "riderId")})) AS riders,
     (SELECT json_group_array(i.what ORDER BY i.id) FROM Bringing i WHERE i.gatheringId = g.id AND i.memberId = @me
       AND NOT (${old("i", "memberId")})) AS brings`;

const promised = groupQuery<PromisedRead>(`SELECT ${promisedColumns} FROM Gathering g WHERE g.id = @gatheringId AND g.groupId = @groupId`);

/** Those columns as they are read. @returns null for a professional: the lists are the network's */
export function promisedBy(viewer: MemberViewer, { seeks, driver, riders, brings }: PromisedRead): Promised | null {
  if (!audiencesOf(viewer).includes("network")) return null;
  return { seeks: seeks === 1, driver, riders: JSON.parse(riders), brings: JSON.parse(brings) };
}

/** What the reader of a mail promised for a gathering. One statement. @returns null for a professional, and when there is no such gathering */
export function promisedFor(viewer: MemberViewer, gatheringId: string): Promised | null {
  const found = promised.first(viewer, { gatheringId });
  return found ? promisedBy(viewer, found) : null;
}
