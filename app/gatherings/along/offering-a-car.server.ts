import { letRidersGo } from "~/groups/coming-no-more.server";
import { tellOfLift } from "~/groups/telling-of-a-lift.server";
import { Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { CarForm } from "./schema";
import { refuseWhoStays, speakerFor, stillComing } from "./speaking-for.server";
import { together } from "./taking-along.server";

/**
 * Somebody can take people along to a gathering, and perhaps says at once whom; or it is said for them. Said again, it is how
 * they say it last.
 * @returns the page of the gathering
 * @throws Refusal at its field for who does not come or needs a lift, for fewer places than there are riders, and as takeAlong
 */
export async function offerCar(viewer: MemberViewer, gatheringId: string, form: CarForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["car", gatheringId, form] }, async (asking) => {
    const { tx, viewer } = asking;
    const { groupId, now: at } = viewer;
    const { who: driverId, places, word, rider: riderId } = form;
    const actor = await speakerFor(asking, driverId);
    const gathering = await stillComing(tx, viewer, gatheringId);
    await refuseWhoStays(tx, viewer, gathering, driverId, "who");
    if ((await tx.lift.count({ where: { gatheringId, riderId: driverId } })) > 0) throw new Refusal({ key: "along.needsLift" }, "who");
    const count = await tx.lift.count({ where: { gatheringId, driverId } });
    if (count > places) throw new Refusal({ key: "along.placesFew", values: { count } }, "places");
    const said = { places, word, at, forLocal: gathering.startLocal, byId: actor.byId };
    const one = { gatheringId_driverId: { gatheringId, driverId } };
    await tx.car.upsert({ where: one, update: said, create: { gatheringId, driverId, groupId, ...said } });
    if (riderId) await together(tx, viewer, gathering, { riderId, driverId }, { actor, tells: "taken", field: "rider" });
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}

/**
 * They can take nobody along after all: who rode with them seeks a lift again, if they did, and hears of it.
 * @returns the page of the gathering
 * @throws NotAllowed when it is not theirs to say; Refusal when it has begun or is off
 */
export async function withdrawCar(viewer: MemberViewer, gatheringId: string, driverId: string): Promise<string> {
  return act(viewer, null, async (asking) => {
    const { tx, viewer } = asking;
    const { groupId, now } = viewer;
    const actor = await speakerFor(asking, driverId);
    await stillComing(tx, viewer, gatheringId);
    await tx.car.deleteMany({ where: { gatheringId, driverId, groupId } });
    const riders = await tx.lift.findMany({ where: { gatheringId, driverId, groupId } });
    await letRidersGo(tx, { gatheringId, driverId, groupId });
    for (const { riderId } of riders) await tellOfLift(tx, "lost", { groupId, gatheringId, riderId, driverId, now }, actor);
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}
