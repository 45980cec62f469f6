import { z } from "zod";
import { lineOrNone, oneOf } from "~/forms/fields";
import { addStoryLine, storyLine } from "~/groups/adding-a-story-line.server";
import { notFound, Refusal } from "~/platform/refusal";
import { idFor, insert, type Occasion } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import { act, actByLink } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { LinkViewer, MemberViewer } from "~/policy/viewer.server";
import { answererFor } from "./answering-for.server";
import { type Answer, answers } from "./who-comes.server";

/** An answer with, if they like, a word. A press on Home sends no word, and leaves what was said with the same answer. */
export const answerForm = z.object({
  answer: oneOf(answers, "gatherings.answerMissing"),
  word: lineOrNone(200),
  wordAsked: z.string().optional(),
});
type AnswerForm = z.infer<typeof answerForm>;

/**
 * Somebody says whether they come, an assistant says it for the central person, or who prepares writes it down for
 * somebody who has no way to say it here. It may be changed until it begins.
 * @param memberId whose answer it is
 * @param to where to go on
 * @throws Refusal when it has begun or is off, or when it is not theirs to answer; 404 when this group has no such gathering
 */
export async function answer(
  viewer: MemberViewer,
  gatheringId: string,
  memberId: string,
  form: AnswerForm,
  formKey: string | null,
  to: string,
) {
  return act(viewer, { formKey, content: [gatheringId, memberId, form] }, async (asking) => {
    const { tx, viewer } = asking;
    const { groupId, now } = viewer;
    const { actor, name } = await answererFor(asking, memberId);
    await note(tx, actor, { groupId, gatheringId, memberId, name, now }, form);
    return to;
  });
}

/**
 * The same from the link in a mail: it answers one gathering as one member, without an account.
 * @param saidAt when it was said, of what took a while to come here: what was said later stands. UTC
 * @throws 404 when the link no longer stands for anybody
 */
export async function answerFromMail(
  link: LinkViewer,
  form: AnswerForm,
  formKey: string | null,
  to: string,
  saidAt?: string,
): Promise<string> {
  const { gatheringId } = link;
  if (!gatheringId) throw notFound();
  return actByLink(link, { formKey, content: [gatheringId, form] }, async ({ tx, viewer, may }) => {
    const { groupId, memberId, name, now } = viewer;
    const actor = may("gathering.answer", memberId);
    await note(tx, actor, { groupId, gatheringId, memberId, name, now, saidAt }, form);
    return to;
  });
}

interface Answered {
  gatheringId: string;
  startLocal: string;
  memberId: string;
  name: string;
  answer: Answer;
  word: string;
}

/** A first answer, by themselves or by somebody for them. */
export function newAnswer(occasion: Occasion & { at?: string }, actor: Actor, { startLocal, name, ...given }: Answered) {
  const { groupId, now } = occasion;
  const { gatheringId, memberId, answer } = given;
  const response = { id: idFor(occasion), groupId, ...given, at: occasion.at ?? now, byId: actor.byId };
  const about = { gatheringId, memberId, audience: "everyone" } as const;
  return { rows: { Response: [response], StoryLine: [storyLine(occasion, actor, "answered", { startLocal, answer, name }, about)] } };
}

interface About {
  groupId: string;
  gatheringId: string;
  memberId: string;
  name: string;
  now: string;
  saidAt?: string | undefined;
}

async function note(tx: Transaction, actor: Actor, about: About, form: AnswerForm): Promise<void> {
  const { groupId, gatheringId, memberId, name, now } = about;
  const gathering = await tx.gathering.findFirst({ where: { id: gatheringId, groupId } });
  if (!gathering) throw notFound();
  if (gathering.cancelledAt) throw new Refusal({ key: "gatherings.answerCancelled" }, "answer");
  if (gathering.startsAt <= now) throw new Refusal({ key: "gatherings.answerTooLate" }, "answer");
  const one = { gatheringId_memberId: { gatheringId, memberId } };
  const before = await tx.response.findUnique({ where: one });
  const at = about.saidAt ?? now;
  if (before && about.saidAt && at <= before.at) return;
  const said = form.answer;
  const word = form.wordAsked !== undefined || form.word ? form.word : before?.answer === said ? before.word : "";
  const stands = before !== null && before.at >= (gathering.movedAt ?? "");
  if (stands && before.answer === said && before.word === word) return;
  const { startLocal } = gathering;
  if (!before) return insert(tx, newAnswer({ ...about, at }, actor, { gatheringId, startLocal, memberId, name, answer: said, word }).rows);
  await tx.response.update({ where: one, data: { answer: said, word, at, byId: actor.byId } });
  if (stands && before.answer === said) return;
  const line = { gatheringId, memberId, audience: "everyone" } as const;
  await addStoryLine(tx, about, actor, "answered", { startLocal, answer: said, name }, line);
}
