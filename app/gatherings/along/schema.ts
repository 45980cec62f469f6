import { z } from "zod";
import { line, lineOrNone } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";

const key = (text: TextKey): TextKey => text;

/** How many somebody can take along, and how many lines there are to bring, at most. */
export const mostPlaces = 8;
export const mostLines = 40;

/** Who needs a lift, with a word if they like. */
export const seekForm = z.object({ who: line(40, "along.whoMissing"), word: lineOrNone(100) });

/** Who can take people along and how many, from where, and perhaps somebody at once. */
export const carForm = z.object({
  who: line(40, "along.whoMissing"),
  places: z.coerce
    .number<string>(key("along.placesWrong"))
    .int(key("along.placesWrong"))
    .min(1, key("along.placesWrong"))
    .max(mostPlaces, key("along.placesWrong")),
  word: lineOrNone(100),
  rider: lineOrNone(40),
});

/** What is brought, and by whom: by nobody yet when it is still needed. */
export const bringForm = z.object({ what: line(100, "along.whatMissing"), who: lineOrNone(40) });

export type SeekForm = z.infer<typeof seekForm>;
export type CarForm = z.infer<typeof carForm>;
export type BringForm = z.infer<typeof bringForm>;
