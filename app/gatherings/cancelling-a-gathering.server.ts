import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { notFound, Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceCancelled } from "./announcing.server";
import { revised } from "./standing.server";

/**
 * Calls off a gathering that has not begun. It stays where it was, with beside it that it is off, and by whom.
 * @returns its page
 * @throws Refusal when it has begun, is over, or was called off before; 404 when this group has no such gathering
 */
export async function cancelGathering(viewer: MemberViewer, gatheringId: string, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [gatheringId] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.cancel");
    const { groupId, now } = viewer;
    const cancelled = await tx.gathering.updateMany({
      where: { id: gatheringId, groupId, cancelledAt: null, startsAt: { gt: now } },
      data: { cancelledAt: now, cancelledById: actor.byId, ...revised(now) },
    });
    const gathering = await tx.gathering.findFirst({
      where: { id: gatheringId, groupId },
      select: { startLocal: true, place: true, sequence: true },
    });
    if (!gathering) throw notFound();
    if (cancelled.count === 0) throw new Refusal({ key: "gatherings.cancelTooLate" });
    const { sequence, ...moment } = gathering;
    await addStoryLine(tx, viewer, actor, "gatheringCancelled", moment, { gatheringId, audience: "everyone" });
    await announceCancelled(tx, actor, { id: gatheringId, groupId, now, sequence });
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}
