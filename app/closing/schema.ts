import { z } from "zod";
import { lineOrNone, people, ticked } from "~/forms/fields";

/** Closing a circle: who may go on reading, a word to everybody, and whether it is because its central person died. `later`: only keep who may read. */
export const closingForm = z.object({ people, word: lineOrNone(500), why: z.enum(["ends", "memory"]).catch("ends"), later: ticked });
export type ClosingForm = z.infer<typeof closingForm>;
