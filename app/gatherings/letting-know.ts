import { addDays } from "~/platform/wall-clock";

/** How many days before a gathering its answers can be asked for. */
export const answerDaysOffered = [2, 3, 7, 14] as const;

/** From so many days before that day on, who prepares is told who has not answered. */
const nearDays = 2;

/** By which day who comes lets it know. */
export interface LetKnow {
  /** The last day. */
  day: string;
  /** That day is over: an answer is still welcome. */
  past: boolean;
  /** It is near, or over. */
  near: boolean;
}

/**
 * By which day the answers to a gathering are asked for. It is kept as a number of days before it, so that it moves along.
 * @param today on the clock of its zone, also where the circle follows another
 * @returns null when no day was chosen
 */
export function letKnowBy({ startLocal, answerDays }: { startLocal: string; answerDays: number | null }, today: string): LetKnow | null {
  if (answerDays === null) return null;
  const day = addDays(startLocal.slice(0, 10), -answerDays);
  return { day, past: day < today, near: addDays(day, -nearDays) <= today };
}
