import { letRidersGo } from "~/groups/coming-no-more.server";
import { tellOfLift } from "~/groups/telling-of-a-lift.server";
import { Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { mostPlaces } from "./schema";
import { refuseWhoDrives } from "./seeking-a-lift.server";
import { type Coming, refuseWhoStays, speakerFor, stillComing } from "./speaking-for.server";

interface Pair {
  riderId: string;
  driverId: string;
}

/**
 * One of two says that the one takes the other along: whoever drives, or whoever rides; or somebody who speaks for them. The
 * other of the two hears of it by mail. The same twice is once.
 * @returns the page of the gathering
 * @throws Refusal when the car is full, the rider has another lift, either does not come or the one who drives needs a lift
 */
export async function takeAlong(viewer: MemberViewer, gatheringId: string, pair: Pair, saidBy: keyof typeof says): Promise<string> {
  return act(viewer, null, async (asking) => {
    const { tx, viewer } = asking;
    const actor = await speakerFor(asking, pair[says[saidBy].who]);
    await together(tx, viewer, await stillComing(tx, viewer, gatheringId), pair, { actor, tells: says[saidBy].tells, field: null });
    return `/g/${viewer.groupId}/gatherings/${gatheringId}`;
  });
}

/** Who says it, and what the other of the two is told. */
const says = {
  driver: { who: "driverId", tells: "taken" },
  rider: { who: "riderId", tells: "joined" },
} as const;

interface Said {
  actor: Actor;
  tells: "taken" | "joined";
  /** The field of a form at which a refusal stands. */
  field: string | null;
}

/** The same within an act that has asked for the right to it. @throws Refusal likewise */
export async function together(tx: Transaction, viewer: MemberViewer, gathering: Coming, pair: Pair, said: Said): Promise<void> {
  const { groupId, now } = viewer;
  const { riderId, driverId } = pair;
  const { actor, tells, field } = said;
  const { id: gatheringId } = gathering;
  await refuseWhoStays(tx, viewer, gathering, riderId, field);
  await refuseWhoStays(tx, viewer, gathering, driverId, field);
  if (riderId === driverId) throw new Refusal({ key: "along.oneself" }, field);
  const one = { gatheringId_riderId: { gatheringId, riderId } };
  const before = await tx.lift.findUnique({ where: one });
  if (before?.driverId === driverId) return;
  if (before?.driverId) throw new Refusal({ key: "along.taken" }, field);
  await refuseWhoDrives(tx, gathering, riderId, field);
  if ((await tx.lift.count({ where: { gatheringId, riderId: driverId } })) > 0) throw new Refusal({ key: "along.needsLift" }, field);
  const car = await tx.car.findUnique({ where: { gatheringId_driverId: { gatheringId, driverId } } });
  const riders = await tx.lift.count({ where: { gatheringId, driverId } });
  if (riders >= (car?.places ?? mostPlaces)) throw new Refusal({ key: "along.full" }, field);
  const taken = { driverId, takenById: actor.byId, at: now, forLocal: gathering.startLocal };
  await tx.lift.upsert({
    where: one,
    update: taken,
    create: { gatheringId, riderId, groupId, byId: actor.byId, sought: tells === "joined", ...taken },
  });
  await tellOfLift(tx, tells, { groupId, gatheringId, riderId, driverId, now }, actor);
}

/**
 * A lift is not to be after all. Who rides needs none any more; or who drives can't take them, and then they seek one again, if they did. The
 * other of the two hears of it. What is so already changes nothing.
 * @param saidBy which of the two says it
 * @returns the page of the gathering
 * @throws NotAllowed when it is not theirs to say; Refusal when it has begun or is off
 */
export async function undoLift(viewer: MemberViewer, gatheringId: string, riderId: string, saidBy: "driver" | "rider"): Promise<string> {
  return act(viewer, null, async (asking) => {
    const { tx, viewer } = asking;
    const { groupId, now } = viewer;
    const page = `/g/${groupId}/gatherings/${gatheringId}`;
    const lift = await tx.lift.findFirst({ where: { gatheringId, riderId, groupId } });
    const driverId = lift?.driverId ?? null;
    const actor = await speakerFor(asking, saidBy === "driver" ? (driverId ?? viewer.memberId) : riderId);
    await stillComing(tx, viewer, gatheringId);
    if (!lift || (saidBy === "driver" && !driverId)) return page;
    if (saidBy === "rider") await tx.lift.delete({ where: { gatheringId_riderId: { gatheringId, riderId } } });
    else await letRidersGo(tx, { gatheringId, riderId, groupId });
    const about = { groupId, gatheringId, riderId, now };
    if (driverId) await tellOfLift(tx, saidBy === "rider" ? "gone" : "lost", { ...about, driverId }, actor);
    return page;
  });
}
