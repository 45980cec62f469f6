import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { undatedIn } from "./undated.server";

/**
 * Not now: for four weeks nobody is asked to seek a day for it. Twice is the same as once, but from later on.
 * @returns the list of gatherings
 * @throws 404 when this group has no such series
 */
export async function notNow(viewer: MemberViewer, id: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    may("gathering.plan");
    await undatedIn(tx, viewer, id);
    await tx.undatedSeries.update({ where: { id }, data: { notNowAt: viewer.now } });
    return `/g/${viewer.groupId}/gatherings`;
  });
}
