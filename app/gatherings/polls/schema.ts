import { z } from "zod";
import { dayOrNone, idOrNone, lineOrNone, people as list, onceRight, timeOrNone } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";
import { isDay, isTime } from "~/platform/wall-clock";
import { meetingFields } from "../schema";
import { type Can, cans } from "./best-moment";

const key = (text: TextKey): TextKey => text;

/** How many moments there can be to choose from. */
const mostMoments = 12;
/** Rows in which somebody writes a moment of their own, beside those that are offered. */
export const ownRows = [1, 2, 3, 4, 5, 6] as const;
type OwnRow = (typeof ownRows)[number];

const ownFields = Object.fromEntries(
  ownRows.flatMap((row) => [
    [`day${row}`, dayOrNone],
    [`hour${row}`, timeOrNone],
  ]),
) as Record<`day${OwnRow}`, typeof dayOrNone> & Record<`hour${OwnRow}`, typeof timeOrNone>;

const isLocal = (text: string) => isDay(text.slice(0, 10)) && text[10] === "T" && isTime(text.slice(11));

/** A wall-clock time, and the fields that it came from. */
export interface Asked {
  startLocal: string;
  dayField: string;
  hourField: string;
}

const fields = z.object({
  moments: list.refine((moments) => moments.every(isLocal), key("error.dayWrong")),
  ...ownFields,
  ...meetingFields,
  answerUntil: dayOrNone,
  series: idOrNone,
});

/** Moments that were ticked and moments that were written, each once, the earliest first. */
function momentsIn(form: z.infer<typeof fields>): Asked[] {
  const ticked = form.moments.map((startLocal) => ({ startLocal, dayField: "moments", hourField: "moments" }));
  const own = ownRows.flatMap((row) => {
    const [day, hour] = [form[`day${row}`], form[`hour${row}`]];
    return day && hour ? [{ startLocal: `${day}T${hour}`, dayField: `day${row}`, hourField: `hour${row}` }] : [];
  });
  const all = new Map([...ticked, ...own].reverse().map((moment) => [moment.startLocal, moment]));
  return [...all.values()].sort((one, other) => (one.startLocal < other.startLocal ? -1 : 1));
}

const withHours = ownRows.reduce<typeof fields>(
  (form, row) =>
    form.refine((typed) => typed[`day${row}`] === null || typed[`hour${row}`] !== null, {
      path: [`hour${row}`],
      message: key("gatherings.hourMissing"),
      ...onceRight(`day${row}`, `hour${row}`),
    }),
  fields,
);

/** A date is sought: which moments there are to choose from, and what the gathering is besides. */
export const pollForm = withHours
  .transform((form) => {
    const { minutes, place, about, answerUntil, series } = form;
    return { moments: momentsIn(form), minutes, place, about, answerUntil, series };
  })
  .refine(({ moments }) => moments.length >= 2, { path: ["moments"], message: key("polls.momentsFew") })
  .refine(({ moments }) => moments.length <= mostMoments, { path: ["moments"], message: key("polls.momentsMany") });
export type PollForm = z.infer<typeof pollForm>;

/** The field of a form in which somebody says whether they can at a moment. */
export function fieldOfMoment(optionId: string): string {
  return `can-${optionId}`;
}

const canOf = z.enum(cans, key("polls.canMissing"));

/** When somebody can: by moment what they said, and a word about all of them. */
export const whenForm = z
  .object({ word: lineOrNone(200) })
  .catchall(z.unknown())
  .transform(({ word, ...rest }, context) => {
    const answers = new Map<string, Can>();
    for (const [name, value] of Object.entries(rest)) {
      if (!name.startsWith(fieldOfMoment(""))) continue;
      const can = canOf.safeParse(value);
      if (can.success) answers.set(name.slice(fieldOfMoment("").length), can.data);
      else context.addIssue({ code: "custom", path: [name], message: key("polls.canMissing") });
    }
    return { word, answers: Object.fromEntries(answers) };
  });
export type WhenForm = z.infer<typeof whenForm>;
