import { rows } from "~/platform/reading.server";
import type { Ring, Role } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { photoAddress } from "./frame";

interface InCircle {
  id: string;
  name: string;
  relation: string;
  hue: number;
  photoId: string | null;
  role: Role;
  ring: Ring | null;
}

/** Everybody who is in the circle now, from the inside out. One statement. */
export function circleNow(viewer: MemberViewer) {
  const found = rows<InCircle>(
    `SELECT m.id, m.name, m.relation, m.hue, m.photoId, s.role, s.ring FROM Membership s JOIN Member m ON m.id = s.memberId
     WHERE s.groupId = @groupId AND s.since <= @now AND (s.until IS NULL OR s.until > @now) ORDER BY m.id`,
    { groupId: viewer.groupId, now: viewer.now },
  );
  const people = found.map(({ photoId, ...person }) => ({ ...person, photo: photoAddress(viewer.groupId, photoId) }));
  return people.filter((person) => person.role !== "central");
}
