import { byMail, isUnreached } from "~/groups/belonging";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

const withoutMail = groupQuery<{ id: string; name: string }>(
  `SELECT m.id, m.name FROM Membership s JOIN Member m ON m.id = s.memberId
     WHERE s.groupId = @groupId AND s.until IS NULL AND ((m.mail IS NULL AND NOT ${byMail("m")}) OR ${isUnreached("m")})
     ORDER BY m.name COLLATE NOCASE, m.id`,
);

/** Whom no mail of this circle can reach, by name: a letter is printed for each. One statement. */
export function whoNeedsALetter(viewer: MemberViewer): { id: string; name: string }[] {
  return withoutMail.all(viewer);
}
