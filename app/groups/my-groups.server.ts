import { rows } from "~/platform/reading.server";
import type { Person } from "~/policy/viewer.server";

/** A circle that someone belongs to now. */
export interface MyGroup {
  groupId: string;
  name: string;
  hue: number;
  photoId: string | null;
}

/** The circles that someone is in at this moment, named after their central person. One statement. */
export function myGroups(person: Person, now: string): MyGroup[] {
  return rows<MyGroup>(
    `SELECT c.groupId, c.name, c.hue, c.photoId FROM Member m
     JOIN Membership s ON s.memberId = m.id AND s.since <= @now AND (s.until IS NULL OR s.until > @now)
     JOIN Membership cs ON cs.groupId = m.groupId AND cs.role = 'central' AND cs.until IS NULL
     JOIN Member c ON c.id = cs.memberId
     WHERE m.accountId = @accountId ORDER BY c.name COLLATE NOCASE, c.groupId`,
    { accountId: person.accountId, now },
  );
}
