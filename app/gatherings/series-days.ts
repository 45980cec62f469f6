import type { Typed } from "~/forms/reading-a-form.server";
import type { TextKey } from "~/i18n/text";
import { Refusal, type Words } from "~/platform/refusal";
import { firstFit, ruleOf, slots } from "./recurrence";
import { type RhythmForm, rhythmForm } from "./schema";
import { checkDay, checkHour, type Moment } from "./starting";

const shown = 6;

/** What a form of a series comes down to: its rule, its first wall-clock time and the next days, six at most. */
interface SeriesDays {
  rule: string;
  firstLocal: string;
  days: string[];
}

/**
 * The days that a series would have. The page that shows them and the act that saves them both ask here.
 * @throws Refusal at its field: a first day past or too far, an hour gone, a rhythm that never happens, an end before the start
 */
export function seriesDays({ rhythm, from, hour, endsOn }: RhythmForm, moment: Moment): SeriesDays {
  checkDay(from, "from", moment);
  const firstLocal = firstFit(rhythm, from, hour);
  if (!firstLocal) throw new Refusal({ key: "gatherings.never" }, "kind");
  if (endsOn && endsOn < firstLocal.slice(0, 10)) throw new Refusal({ key: "gatherings.endsBefore" }, "endsOn");
  checkHour(firstLocal, moment);
  const rule = ruleOf(rhythm, firstLocal);
  return { rule, firstLocal, days: slots(rule, firstLocal, { ...(endsOn && { to: endsOn }), limit: shown }) };
}

/** What is wrong, and at which field. */
interface Wrong {
  field: string | null;
  words: Words;
}

/** The same for what was typed so far: the days, or what stands in the way of them. */
export function daysIn(typed: Typed, moment: Moment): { days: string[]; wrong: Wrong[] } {
  const checked = rhythmForm.safeParse(typed);
  if (!checked.success) {
    const wrong = checked.error.issues.map(({ path, message }) => ({ field: String(path[0]), words: { key: message as TextKey } }));
    return { days: [], wrong: wrong.filter((one, place) => wrong.findIndex((other) => other.field === one.field) === place) };
  }
  try {
    return { days: seriesDays(checked.data, moment).days, wrong: [] };
  } catch (error) {
    if (error instanceof Refusal) return { days: [], wrong: [{ field: error.field, words: error.words }] };
    throw error;
  }
}
