import { row } from "~/platform/reading.server";
import { notFound } from "~/platform/refusal";
import { may } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { visible } from "~/policy/visible.server";

interface AsItIs {
  id: string;
  text: string;
  audience: Audience;
  version: number;
  ownerId: string;
  endedAt: string | null;
}

const fields = "e.id, e.audience, e.version, coalesce(e.forId, e.authorId) AS ownerId";

/** What a form of change starts from. @param about whose it is, for the policy */
function forChange<Row extends AsItIs>(
  viewer: MemberViewer,
  found: Row | undefined,
  about: (row: Row) => string[] = (row) => [row.ownerId],
) {
  if (!found) throw notFound();
  const { ownerId, endedAt, ...rest } = found;
  return { ...rest, open: endedAt === null, about: about(found), can: { changeAudience: may(viewer, "entry.changeAudience", ownerId) } };
}

/** One dream as it is now. @throws 404 when there is none that this viewer may see */
export function dreamAsItIs(viewer: MemberViewer, id: string) {
  const found = row<AsItIs>(
    `SELECT ${fields}, d.text, coalesce(d.cameTrueAt, d.letGoAt) AS endedAt FROM Entry e JOIN Dream d ON d.id = e.id
     WHERE e.id = @id AND e.groupId = @groupId AND ${visible(viewer, "e")}`,
    { id, groupId: viewer.groupId, me: viewer.memberId },
  );
  return forChange(viewer, found);
}

/** One goal as it is now. @throws 404 when there is none that this viewer may see */
export function goalAsItIs(viewer: MemberViewer, id: string) {
  const found = row<AsItIs>(
    `SELECT ${fields}, g.text, coalesce(g.reachedAt, g.letGoAt) AS endedAt FROM Entry e JOIN Goal g ON g.id = e.id
     WHERE e.id = @id AND e.groupId = @groupId AND ${visible(viewer, "e")}`,
    { id, groupId: viewer.groupId, me: viewer.memberId },
  );
  return forChange(viewer, found);
}

/** One action as it is now, with the ids of who does it. @throws 404 when there is none that this viewer may see */
export function actionAsItIs(viewer: MemberViewer, id: string) {
  const found = row<AsItIs & { dueOn: string | null; people: string }>(
    `SELECT ${fields}, a.text, a.dueOn, coalesce(a.doneAt, a.letGoAt) AS endedAt,
       (SELECT coalesce(group_concat(am.memberId, ','), '') FROM ActionMember am WHERE am.actionId = a.id) AS people
     FROM Entry e JOIN Action a ON a.id = e.id
     WHERE e.id = @id AND e.groupId = @groupId AND ${visible(viewer, "e")}`,
    { id, groupId: viewer.groupId, me: viewer.memberId },
  );
  const ids = (people: string) => people.split(",").filter(Boolean);
  const action = forChange(viewer, found, (row) => [row.ownerId, ...ids(row.people)]);
  return { ...action, people: ids(action.people) };
}
