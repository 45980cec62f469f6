import type { Chance } from "./chance";
import type { Chronicle, Face } from "./chronicle";

/** A stay of somebody in the group, in days since it began. Who comes back has two. */
export interface Stay {
  face: Face;
  from: number;
  /** Null for who is there still. */
  until: number | null;
  role: "central" | "facilitator" | "member" | "professional";
}

/** A life while it is made up. Days are counted from the first day of the group. */
export interface Life {
  chronicle: Chronicle;
  chance: Chance;
  /** Yesterday: no fact is later. */
  last: number;
  /** That day as text; days to come are allowed here. */
  day(count: number): string;
  /** A moment on that day, between nine in the morning and eight in the evening, UTC. */
  at(count: number): string;
  central: Face;
  assistant: Face;
  stays: Stay[];
}

export interface LifeAsked {
  /** Which group it is: 1 is the first. Mail addresses carry it. */
  number: number;
  years: number;
  random: number;
  /** Day in Brussels. */
  today: string;
  organisationId: string;
  /** The worker of the organisation, who starts each group. */
  starter: { accountId: string; name: string; mail: string };
}

/** Who stands in the group on a day. */
export function thereOn({ stays }: Life, day: number): Stay[] {
  return stays.filter((stay) => stay.from < day && (stay.until === null || stay.until > day));
}

/** Who facilitates on a day; in the first weeks that is the central person's assistant. */
export function facilitatorOn(life: Life, day: number): Face {
  return thereOn(life, day).find((stay) => stay.role === "facilitator")?.face ?? life.assistant;
}
