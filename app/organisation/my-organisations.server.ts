import { rows } from "~/platform/reading.server";
import type { Person } from "~/policy/viewer.server";

/** The organisations on whose staff somebody is now. One statement. */
export function organisationsOf(person: Person, now: string): { id: string; name: string }[] {
  return rows(
    `SELECT DISTINCT o.id, o.name FROM Staff s JOIN Organisation o ON o.id = s.organisationId
     WHERE s.accountId = @accountId AND s.since <= @now AND (s.until IS NULL OR s.until > @now)
     ORDER BY o.name COLLATE NOCASE, o.id`,
    { accountId: person.accountId, now },
  );
}
