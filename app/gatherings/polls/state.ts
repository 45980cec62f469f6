/** What is to be known of a poll to say how it stands. Instants in UTC, days on the clock of its circle. */
interface Standing {
  endedAt: string | null;
  answerUntil: string | null;
  /** Each of its moments, and what it became. */
  options: readonly { startsAt: string; gatheringId: string | null }[];
}

/**
 * How a poll stands: still to be answered, to be answered no more (its last day is over), a moment was chosen, it was given
 * up, or all its moments are past.
 */
export type PollState = "open" | "closed" | "chosen" | "givenUp" | "over";

/** How a poll stands at a moment. @param today that day on the clock of its circle */
export function stateOf({ endedAt, answerUntil, options }: Standing, { now, today }: { now: string; today: string }): PollState {
  if (options.some(({ gatheringId }) => gatheringId !== null)) return "chosen";
  if (endedAt) return "givenUp";
  if (options.every(({ startsAt }) => startsAt <= now)) return "over";
  return answerUntil !== null && answerUntil < today ? "closed" : "open";
}
