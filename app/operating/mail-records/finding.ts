/** One line of what was found. */
export interface Finding {
  /** Null where that can't be known from here. */
  good: boolean | null;
  /** What is so and, where it is not good, what to do: one sentence each. */
  says: string;
}

export const good = (says: string): Finding => ({ good: true, says });
export const unknown = (says: string): Finding => ({ good: null, says });
export const wrong = (says: string): Finding => ({ good: false, says });
