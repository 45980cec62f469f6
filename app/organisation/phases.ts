/** The course of a group, in order. */
const phases = ["gettingToKnow", "forming", "knowingYou", "action", "followUp"] as const;
export type Phase = (typeof phases)[number];

/** @returns the phase that is meant, or null for one that this version of Kring has no word for */
export function phaseOf(text: string | null): Phase | null {
  return phases.find((phase) => phase === text) ?? null;
}
