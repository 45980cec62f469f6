import { slots } from "./recurrence";

/** When a series meets. Wall-clock times. */
interface Meets {
  rule: string;
  firstLocal: string;
  endsOn?: string | null;
}

/** Whether a series meets at this wall-clock time by its rule. */
export function isTurn({ rule, firstLocal, endsOn }: Meets, slotLocal: string): boolean {
  return slots(rule, firstLocal, { from: slotLocal, ...(endsOn && { to: endsOn }), limit: 1 })[0] === slotLocal;
}
