import { Refusal } from "~/platform/refusal";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { SeekForm } from "./schema";
import { type Coming, refuseWhoStays, speakerFor, stillComing } from "./speaking-for.server";

/**
 * Somebody seeks a lift to a gathering, or says it for another. Who seeks one already has another word with it.
 * @returns the page of the gathering
 * @throws Refusal at its field for who does not come or takes people along, and when it has begun or is off; 404 likewise
 */
export async function seekLift(viewer: MemberViewer, gatheringId: string, form: SeekForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["lift", gatheringId, form] }, async (asking) => {
    const { tx, viewer } = asking;
    const { groupId, now: at } = viewer;
    const { who: riderId, word } = form;
    const { byId } = await speakerFor(asking, riderId);
    const gathering = await stillComing(tx, viewer, gatheringId);
    await refuseWhoStays(tx, viewer, gathering, riderId, "who");
    await refuseWhoDrives(tx, gathering, riderId, "who");
    const said = { word, at, forLocal: gathering.startLocal, byId, sought: true };
    const one = { gatheringId_riderId: { gatheringId, riderId } };
    await tx.lift.upsert({ where: one, update: said, create: { gatheringId, riderId, groupId, ...said } });
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}

/** @throws Refusal for who takes people along, or can: they need no lift */
export async function refuseWhoDrives(tx: Transaction, { id: gatheringId }: Coming, memberId: string, field: string | null): Promise<void> {
  const cars = await tx.car.count({ where: { gatheringId, driverId: memberId } });
  const riders = await tx.lift.count({ where: { gatheringId, driverId: memberId } });
  if (cars + riders > 0) throw new Refusal({ key: "along.drives" }, field);
}
