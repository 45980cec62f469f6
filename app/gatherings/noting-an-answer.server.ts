import { addStoryLine, storyLine } from "~/groups/adding-a-story-line.server";
import { comesNoMore } from "~/groups/coming-no-more.server";
import type { Prisma } from "~/platform/prisma/client";
import { notFound, Refusal } from "~/platform/refusal";
import { idFor, insert, type Occasion } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Actor } from "~/policy/acting";
import { sayAlways } from "./always/saying-always.server";
import { type Answer, type AnswerForm, mayBeThere } from "./answers";
import { asksAgain } from "./asking-again";

interface Answered {
  gatheringId: string;
  startLocal: string;
  memberId: string;
  name: string;
  answer: Answer;
  word: string;
}

/** A first answer, by themselves or by somebody for them. @param occasion with for which moment, and when, it was said, when that is another */
export function newAnswer(occasion: Occasion & { at?: string; forLocal?: string }, actor: Actor, { startLocal, name, ...given }: Answered) {
  const { groupId, now, forLocal = startLocal } = occasion;
  const { gatheringId, memberId, answer } = given;
  const response = { id: idFor(occasion), groupId, ...given, at: occasion.at ?? now, forLocal, byId: actor.byId };
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

/** When it is, and since when. */
type Gathering = Pick<Prisma.GatheringGetPayload<object>, "startLocal" | "movedAt">;

/**
 * Notes what somebody said of a gathering and, when they said it of all, of its series.
 * @throws Refusal when it has begun or is off; 404 when this group has none such
 */
export async function noteAnswer(tx: Transaction, actor: Actor, about: About, form: AnswerForm): Promise<void> {
  const { groupId, gatheringId, now } = about;
  const gathering = await tx.gathering.findFirst({ where: { id: gatheringId, groupId } });
  if (!gathering) throw notFound();
  if (gathering.cancelledAt) throw new Refusal({ key: "gatherings.answerCancelled" }, "answer");
  if (gathering.startsAt <= now) throw new Refusal({ key: "gatherings.answerTooLate" }, "answer");
  if ((await noteOne(tx, actor, about, gathering, form)) === "overtaken" || form.reach === "one" || !gathering.seriesId) return;
  const always = form.reach === "series" && form.answer !== "maybe" ? form.answer : null;
  await sayAlways(tx, actor, { ...about, seriesId: gathering.seriesId, startLocal: gathering.startLocal }, always);
}

/** @returns "overtaken" when they said something later than this */
async function noteOne(tx: Transaction, actor: Actor, about: About, { startLocal, movedAt }: Gathering, form: AnswerForm) {
  const { gatheringId, memberId, name } = about;
  const one = { gatheringId_memberId: { gatheringId, memberId } };
  const before = await tx.response.findUnique({ where: one });
  const at = about.saidAt ?? about.now;
  if (before && about.saidAt && at <= before.at) return "overtaken";
  const { answer } = form;
  // What was said before it was moved last is for another moment, and not known any more for which; said again, it is for the same.
  const again = before?.answer === answer ? before.forLocal : "";
  const forLocal = at < (movedAt ?? "") ? again : startLocal;
  const word = form.wordAsked !== undefined || form.word ? form.word : before?.answer === answer ? before.word : "";
  if (!before) {
    if (!mayBeThere(answer)) await comesNoMore(tx, about, gatheringId, actor);
    insert(tx, newAnswer({ ...about, at, forLocal }, actor, { gatheringId, startLocal, memberId, name, answer, word }).rows);
    return "noted";
  }
  const same = !asksAgain(before.forLocal, startLocal) && before.answer === answer;
  if (same && before.word === word && !before.standing && before.forLocal === forLocal) return "noted";
  if (!mayBeThere(answer)) await comesNoMore(tx, about, gatheringId, actor);
  await tx.response.update({ where: one, data: { answer, word, at, forLocal, byId: actor.byId, standing: false } });
  const line = { gatheringId, memberId, audience: "everyone" } as const;
  if (!same) await addStoryLine(tx, about, actor, "answered", { startLocal, answer, name }, line);
  return "noted";
}
