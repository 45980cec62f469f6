import { longDay } from "~/i18n/dates";
import type { Language, Say, TextKey } from "~/i18n/text";
import type { LetKnow } from "./letting-know";

/** "Laat het weten tegen vrijdag 27 november.", to who has not answered; after that day, that they still can. */
export function letKnowInWords(letKnow: LetKnow, language: Language, t: Say, today: string): string {
  return letKnow.past ? t("gatherings.letKnowStill") : t("gatherings.letKnow", { day: longDay(letKnow.day, language, today) });
}

const choices: Record<string, TextKey> = {
  "2": "gatherings.answerDays2",
  "3": "gatherings.answerDays3",
  "7": "gatherings.answerDays7",
  "14": "gatherings.answerDays14",
};

/** A choice of a form: "Drie dagen vooraf". @param value as the form sends it, empty when no day is asked */
export function answerDaysInWords(value: string, t: Say): string {
  return t(choices[value] ?? "gatherings.answerDaysNone");
}
