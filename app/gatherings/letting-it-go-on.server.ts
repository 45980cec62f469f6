import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { notFound, Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceOn } from "./announcing.server";
import { refuseTwoAtOnce, revised } from "./standing.server";

/**
 * A gathering that was called off goes on after all: it was a mistake, or things changed. What was answered stands again.
 * @returns its page
 * @throws Refusal when its time has come, it is not off, or the circle meets then already; 404 when this group has none such
 */
export async function letItGoOn(viewer: MemberViewer, gatheringId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const actor = may("gathering.cancel");
    const { groupId, now } = viewer;
    const found = await tx.gathering.findFirst({ where: { id: gatheringId, groupId } });
    if (!found) throw notFound();
    const { startLocal, startsAt, minutes, place } = found;
    if (!found.cancelledAt || startsAt <= now) throw new Refusal({ key: "gatherings.onTooLate" });
    await refuseTwoAtOnce(tx, { id: gatheringId, groupId, startsAt, minutes });
    const data = { cancelledAt: null, cancelledById: null, pauseId: null, ...revised(now) };
    const { sequence } = await tx.gathering.update({ where: { id: gatheringId }, data });
    await addStoryLine(tx, viewer, actor, "gatheringOn", { startLocal, place }, { gatheringId, audience: "everyone" });
    await announceOn(tx, actor, { id: gatheringId, groupId, now, sequence });
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}
