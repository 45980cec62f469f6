import { notFound, Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { alwaysNoMore } from "./always-no-more.server";
import { holding } from "./belonging";
import { comesNoMore } from "./coming-no-more.server";
import { withdrawOpen } from "./inviting.server";
import { givenRoles } from "./schema";

/**
 * Ends somebody's place in the circle at this moment, and with it what hangs on it: their help, an invitation that is
 * open, how they would come to gatherings and what they would bring, when their birthday is, and by which clock they live. Their links from mails open nothing any more, and mails that wait for them don't leave. What they did stays.
 * @returns their name
 * @throws 404 for who is not in the circle now, for the central person, and for the starter, who hands over
 */
export async function endMembership(
  tx: Transaction,
  { groupId, now }: Pick<MemberViewer, "groupId" | "now">,
  memberId: string,
): Promise<string> {
  const found = await tx.membership.findFirst({
    where: { groupId, memberId, role: { in: [...givenRoles] }, ...holding },
    include: { member: { select: { name: true } } },
  });
  if (!found) throw notFound();
  await endPlace(tx, { groupId, now }, found);
  await alwaysNoMore(tx, { groupId, memberId, now });
  await comesNoMore(tx, { groupId, memberId, now }, null, null);
  await tx.member.update({ where: { id: memberId }, data: { birthday: null, zone: null } });
  return found.member.name;
}

/** Ends one place in the circle, whatever it is; what they said of gatherings stays, for a circle that is opened again. */
export async function endPlace(
  tx: Transaction,
  { groupId, now }: Pick<MemberViewer, "groupId" | "now">,
  { id, memberId }: { id: string; memberId: string },
): Promise<void> {
  await tx.membership.update({ where: { id }, data: { until: now } });
  await tx.assistance.updateMany({ where: { groupId, assistantId: memberId, until: null }, data: { until: now } });
  await withdrawOpen(tx, groupId, memberId, now);
}

interface Where {
  groupId: string;
  central: { id: string; name: string };
}

/** @throws Refusal when a central person can't sign in yet, and nobody but this member could act for them */
export async function refuseLastHelper(tx: Transaction, { groupId, central }: Where, memberId: string): Promise<void> {
  const open = await tx.assistance.findMany({ where: { groupId, forId: central.id, until: null }, select: { assistantId: true } });
  if (open.length !== 1 || open[0]?.assistantId !== memberId) return;
  const { accountId } = await tx.member.findUniqueOrThrow({ where: { id: central.id }, select: { accountId: true } });
  if (accountId === null) throw new Refusal({ key: "steering.lastHelper", values: { name: central.name } });
}
