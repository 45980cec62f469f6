import type { ZodType } from "zod";
import type { Typed } from "~/forms/reading-a-form.server";
import type { TextKey } from "~/i18n/text";
import { Refusal, type Words } from "~/platform/refusal";
import { momentForm, rhythmForm } from "./schema";
import { seriesDays } from "./series-days";
import { checkDay, checkHour, type Moment } from "./starting";

/** What is wrong, and at which field. */
interface Wrong {
  field: string | null;
  words: Words;
}

/** The days of what was typed so far, as wall-clock times; or what stands in the way of them. */
export interface DaysTyped {
  days: string[];
  wrong: Wrong[];
}

/** Of a series: the next ones, six at most. */
export function seriesTyped(typed: Typed, moment: Moment): DaysTyped {
  return read(rhythmForm, typed, (form) => seriesDays(form, moment).days);
}

/** Of one gathering. */
export function gatheringTyped(typed: Typed, moment: Moment): DaysTyped {
  return read(momentForm, typed, ({ day, hour }) => {
    const startLocal = `${day}T${hour}`;
    checkDay(day, "day", moment);
    checkHour(startLocal, moment);
    return [startLocal];
  });
}

function read<Form>(schema: ZodType<Form>, typed: Typed, daysOf: (form: Form) => string[]): DaysTyped {
  const checked = schema.safeParse(typed);
  if (!checked.success) {
    const wrong = checked.error.issues.map(({ path, message }) => ({ field: String(path[0]), words: { key: message as TextKey } }));
    return { days: [], wrong: wrong.filter((one, place) => wrong.findIndex((other) => other.field === one.field) === place) };
  }
  try {
    return { days: daysOf(checked.data), wrong: [] };
  } catch (error) {
    if (error instanceof Refusal) return { days: [], wrong: [{ field: error.field, words: error.words }] };
    throw error;
  }
}
