import { query } from "~/platform/query.server";
import type { Person } from "~/policy/viewer.server";

const staffedBy = query<{ id: string; name: string }>(
  `SELECT DISTINCT o.id, o.name FROM Staff s JOIN Organisation o ON o.id = s.organisationId
   WHERE s.accountId = @accountId AND s.until IS NULL
   ORDER BY o.name COLLATE NOCASE, o.id`,
);

/** The organisations on whose staff somebody is now. One statement. */
export function organisationsOf(person: Person): { id: string; name: string }[] {
  return staffedBy.all({ accountId: person.accountId });
}
