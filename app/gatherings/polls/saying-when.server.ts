import { storyLine } from "~/groups/adding-a-story-line.server";
import { notFound, Refusal } from "~/platform/refusal";
import { insert, type Occasion, type Rows } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import { act, actByLink } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { LinkViewer, MemberViewer } from "~/policy/viewer.server";
import { answererFor } from "../answering-for.server";
import type { Can } from "./best-moment";
import { fieldOfMoment, type WhenForm } from "./schema";
import { stateOf } from "./state";

/**
 * Somebody says when they can, an assistant says it for the central person, or who prepares writes it down for somebody who
 * has no way to say it here. It may be changed until a moment is chosen.
 * @param memberId whose answer it is
 * @param to where to go on
 * @throws Refusal when it can be answered no more, or nothing was said; 404 when this group has no such poll
 */
export async function sayWhen(
  viewer: MemberViewer,
  pollId: string,
  memberId: string,
  form: WhenForm,
  formKey: string | null,
  to: string,
): Promise<string> {
  return act(viewer, { formKey, content: [pollId, memberId, form] }, async (asking) => {
    const { actor, name } = await answererFor(asking, memberId);
    await note(asking.tx, actor, { ...momentOf(asking.viewer), pollId, memberId, name }, form);
    return to;
  });
}

/**
 * The same from the link in a mail, as one member, without an account.
 * @throws 404 when the link no longer stands for anybody
 */
export async function sayWhenFromMail(link: LinkViewer, form: WhenForm, formKey: string | null, to: string): Promise<string> {
  const { pollId } = link;
  if (!pollId) throw notFound();
  return actByLink(link, { formKey, content: [pollId, form] }, async ({ tx, viewer, may }) => {
    const { memberId, name } = viewer;
    await note(tx, may("gathering.answer", memberId), { ...momentOf(viewer), pollId, memberId, name }, form);
    return to;
  });
}

const momentOf = ({ groupId, now, today }: MemberViewer) => ({ groupId, now, today });

interface About {
  groupId: string;
  pollId: string;
  memberId: string;
  name: string;
  now: string;
  today: string;
}

async function note(tx: Transaction, actor: Actor, about: About, form: WhenForm): Promise<void> {
  const { groupId, pollId, memberId, now } = about;
  const poll = await tx.datePoll.findFirst({
    where: { id: pollId, groupId },
    include: { options: { orderBy: { startsAt: "asc" }, include: { answers: { where: { memberId } } } } },
  });
  if (!poll) throw notFound();
  const state = stateOf(poll, about);
  if (state !== "open") throw new Refusal({ key: `polls.late.${state}` });
  const open = poll.options.filter(({ startsAt }) => startsAt > now);
  const said = open.filter(({ id }) => form.answers[id]);
  if (said.length === 0) throw new Refusal({ key: "polls.canNone" }, fieldOfMoment(open[0]?.id ?? ""));
  const before = poll.options.flatMap(({ startLocal, answers }) => answers.map((one) => ({ ...one, startLocal })));
  const saidBefore = new Map(before.map(({ optionId, answer, word }) => [optionId, { answer, word }]));
  const other = said.some(({ id }) => saidBefore.get(id)?.answer !== form.answers[id]);
  if (!other && before.every(({ word }) => word === form.word)) return;
  // What stood for a moment that is past meanwhile stays.
  const all = poll.options.flatMap(({ id, startLocal }) => {
    const answer = (said.some((one) => one.id === id) && form.answers[id]) || (saidBefore.get(id)?.answer as Can | undefined);
    return answer ? [{ optionId: id, startLocal, answer }] : [];
  });
  await tx.pollAnswer.deleteMany({ where: { memberId, groupId, optionId: { in: all.map(({ optionId }) => optionId) } } });
  const { PollAnswer, StoryLine } = newAnswers(about, actor, { ...about, word: form.word, all }).rows;
  insert(tx, { PollAnswer, ...(other && { StoryLine }) });
}

interface Said {
  memberId: string;
  name: string;
  word: string;
  all: readonly { optionId: string; startLocal: string; answer: Can }[];
}

/** What somebody says of the moments of a poll, by themselves or by somebody for them. */
export function newAnswers(occasion: Occasion, actor: Actor, { memberId, name, word, all }: Said) {
  const { groupId, now: at } = occasion;
  const answers: Rows["PollAnswer"] = all.map(({ optionId, answer }) => ({
    optionId,
    memberId,
    groupId,
    answer,
    word,
    at,
    byId: actor.byId,
  }));
  const detail = { name, answers: all.map(({ startLocal, answer }) => ({ startLocal, answer })) };
  return {
    rows: { PollAnswer: answers, StoryLine: [storyLine(occasion, actor, "datesAnswered", detail, { memberId, audience: "everyone" })] },
  };
}
