import { hourOf, plainDay } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { isDay, isTime } from "~/platform/wall-clock";
import { answerDaysInWords } from "../letting-know-words";
import { longInWords } from "../rhythm-words";

/** How to say a field of a gathering, where two versions of it stand beside each other. */
export function meetingInWords(field: string, value: string, language: Language, t: Say): string {
  if (field === "day" && isDay(value)) return plainDay(value, language);
  if (field === "hour" && isTime(value)) return hourOf(`2000-01-01T${value}`, language);
  if (field === "minutes" && /^\d+$/.test(value)) return longInWords(Number(value), language, t);
  if (field === "answerDays") return answerDaysInWords(value, t);
  return value;
}
