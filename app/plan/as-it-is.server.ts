import { notFound } from "~/platform/refusal";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
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
const thisOne = `e.id = @id AND e.groupId = @groupId AND ${visible("e")}`;

const oneDream = groupQuery<AsItIs>(
  `SELECT ${fields}, d.text, coalesce(d.cameTrueAt, d.letGoAt) AS endedAt FROM Entry e JOIN Dream d ON d.id = e.id WHERE ${thisOne}`,
);
const oneGoal = groupQuery<AsItIs>(
  `SELECT ${fields}, g.text, coalesce(g.reachedAt, g.letGoAt) AS endedAt FROM Entry e JOIN Goal g ON g.id = e.id WHERE ${thisOne}`,
);
const oneAction = groupQuery<AsItIs & { dueOn: string | null; people: string }>(
  `SELECT ${fields}, a.text, a.dueOn, coalesce(a.doneAt, a.letGoAt) AS endedAt,
     (SELECT coalesce(group_concat(am.memberId, ','), '') FROM ActionMember am WHERE am.actionId = a.id) AS people
   FROM Entry e JOIN Action a ON a.id = e.id WHERE ${thisOne}`,
);

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
  return forChange(viewer, oneDream.first(viewer, { id }));
}

/** One goal as it is now. @throws 404 when there is none that this viewer may see */
export function goalAsItIs(viewer: MemberViewer, id: string) {
  return forChange(viewer, oneGoal.first(viewer, { id }));
}

/** One action as it is now, with the ids of who does it. @throws 404 when there is none that this viewer may see */
export function actionAsItIs(viewer: MemberViewer, id: string) {
  const ids = (people: string) => people.split(",").filter(Boolean);
  const action = forChange(viewer, oneAction.first(viewer, { id }), (row) => [row.ownerId, ...ids(row.people)]);
  return { ...action, people: ids(action.people) };
}
