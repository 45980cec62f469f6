import { whoIsUnreached } from "~/groups/who-is-unreached.server";
import { notFound, Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceAskedOnceMore } from "./announcing.server";
import { asksAgain } from "./asking-again";

/**
 * Whoever plans asks once more who has not answered: one mail to each whom mails reach, and no second time, unless it was moved since.
 * @returns its page
 * @throws Refusal when it has begun or is off, when they were asked once more already, and when there is nobody to ask; 404 when this group has none such
 */
export async function askOnceMore(viewer: MemberViewer, gatheringId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, now } = viewer;
    const found = await tx.gathering.findFirst({ where: { id: gatheringId, groupId } });
    if (!found) throw notFound();
    const { startLocal, startsAt, cancelledAt, movedAt, nudgedAt, sequence } = found;
    if (cancelledAt || startsAt <= now) throw new Refusal({ key: "gatherings.askTooLate" });
    if (nudgedAt && nudgedAt >= (movedAt ?? "")) throw new Refusal({ key: "gatherings.askedAlready" });
    const said = await tx.response.findMany({ where: { gatheringId }, select: { memberId: true, forLocal: true } });
    const answered = said.filter(({ forLocal }) => !asksAgain(forLocal, startLocal));
    const but = new Set([...answered.map(({ memberId }) => memberId), ...(await whoIsUnreached(tx, groupId))]);
    const asked = await announceAskedOnceMore(tx, actor, { id: gatheringId, groupId, now, sequence }, but);
    if (asked === 0) throw new Refusal({ key: "gatherings.askNobody" });
    await tx.gathering.update({ where: { id: gatheringId }, data: { nudgedAt: now } });
    return `/g/${groupId}/gatherings/${gatheringId}`;
  });
}
