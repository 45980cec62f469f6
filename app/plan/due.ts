import { daysAway, longDay } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { daysBetween } from "~/platform/wall-clock";

/**
 * By when something was promised, in words: near days also as "morgen"; a day that is over is said kindly.
 * @param dueOn the day @param today the day it is, both in the group's zone
 */
export function dueWords(dueOn: string, today: string, language: Language, t: Say): string {
  const days = daysBetween(today, dueOn);
  if (days < 0 || days > 2) return dueDay(dueOn, today, language, t);
  return t("plan.dueSoon", { away: daysAway(days, language), day: longDay(dueOn, language, today) });
}

/** The same without "morgen", for mails, which may be read a day later. */
export function dueDay(dueOn: string, today: string, language: Language, t: Say): string {
  return t(dueOn < today ? "plan.dueWas" : "plan.due", { day: longDay(dueOn, language, today) });
}
