import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { comesNoMore } from "~/groups/coming-no-more.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import { type Always, mayBeThere } from "../answers";
import { answerAsSaid } from "./answering-as-said.server";

interface About {
  groupId: string;
  now: string;
  seriesId: string;
  gatheringId: string;
  startLocal: string;
  memberId: string;
  name: string;
  /** When it was said, of what took a while to come here: what was said later stands. */
  saidAt?: string | undefined;
}

/**
 * Somebody comes always, or never, until they say otherwise: what is to come of the series is answered by it, and what is
 * planned later. What they said of one gathering stays as they said it.
 * @param answer null: from now on they are asked each time again
 */
export async function sayAlways(tx: Transaction, actor: Actor, about: About, answer: Always | null): Promise<void> {
  const { groupId, now, seriesId, gatheringId, startLocal, memberId, name } = about;
  const one = { seriesId_memberId: { seriesId, memberId } };
  const before = await tx.standingAnswer.findUnique({ where: one });
  if (answer === (before?.answer ?? null) || (await saidSince(tx, about, before?.at))) return;
  const coming = await tx.gathering.findMany({ where: { seriesId, startsAt: { gt: now } }, select: { id: true } });
  await tx.response.deleteMany({ where: { memberId, standing: true, gatheringId: { in: coming.map(({ id }) => id) } } });
  if (answer === null) await tx.standingAnswer.delete({ where: one });
  else {
    const said = { answer, at: about.saidAt ?? now, byId: actor.byId };
    await tx.standingAnswer.upsert({ where: one, update: said, create: { seriesId, memberId, groupId, ...said } });
    await answerAsSaid(tx, about, seriesId, memberId);
    if (!mayBeThere(answer)) await noLists(tx, actor, about, coming);
  }
  const line = { gatheringId, memberId, audience: "everyone" } as const;
  await addStoryLine(tx, about, actor, "answeredAlways", { startLocal, answer, name }, line);
}

/** What they promised for a gathering to which they said that they come, stands. */
async function noLists(tx: Transaction, actor: Actor, about: About, coming: { id: string }[]): Promise<void> {
  const { memberId } = about;
  const where = { memberId, standing: true, gatheringId: { in: coming.map(({ id }) => id) } };
  for (const { gatheringId } of await tx.response.findMany({ where })) await comesNoMore(tx, about, gatheringId, actor);
}

/** Whether they said something of it later than this; that they are asked each time leaves only a line in the story. */
async function saidSince(tx: Transaction, { groupId, memberId, saidAt }: About, stands: string | undefined): Promise<boolean> {
  if (!saidAt) return false;
  if (stands) return stands >= saidAt;
  const where = { groupId, memberId, kind: "answeredAlways", at: { gte: saidAt } };
  return (await tx.storyLine.count({ where })) > 0;
}
