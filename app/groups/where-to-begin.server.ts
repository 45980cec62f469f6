import { query } from "~/platform/query.server";

const onlyCircle = query<{ groupId: string }>(
  `SELECT m.groupId FROM Member m JOIN Membership s ON s.memberId = m.id AND s.until IS NULL
   WHERE m.accountId = @accountId
     AND NOT EXISTS (SELECT 1 FROM Staff f WHERE f.accountId = @accountId AND f.until IS NULL)
     AND NOT EXISTS (SELECT 1 FROM Account a JOIN Member w ON w.mail = a.mail AND w.accountId IS NULL
       JOIN Invitation i ON i.groupId = w.groupId AND i.memberId = w.id
       WHERE a.id = @accountId AND i.usedAt IS NULL AND i.withdrawnAt IS NULL AND i.expiresAt > @now)
   LIMIT 2`,
);

/**
 * Where somebody begins who has just signed in: the page that they asked for, else the one circle that they are in, else
 * "my circles". That is also where an invitation waits, and the way to an organisation begins. One statement.
 * @param next local path that was asked for; "/me" when none was
 * @returns local path
 */
export function whereToBegin(accountId: string, next: string, now: string): string {
  if (next !== "/me") return next;
  const found = onlyCircle.all({ accountId, now });
  return found[0] && found.length === 1 ? `/g/${found[0].groupId}` : next;
}
