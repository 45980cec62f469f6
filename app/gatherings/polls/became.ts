/** The gathering that came of a poll, as it stands now: it may have been moved or called off since. */
export interface Became {
  startLocal: string;
  place: string;
  off: boolean;
}

export interface BecameRead {
  meetsAt: string | null;
  meetsIn: string | null;
  off: number | null;
}

/** SQL: what is read of it, from Gathering `c`. */
export const becameColumns = "c.startLocal AS meetsAt, c.place AS meetsIn, c.cancelledAt IS NOT NULL AS off";
/** SQL: the join that this needs. @param o the PollOption */
export const becameJoin = (o: string) => `LEFT JOIN Gathering c ON c.id = ${o}.gatheringId AND c.groupId = ${o}.groupId`;

/** @returns null for a moment that became none */
export function became({ meetsAt, meetsIn, off }: BecameRead): Became | null {
  return meetsAt ? { startLocal: meetsAt, place: meetsIn ?? "", off: off === 1 } : null;
}
