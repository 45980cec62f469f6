import { holding } from "~/groups/belonging";
import { notFound, Refusal } from "~/platform/refusal";
import { idFor, insert, type Rows } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceGathering } from "../announcing.server";
import type { Answer } from "../answers";
import { newGathering } from "../planning-a-gathering.server";
import { refuseTwoAtOnce } from "../standing.server";
import type { Can } from "./best-moment";

/**
 * One press chooses a moment of a poll: it becomes a gathering, what people said of it becomes their answer, and everybody
 * hears of it in one mail. The same press again changes nothing.
 * @returns the page of the gathering
 * @throws Refusal when another moment was chosen or it was given up, when the moment is past, when the circle meets then
 *   already, and when the central person can't then
 */
export async function chooseMoment(viewer: MemberViewer, pollId: string, optionId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, now, central, role } = viewer;
    const here = `/g/${groupId}/gatherings`;
    const found = await tx.pollOption.findFirst({ where: { id: optionId, pollId, groupId }, include: { poll: true, answers: true } });
    if (!found) throw notFound();
    const { poll, startLocal, startsAt, answers } = found;
    if (found.gatheringId) return `${here}/${found.gatheringId}`;
    if (poll.endedAt) throw new Refusal({ key: "polls.endedAlready" });
    if (startsAt <= now) throw new Refusal({ key: "gatherings.startGone" });
    if (answers.some(({ memberId, answer }) => memberId === central.id && answer === "no"))
      throw new Refusal({ key: role === "central" ? "polls.notWithoutYou" : "polls.notWithout", values: { name: central.name } });
    const { zone, minutes, place, about, undatedId } = poll;
    await refuseTwoAtOnce(tx, { groupId, startsAt, minutes });
    const { gathering, rows } = newGathering(viewer, actor, { startLocal, zone, minutes, place, about, undatedId });
    insert(tx, { ...rows, Response: await carriedOver(tx, viewer, answers, gathering) });
    await tx.pollOption.update({ where: { id: optionId }, data: { gatheringId: gathering.id } });
    await tx.datePoll.update({ where: { id: pollId }, data: { endedAt: now, endedById: actor.byId, endedForId: actor.forId } });
    await announceGathering(tx, actor, { id: gathering.id, groupId, now });
    return `${here}/${gathering.id}`;
  });
}

const becomes: Record<Can, Answer> = { yes: "yes", ifNeedBe: "maybe", no: "no" };

interface Said {
  memberId: string;
  answer: string;
  word: string;
  at: string;
  byId: string;
}

/** What people of the circle said of the moment, as their answers to the gathering: when and by whom stay as they were. */
async function carriedOver(
  tx: Transaction,
  viewer: MemberViewer,
  answers: readonly Said[],
  { id: gatheringId, startLocal: forLocal }: { id: string; startLocal: string },
): Promise<Rows["Response"]> {
  const { groupId } = viewer;
  const here = await tx.membership.findMany({ where: { groupId, ...holding }, select: { memberId: true } });
  const members = new Set(here.map(({ memberId }) => memberId));
  return answers
    .filter(({ memberId }) => members.has(memberId))
    .map(({ memberId, answer, word, at, byId }) => ({
      ...{ id: idFor(viewer), groupId, gatheringId, memberId, answer: becomes[answer as Can], word, at, forLocal, byId },
    }));
}
