/** What a series says of each of its gatherings, beside when they are. */
export interface Usual {
  minutes: number;
  place: string;
  about: string;
  /** The link with which one takes part online; empty where there is none. */
  online: string;
  /** By how many days before it who comes lets it know; null when no day was chosen. */
  answerDays: number | null;
}

/** Whether another of these is told: what it is about, and by when one lets it know, people read where they look. */
export function isTold(before: Usual, after: Usual): boolean {
  return before.minutes !== after.minutes || before.place !== after.place || before.online !== after.online;
}

/** What stands after a change: what was the same as before the change is as after it, and what somebody chose by hand stays. */
export function carriedOn(row: Usual, before: Usual, after: Usual): Usual {
  const kept = <Key extends keyof Usual>(key: Key): Usual[Key] => (row[key] === before[key] ? after[key] : row[key]);
  return {
    ...{ minutes: kept("minutes"), place: kept("place"), about: kept("about") },
    ...{ online: kept("online"), answerDays: kept("answerDays") },
  };
}

/** Only that, of a row or a form that holds more. */
export function usualOf({ minutes, place, about, online, answerDays }: Usual): Usual {
  return { minutes, place, about, online, answerDays };
}
