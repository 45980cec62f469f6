import { unreachedAmong } from "~/mail/unreached.server";
import type { Transaction } from "~/platform/transaction.server";
import { holding } from "./belonging";

/** Who of a circle now mails reach at none of their addresses: the same as `isUnreached`, for acts. @returns ids of members */
export async function whoIsUnreached(tx: Transaction, groupId: string): Promise<Set<string>> {
  const members = await tx.member.findMany({
    where: { groupId, memberships: { some: holding } },
    select: { id: true, mail: true, account: { select: { mail: true } } },
  });
  const all = members.map(({ id, mail, account }) => ({ id, addresses: [account?.mail, mail].filter((one) => one != null) }));
  const dead = await unreachedAmong(
    tx,
    all.flatMap(({ addresses }) => addresses),
  );
  const unreached = all.filter(({ addresses }) => addresses.length > 0 && addresses.every((one) => dead.has(one)));
  return new Set(unreached.map(({ id }) => id));
}
