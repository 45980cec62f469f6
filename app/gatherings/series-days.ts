import { Refusal } from "~/platform/refusal";
import { firstFit, ruleOf, slots } from "./recurrence";
import type { RhythmForm } from "./schema";
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
  return { rule, firstLocal, days: nextTimes({ rule, firstLocal, endsOn }) };
}

/** The first times of a series, six at most. */
export function nextTimes({ rule, firstLocal, endsOn }: Pick<SeriesDays, "rule" | "firstLocal"> & { endsOn: string | null }): string[] {
  return slots(rule, firstLocal, { ...(endsOn && { to: endsOn }), limit: shown });
}
