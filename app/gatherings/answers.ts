import { z } from "zod";
import { lineOrNone, onceRight, oneOf } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";

const key = (text: TextKey): TextKey => text;

/** Whether somebody comes to a gathering. */
export const answers = ["yes", "online", "no", "maybe"] as const;
export type Answer = (typeof answers)[number];

/** What who is not there in person says. */
export const notThere = ["online", "no"] as const satisfies readonly Answer[];

/** Whether who says so may be there in person. */
export function mayBeThere(answer: Answer): boolean {
  return !notThere.some((one) => one === answer);
}

/** What can be said of a whole series: who does not know yet, is asked each time. */
export type Always = Exclude<Answer, "maybe">;

/** For what an answer counts: this gathering, or its whole series too; or this one, and from now on each is asked again. */
const reaches = ["one", "series", "eachTime"] as const;

/**
 * An answer with, if they like, a word. A press on Home sends no word, and leaves what was said with the same answer, and
 * what was said of the series.
 */
export const answerForm = z
  .object({
    answer: oneOf(answers, "gatherings.answerMissing"),
    word: lineOrNone(200),
    wordAsked: z.string().optional(),
    reach: oneOf(reaches, "gatherings.reachMissing").default("one"),
  })
  .refine(({ answer, reach }) => reach !== "series" || answer !== "maybe", {
    path: ["reach"],
    message: key("gatherings.reachMaybe"),
    ...onceRight("answer", "reach"),
  });
export type AnswerForm = z.infer<typeof answerForm>;
