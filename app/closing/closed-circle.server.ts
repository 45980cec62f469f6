import { assists } from "~/groups/belonging";
import { photoAddress } from "~/groups/frame";
import { groupQuery } from "~/policy/queries.server";
import type { Role } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";

/** How a circle was closed. */
export interface Closed {
  word: string;
  inMemory: boolean;
  by: string;
  /** For whom they did it, when they acted for the central person. */
  forName: string | null;
}

const latest = groupQuery<Omit<Closed, "inMemory"> & { inMemory: number }>(
  `SELECT c.word, c.inMemory, b.name AS "by", f.name AS forName FROM Closing c
   JOIN Member b ON b.id = c.byId LEFT JOIN Member f ON f.id = c.forId
   WHERE c.groupId = @groupId AND c.reopenedAt IS NULL ORDER BY c.at DESC LIMIT 1`,
);

/** How this circle was closed. One statement. @returns null for one that is open, without a statement */
export function howClosed(viewer: MemberViewer): Closed | null {
  if (!viewer.closedAt) return null;
  const found = latest.first(viewer);
  return found ? { ...found, inMemory: found.inMemory === 1 } : null;
}

/** Somebody who may or may not go on reading. */
export interface Reader {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
  role: Role;
  /** Acts for the central person, and so always may. */
  assists: boolean;
  /** Chosen by the central person, beforehand. */
  chosen: boolean;
}

const readers = groupQuery<Omit<Reader, "photo" | "assists" | "chosen"> & { photoId: string | null; assists: number; chosen: number }>(
  `SELECT m.id, m.name, m.hue, m.photoId, s.role,
     ${assists("m")} AS assists,
     EXISTS (SELECT 1 FROM LaterReader l WHERE l.groupId = @groupId AND l.memberId = m.id) AS chosen
   FROM Membership s JOIN Member m ON m.id = s.memberId
   WHERE s.groupId = @groupId AND s.until IS NULL ORDER BY m.name COLLATE NOCASE, m.id`,
);

/**
 * Who could go on reading when the circle is closed. One statement.
 * @returns everybody but the central person, and whether that person has chosen
 */
export function whoCouldRead(viewer: MemberViewer): { people: Reader[]; decided: boolean } {
  const all = readers.all(viewer).map(({ photoId, assists, chosen, ...one }) => ({
    ...{ ...one, photo: photoAddress(viewer.groupId, photoId), assists: assists === 1, chosen: chosen === 1 },
  }));
  return { people: all.filter(({ role }) => role !== "central"), decided: all.some(({ role, chosen }) => role === "central" && chosen) };
}
