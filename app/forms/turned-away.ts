import type { Words } from "~/platform/refusal";
import type { Typed } from "./reading-a-form.server";

/** The fields in which people write in their own words; the others they fill in again in a moment. */
export const writtenIn = [
  ...["text", "what", "word", "about", "place", "online", "name", "relation", "service", "function"],
  ...["myName", "centralName", "facilitatorName"],
];

/** A form that was turned away together with its page: why, and what was written, so that it is not lost. */
export interface TurnedAway {
  /** The reason in words, or null for a page that is not there. */
  reason: Words | null;
  written: string[];
  /** For who is signed in no more: the same form, to be sent again once they are. */
  again: { to: string; fields: [name: string, value: string][] } | null;
}

/** What somebody wrote in a form, field by field. */
export function wordsIn(typed: Typed): string[] {
  return writtenIn.flatMap((name) => typed[name] ?? []).filter((words) => words.trim() !== "");
}

/** All of a form, to be sent once more as it is. */
export function fieldsIn(typed: Typed): [name: string, value: string][] {
  return Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
}
