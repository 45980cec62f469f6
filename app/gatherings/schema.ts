import { z } from "zod";
import { day, dayOrNone, idOrNone, line, lineOrNone, onceRight, oneOf, time, version } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";
import { answerDaysOffered } from "./letting-know";
import { longestLink, onlineLink } from "./online";
import type { Rhythm } from "./recurrence";
import { type Usual, usualOf } from "./usual";

const key = (text: TextKey): TextKey => text;

/** How a form of a series begins to say how often: by a day of the week, a day of the month, or a date. */
const kinds = ["weeks", "months", "month-day"] as const;
export type Kind = (typeof kinds)[number];

/** A whole number from a list of choices; what no list offers is refused. `otherwise` is for a sentence that was not sent. */
function chosen(least: number, most: number, otherwise: number, wrong: TextKey) {
  return z.coerce.number<string>(wrong).int(wrong).min(least, wrong).max(most, wrong).default(otherwise);
}

const often: TextKey = "gatherings.oftenMissing";
const dayWrong: TextKey = "gatherings.dayWrong";
const monthsWrong: TextKey = "gatherings.monthsWrong";

const nths = ["1", "2", "3", "4", "-1"] as const;

/** In which months the circle does not meet. */
export const skipFields = {
  notIn: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((months) => [...new Set([months ?? []].flat().map(Number))].sort((one, other) => one - other))
    .pipe(z.array(z.number().int().min(1, monthsWrong).max(12, monthsWrong), monthsWrong).max(11, key("gatherings.never"))),
};

const rhythmFields = {
  kind: oneOf(kinds, often),
  weeksEvery: chosen(1, 52, 1, often),
  weeksDay: chosen(1, 7, 1, dayWrong),
  monthsEvery: chosen(1, 12, 1, often),
  monthsNth: z.enum(nths, dayWrong).default("1"),
  monthsDay: chosen(1, 7, 1, dayWrong),
  dateEvery: chosen(1, 12, 1, often),
  dateDay: chosen(1, 31, 1, dayWrong),
  ...skipFields,
  from: day("gatherings.startMissing"),
  hour: time("gatherings.hourMissing"),
  endsOn: dayOrNone,
};
type RhythmFields = z.infer<z.ZodObject<typeof rhythmFields>>;

/** What a gathering is besides its day and hour. */
export const meetingFields = {
  minutes: z.coerce
    .number<string>(key("gatherings.longWrong"))
    .int(key("gatherings.longWrong"))
    .min(15, key("gatherings.longWrong"))
    .max(720, key("gatherings.longWrong")),
  place: line(200, "gatherings.placeMissing"),
  about: lineOrNone(200),
};

/** The same of one that has a day: with which link one takes part online, and by how many days before it who comes lets it know. */
const datedFields = {
  ...meetingFields,
  online: lineOrNone(longestLink)
    .transform((typed) => (typed === "" ? "" : onlineLink(typed)))
    .pipe(z.string(key("gatherings.onlineWrong"))),
  answerDays: lineOrNone(20)
    .transform((days) => (days === "" ? null : Number(days)))
    .refine((days) => days === null || answerDaysOffered.some((one) => one === days), key("gatherings.answerDaysWrong")),
};

/** The three sentences of a form, of which one was chosen, as the rhythm it says. */
function rhythmIn(form: RhythmFields): Rhythm {
  const notIn = form.notIn.length > 0 ? { notIn: form.notIn } : {};
  if (form.kind === "weeks") return { kind: "weeks", every: form.weeksEvery, weekday: form.weeksDay, ...notIn };
  if (form.kind === "month-day") return { kind: "month-day", every: form.dateEvery, day: form.dateDay, ...notIn };
  const nth = Number(form.monthsNth) as 1 | 2 | 3 | 4 | -1;
  return { kind: "months", every: form.monthsEvery, nth, weekday: form.monthsDay, ...notIn };
}

const when = (form: RhythmFields) => ({ rhythm: rhythmIn(form), from: form.from, hour: form.hour, endsOn: form.endsOn });

/** When a series meets: all that its days follow from. */
export const rhythmForm = z.object(rhythmFields).transform(when);

/** A series of gatherings. */
export const seriesForm = z.object({ ...rhythmFields, ...datedFields }).transform((form) => ({ ...when(form), ...usualOf(form) }));

/** A rhythm as the fields of its form. */
export function fieldsOf(rhythm: Rhythm): Record<string, string | string[]> {
  if (rhythm.kind === "once") return {};
  const notIn = (rhythm.notIn ?? []).map(String);
  const every = String(rhythm.every);
  if (rhythm.kind === "weeks") return { kind: "weeks", weeksEvery: every, weeksDay: String(rhythm.weekday), notIn };
  if (rhythm.kind === "month-day") return { kind: "month-day", dateEvery: every, dateDay: String(rhythm.day), notIn };
  return { kind: "months", monthsEvery: every, monthsNth: String(rhythm.nth), monthsDay: String(rhythm.weekday), notIn };
}

const momentFields = { day: day("gatherings.oneDayMissing"), hour: time("gatherings.hourMissing") };

/** When one gathering is. */
export const momentForm = z.object(momentFields);

const gathering = z.object({ ...momentFields, ...datedFields });

/** One gathering by itself, or as the next one of a rhythm without a date. */
export const gatheringForm = gathering.extend({ series: idOrNone });

/** What a gathering is besides its day and hour, as the fields of a form. */
export function fieldsOfUsual({ minutes, place, about, online, answerDays }: Usual) {
  return { minutes: String(minutes), place, about, online, answerDays: String(answerDays ?? "") };
}

/** How a gathering stands there, as the fields of its form. */
export function fieldsOfGathering({ startLocal, ...rest }: Usual & { startLocal: string }) {
  return { day: startLocal.slice(0, 10), hour: startLocal.slice(11), ...fieldsOfUsual(rest) };
}

/** For a while the circle does not meet. */
export const pauseForm = z
  .object({ from: day("gatherings.startMissing"), until: dayOrNone })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ["until"],
    message: key("gatherings.pauseEndsBefore"),
    ...onceRight("from", "until"),
  });

/** One that is changed. */
export const gatheringChange = gathering.extend({ version });

export type RhythmForm = z.infer<typeof rhythmForm>;
export type PauseForm = z.infer<typeof pauseForm>;
export type SeriesForm = z.infer<typeof seriesForm>;
export type GatheringForm = z.infer<typeof gatheringForm>;

/** How a form of a series stands there at first: every first Tuesday, half past seven in the evening, for two hours. */
export const seriesToBegin = {
  kind: "months",
  weeksEvery: "1",
  weeksDay: "2",
  monthsEvery: "1",
  monthsNth: "1",
  monthsDay: "2",
  dateEvery: "1",
  dateDay: "1",
  timesAYear: "4",
  hour: "19:30",
  minutes: "120",
} as const;
