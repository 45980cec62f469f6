import type { Prisma } from "~/platform/prisma/client";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import { tellOfLift } from "./telling-of-a-lift.server";

interface Who {
  groupId: string;
  memberId: string;
  now: string;
}

/**
 * Whoever does not come takes nobody along, rides with nobody and brings nothing. Who counted on them as a driver seeks a lift
 * again, if they did, and hears of it; so does who would have taken them along. What was asked for is needed again; what was their own idea goes.
 * @param gatheringId to which they don't come; null for all that have not begun
 * @param by who said so, if somebody did
 */
export async function comesNoMore(tx: Transaction, who: Who, gatheringId: string | null, by: Actor | null): Promise<void> {
  const { groupId, memberId, now } = who;
  const where = { groupId, gathering: gatheringId === null ? { startsAt: { gt: now } } : { id: gatheringId } };
  const lifts = await tx.lift.findMany({ where: { ...where, OR: [{ riderId: memberId }, { driverId: memberId }] } });
  await tx.lift.deleteMany({ where: { ...where, riderId: memberId } });
  await letRidersGo(tx, { ...where, driverId: memberId });
  await tx.car.deleteMany({ where: { ...where, driverId: memberId } });
  await tx.bringing.deleteMany({ where: { ...where, memberId, askedById: null } });
  await tx.bringing.updateMany({ where: { ...where, memberId }, data: { memberId: null, saidById: null } });
  for (const { driverId, riderId, gatheringId } of lifts)
    if (driverId) await tellOfLift(tx, riderId === memberId ? "gone" : "lost", { groupId, gatheringId, riderId, driverId, now }, by);
}

/** Who rides with them needs a lift again; who was taken along without having asked for one, needs none. */
export async function letRidersGo(tx: Transaction, where: Prisma.LiftWhereInput): Promise<void> {
  await tx.lift.deleteMany({ where: { ...where, sought: false } });
  await tx.lift.updateMany({ where, data: { driverId: null, takenById: null } });
}
