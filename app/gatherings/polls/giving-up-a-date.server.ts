import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { notFound, Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceGivenUp } from "./announcing-a-poll.server";
import { stateOf } from "./state";

/**
 * No date is sought any more. Who was asked hears of it in one mail; what people said stays to be read.
 * @returns the list of gatherings
 * @throws Refusal when it has ended already; 404 when this group has no such poll
 */
export async function giveUpDate(viewer: MemberViewer, pollId: string, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["give up", pollId] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, now } = viewer;
    const poll = await tx.datePoll.findFirst({ where: { id: pollId, groupId }, include: { options: true } });
    if (!poll) throw notFound();
    if (poll.endedAt || stateOf(poll, viewer) === "over") throw new Refusal({ key: "polls.endedAlready" });
    await tx.datePoll.update({ where: { id: pollId }, data: { endedAt: now, endedById: actor.byId, endedForId: actor.forId } });
    await addStoryLine(tx, viewer, actor, "dateGivenUp", {}, { audience: "everyone" });
    await announceGivenUp(tx, actor, { id: pollId, groupId, now });
    return `/g/${groupId}/gatherings`;
  });
}
