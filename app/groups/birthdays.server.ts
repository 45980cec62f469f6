import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** Somebody who belongs to the circle today and said when their birthday is: `MM-DD`. */
export interface Birthday {
  id: string;
  name: string;
  birthday: string;
}

const said = groupQuery<Birthday>(
  `SELECT m.id, m.name, m.birthday FROM Membership s JOIN Member m ON m.id = s.memberId
     WHERE s.groupId = @groupId AND s.until IS NULL AND m.birthday IS NOT NULL
     ORDER BY m.name COLLATE NOCASE, m.id`,
);

/** The birthdays that people of this circle said, by name. One statement. */
export function birthdaysNow(viewer: MemberViewer): Birthday[] {
  return said.all(viewer);
}
