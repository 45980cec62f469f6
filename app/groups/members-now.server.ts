import type { Transaction } from "~/platform/transaction.server";
import { groupQuery } from "~/policy/queries.server";
import type { Role } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { holding } from "./belonging";
import { photoAddress } from "./frame";

/** Somebody who belongs to the circle today, as a form offers them. */
export interface MemberNow {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
  role: Role;
}

const everybody = groupQuery<Omit<MemberNow, "photo"> & { photoId: string | null }>(
  `SELECT m.id, m.name, m.hue, m.photoId, s.role FROM Membership s JOIN Member m ON m.id = s.memberId
     WHERE s.groupId = @groupId AND s.until IS NULL
     ORDER BY s.role <> 'central', m.name COLLATE NOCASE, m.id`,
);

/** Everybody who belongs to the circle today, the central person first and then by name. One statement. */
export function membersNow(viewer: MemberViewer): MemberNow[] {
  const found = everybody.all(viewer);
  return found.map(({ photoId, ...person }) => ({ ...person, photo: photoAddress(viewer.groupId, photoId) }));
}

/** Those of the members with these ids who belong to this circle now; ids of anybody else are simply not among them. */
export async function stillHere(tx: Transaction, viewer: MemberViewer, ids: string[]): Promise<{ id: string; name: string; role: Role }[]> {
  const found = await tx.membership.findMany({
    where: { groupId: viewer.groupId, memberId: { in: ids }, ...holding },
    select: { role: true, member: { select: { id: true, name: true } } },
    orderBy: { member: { name: "asc" } },
  });
  return found.map(({ role, member }) => ({ ...member, role: role as Role }));
}
