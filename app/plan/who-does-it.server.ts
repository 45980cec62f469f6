import { stillHere } from "~/groups/members-now.server";
import { Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { type Audience, sees } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";

/**
 * The people who were chosen for an action, checked: each belongs to the circle now and would see the action.
 * @param entry for whom the action is, and whose it is
 * @returns them by name
 * @throws Refusal at the field `people` otherwise
 */
export async function whoDoesIt(tx: Transaction, viewer: MemberViewer, ids: string[], entry: { audience: Audience; ownerId: string }) {
  const people = await stillHere(tx, viewer, ids);
  if (people.length !== ids.length) throw new Refusal({ key: "plan.personGone" }, "people");
  const assistants = await tx.assistance.findMany({
    where: { groupId: viewer.groupId, forId: viewer.central.id, until: null },
  });
  const assists = new Set(assistants.map((assistance) => assistance.assistantId));
  const blind = people.find(
    ({ id, role }) => id !== entry.ownerId && !(assists.has(id) ? sees.central : sees[role]).includes(entry.audience),
  );
  if (blind) throw new Refusal({ key: "plan.wouldNotSee", values: { name: blind.name } }, "people");
  return people;
}
