import type { z } from "zod";
import { queueMail } from "~/mail/queueing.server";
import type { Transaction } from "~/platform/transaction.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { addStoryLine } from "./adding-a-story-line.server";
import { endMembership, refuseLastHelper } from "./ending-a-membership.server";
import type { leaveForm } from "./schema";
import { decidingReached } from "./whom-mail-reaches.server";

/**
 * Leaves a circle, with a word to those who stay or without one. The central person hears of it by mail, and so does who
 * acts for them. From that moment whoever left sees nothing of the circle.
 * @returns where to go on: their own circles
 */
export async function leave(viewer: MemberViewer, { word }: z.infer<typeof leaveForm>, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["leave", word] }, async ({ tx, viewer, may }) => {
    const { memberId } = viewer;
    const actor = may("member.leave", memberId);
    await refuseLastHelper(tx, viewer, memberId);
    const name = await endMembership(tx, viewer, memberId);
    await addStoryLine(tx, viewer, actor, "personLeft", { name }, { memberId, audience: "everyone" });
    const goodbyeId = word ? await addStoryLine(tx, viewer, actor, "goodbyeSaid", { text: word }, { memberId, audience: "network" }) : null;
    await tellWhoStays(tx, viewer, goodbyeId);
    return "/me";
  });
}

/** Who left a circle, and when: a moment in UTC. */
type WhoLeft = Pick<MemberViewer, "groupId" | "memberId" | "language" | "now">;

/** Queues the mail that somebody has left, to the central person and who acts for them. @param goodbyeId the line with their word */
export async function tellWhoStays(tx: Transaction, { groupId, memberId, now, language }: WhoLeft, goodbyeId: string | null) {
  for (const { memberId: toId, to } of await decidingReached(tx, { groupId, language }))
    await queueMail(tx, {
      kind: "personLeft",
      dedupeKey: `personLeft:${memberId}:${now}:${toId}`,
      to,
      memberId: toId,
      groupId,
      data: { leftId: memberId, goodbyeId },
      now,
    });
}
