import { notFound, Refusal } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { type BringForm, mostLines } from "./schema";
import { refuseWhoStays, speakerFor, stillComing } from "./speaking-for.server";

/**
 * Puts a line on the list of what is brought to a gathering: what somebody brings, said by them or for them; or, by who plans,
 * what is still needed.
 * @returns the page of the gathering
 * @throws Refusal at its field for who does not come and when the list is full, and when it has begun or is off; 404 likewise
 */
export async function putOnList(viewer: MemberViewer, gatheringId: string, form: BringForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["bring", gatheringId, form] }, async (asking) => {
    const { tx, viewer, may } = asking;
    const { groupId, now: at } = viewer;
    const { what, who } = form;
    const actor = who ? await speakerFor(asking, who) : may("gathering.plan");
    const gathering = await stillComing(tx, viewer, gatheringId);
    if (who) await refuseWhoStays(tx, viewer, gathering, who, "who");
    if ((await tx.bringing.count({ where: { gatheringId } })) >= mostLines) throw new Refusal({ key: "along.listFull" }, "what");
    const said = who ? { memberId: who, saidById: actor.byId } : { askedById: actor.byId, askedForId: actor.forId };
    await tx.bringing.create({ data: { id: newId(), groupId, gatheringId, what, at, forLocal: gathering.startLocal, ...said } });
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}

/**
 * Somebody brings what was asked for. The same twice is once.
 * @returns the page of the gathering
 * @throws Refusal when another brings it already, or for who does not come; 404 for a line that is gone
 */
export async function bringThis(viewer: MemberViewer, gatheringId: string, lineId: string, memberId: string): Promise<string> {
  return act(viewer, null, async (asking) => {
    const { tx, viewer } = asking;
    const { groupId, now: at } = viewer;
    const { byId: saidById } = await speakerFor(asking, memberId);
    const gathering = await stillComing(tx, viewer, gatheringId);
    await refuseWhoStays(tx, viewer, gathering, memberId, null);
    const line = await lineOf(tx, groupId, gatheringId, lineId);
    if (line.memberId && line.memberId !== memberId) throw new Refusal({ key: "along.broughtBy", values: { what: line.what } });
    if (!line.memberId)
      await tx.bringing.update({ where: { id: lineId }, data: { memberId, saidById, at, forLocal: gathering.startLocal } });
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}

/**
 * They don't bring it after all: what was asked for is needed again, what was their own idea is gone. What nobody brings stays as it is.
 * @returns the page of the gathering
 * @throws NotAllowed when it is not theirs to say; Refusal when it has begun or is off
 */
export async function bringNot(viewer: MemberViewer, gatheringId: string, lineId: string): Promise<string> {
  return act(viewer, null, async (asking) => {
    const { tx, viewer } = asking;
    const { groupId } = viewer;
    const line = await tx.bringing.findFirst({ where: { id: lineId, groupId, gatheringId } });
    await speakerFor(asking, line?.memberId ?? viewer.memberId);
    await stillComing(tx, viewer, gatheringId);
    if (line?.memberId && line.askedById) await tx.bringing.update({ where: { id: lineId }, data: { memberId: null, saidById: null } });
    else if (line?.memberId) await tx.bringing.delete({ where: { id: lineId } });
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}

/**
 * Who plans takes a line off the list. One that is gone is gone.
 * @returns the page of the gathering
 * @throws NotAllowed for anybody else; Refusal when it has begun or is off
 */
export async function takeOffList(viewer: MemberViewer, gatheringId: string, lineId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    may("gathering.plan");
    const { groupId } = viewer;
    await stillComing(tx, viewer, gatheringId);
    await tx.bringing.deleteMany({ where: { id: lineId, groupId, gatheringId } });
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}

async function lineOf(tx: Transaction, groupId: string, gatheringId: string, id: string) {
  const line = await tx.bringing.findFirst({ where: { id, groupId, gatheringId } });
  if (!line) throw notFound();
  return line;
}
