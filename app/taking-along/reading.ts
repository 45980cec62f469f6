import type { Language, Say } from "~/i18n/text";

/** How what is taken along is read. */
export interface Reading {
  t: Say;
  language: Language;
  zone: string;
  /** Whoever takes it along, and reads it: to them it says "jij". */
  me: string;
}
