import { query } from "~/platform/query.server";
import { dayOf } from "~/platform/wall-clock";
import type { Role } from "~/policy/table";
import type { Person } from "~/policy/viewer.server";
import { photoAddress } from "./frame";

/** A group that someone belongs to now, named after its central person. */
export interface MyGroup {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
  /** What they are in it. */
  role: Role;
  /** When it next meets, on the clock of that place, or null. */
  nextLocal: string | null;
  /** Day on which it was closed, or null. */
  closedOn: string | null;
}

const groupsOf = query<Omit<MyGroup, "photo" | "closedOn"> & { photoId: string | null; zone: string; closedAt: string | null }>(
  `SELECT c.groupId AS id, c.name, c.hue, c.photoId, s.role, h.zone, h.closedAt,
       (SELECT g.startLocal FROM Gathering g WHERE g.groupId = c.groupId AND g.startsAt > @now AND g.cancelledAt IS NULL
        ORDER BY g.startsAt, g.id LIMIT 1) AS nextLocal
     FROM Member m
     JOIN Membership s ON s.memberId = m.id AND s.until IS NULL
     JOIN Membership cs ON cs.groupId = m.groupId AND cs.role = 'central' AND cs.until IS NULL
     JOIN Member c ON c.id = cs.memberId
     JOIN "Group" h ON h.id = m.groupId
     WHERE m.accountId = @accountId ORDER BY c.name COLLATE NOCASE, c.groupId`,
);

/** The groups that someone is in at this moment. One statement. */
export function myGroups(person: Person, now: string): MyGroup[] {
  const found = groupsOf.all({ accountId: person.accountId, now });
  return found.map(({ photoId, zone, closedAt, ...group }) => ({
    ...{ ...group, photo: photoAddress(group.id, photoId), closedOn: closedAt && dayOf(closedAt, zone) },
  }));
}
