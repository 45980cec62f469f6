import { minutesAfter } from "~/platform/clock.server";
import { NotAllowed } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { actAsPerson } from "~/policy/act.server";
import type { MemberViewer, Person } from "~/policy/viewer.server";

/** Who forgets to stop is themselves again the next day. */
const lastsMinutes = 12 * 60;

/**
 * From now on, in this browser, somebody acts for the central person of a group, or stops doing so. Until they say so they
 * are in it as themselves: they see and do what their own place there allows.
 * @returns the group's own page
 * @throws NotAllowed for who was not named to act for the central person
 */
export function actFor(person: Person, viewer: MemberViewer, acts: boolean): Promise<string> {
  const { groupId, now, central } = viewer;
  return actAsPerson(person, null, async ({ tx }) => {
    if (!viewer.mayActForId) throw new NotAllowed({ key: "refusal.mayNot", values: { name: central.name } }, null, "acts for nobody");
    await (acts ? startActing(tx, person, { groupId, now }) : changeSession(tx, person, { actsIn: null, actsUntil: null }));
    return `/g/${groupId}`;
  });
}

/** The same within another act: who makes a circle for somebody goes on with it for them. */
export function startActing(tx: Transaction, person: Person, { groupId, now }: { groupId: string; now: string }): Promise<void> {
  return changeSession(tx, person, { actsIn: groupId, actsUntil: minutesAfter(now, lastsMinutes) });
}

async function changeSession(
  tx: Transaction,
  { accountId, session = "" }: Person,
  data: { actsIn: string | null; actsUntil: string | null },
): Promise<void> {
  await tx.session.updateMany({ where: { id: session, accountId }, data });
}
