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

/** Only that, of a row or a form that holds more. */
export function usualOf({ minutes, place, about, online, answerDays }: Usual): Usual {
  return { minutes, place, about, online, answerDays };
}
