import { type OnTwoClocks, onOwnClock } from "../own-clock";

/** The gathering that came of a poll, as it stands now: it may have been moved or called off since. */
export interface Became extends OnTwoClocks {
  place: string;
  off: boolean;
}

export interface BecameRead {
  meetsAt: string | null;
  startsThen: string | null;
  zoneThen: string | null;
  meetsIn: string | null;
  off: number | null;
}

/** SQL: what is read of it, from Gathering `c`. */
export const becameColumns =
  "c.startLocal AS meetsAt, c.startsAt AS startsThen, c.zone AS zoneThen, c.place AS meetsIn, c.cancelledAt IS NOT NULL AS off";
/** SQL: the join that this needs. @param o the PollOption */
export const becameJoin = (o: string) => `LEFT JOIN Gathering c ON c.id = ${o}.gatheringId AND c.groupId = ${o}.groupId`;

/** @param ownZone where the reader lives; null as the circle @returns null for a moment that became none */
export function became({ meetsAt, startsThen, zoneThen, meetsIn, off }: BecameRead, ownZone: string | null): Became | null {
  if (!meetsAt || !startsThen || !zoneThen) return null;
  const yours = onOwnClock({ startsAt: startsThen, zone: zoneThen }, ownZone);
  return { startLocal: meetsAt, yours, place: meetsIn ?? "", off: off === 1 };
}
