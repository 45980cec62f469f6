import { z } from "zod";
import { day, dayOrNone, onceRight, version } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";
import { meetingFields, skipFields } from "../schema";
import { type TimesAYear, timesAYear } from "./turn";

const key = (text: TextKey): TextKey => text;

/** How a form of a series says that it has no date, beside the rhythms that have. */
export const withoutDate = "undated";

const fields = {
  timesAYear: z.coerce
    .number<string>(key("gatherings.oftenMissing"))
    .refine((times): times is TimesAYear => timesAYear.some((one) => one === times), key("gatherings.oftenMissing")),
  ...skipFields,
  endsOn: dayOrNone,
  ...meetingFields,
};

/** A rhythm without a date: how often, around when first, and what each gathering of it is besides its day and hour. */
export const undatedForm = z
  .object({ ...fields, from: day("gatherings.startMissing") })
  .refine(({ from, endsOn }) => endsOn === null || endsOn >= from, {
    path: ["endsOn"],
    message: key("gatherings.endsBefore"),
    ...onceRight("from", "endsOn"),
  });

/** One that is changed: what is next follows from it, what is planned stays. */
export const undatedChange = z.object({ ...fields, version });

export type UndatedForm = z.infer<typeof undatedForm>;
export type UndatedChange = z.infer<typeof undatedChange>;

interface Stands {
  timesAYear: number;
  /** As it is kept. */
  notIn: string;
  endsOn: string | null;
  minutes: number;
  place: string;
  about: string;
}

/** How one stands there, as the fields of its form. */
export function fieldsOfUndated({ timesAYear, notIn, endsOn, minutes, place, about }: Stands) {
  return { timesAYear: String(timesAYear), notIn, endsOn: endsOn ?? "", minutes: String(minutes), place, about };
}

/** The months that are skipped as they are kept, "7,8", and back. */
export const keptMonths = (months: readonly number[]) => months.join(",");
export const monthsIn = (kept: string) => (kept === "" ? [] : kept.split(",").map(Number));
