import type { Say } from "~/i18n/text";
import type { Answer } from "../answers";

/** A series as its rows keep it. Wall-clock times are in its zone. */
export interface FedSeries {
  id: string;
  rule: string;
  firstLocal: string;
  zone: string;
  minutes: number;
  place: string;
  /** The link with which one takes part online; empty where there is none. */
  online: string;
  endsOn: string | null;
  /** The series that it goes on from. */
  followsId: string | null;
  filledTo: string;
  sequence: number;
  /** When it was last planned anew, or last answered as a whole, in UTC. */
  changedAt: string;
  /** What this reader says of all of it, until they say otherwise. */
  always: Answer | null;
}

/** A gathering as its rows keep it, with what this reader answered. */
export interface FedGathering {
  id: string;
  seriesId: string | null;
  slotLocal: string | null;
  startLocal: string;
  zone: string;
  startsAt: string;
  minutes: number;
  place: string;
  online: string;
  cancelled: boolean;
  sequence: number;
  changedAt: string;
  /** The pause in which it is off, if it is off for that. */
  pauseId: string | null;
  answer: Answer | null;
  answeredAt: string | null;
}

/** Who is asked to come by a message that calendars answer (RFC 5546): addresses. */
export interface Invited {
  organizer: string;
  attendee: string;
  /** Whether an answer is wanted where there is none. */
  asks: boolean;
}

/** How a reader wants it, and where they read more. */
export interface Feeding {
  t: Say;
  now: string;
  /** Whose circle it is, when the reader wants that to be said in their calendar; else null. */
  name: string | null;
  /** How many minutes before it their calendar warns them, or null. */
  alarm: number | null;
  /** A message tells of one event: what was moved past another stays in its series. */
  byMail: boolean;
  /** Who is asked in it; null where nobody is, as in a feed. */
  invited: Invited | null;
  /** The address of the circle's gatherings. */
  home: string;
  /** Nothing more comes of a series than stands already: the circle is closed. */
  closed: boolean;
}
