import { monthOf, plainDay } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";

/**
 * Since when, and until when: a year is enough for what began in another year, a month for this one.
 * @param since @param until days; `until` or null
 * @param today the day it is, in the group's zone
 */
export function whenWords(since: string, until: string | null, today: string, language: Language, t: Say): string {
  const year = (day: string) => day.slice(0, 4);
  if (until && until <= today) {
    const from = year(since) === year(until) ? monthOf(since, language) : year(since);
    return t("support.fromUntil", { from, until: monthOf(until, language) });
  }
  const words =
    since > today
      ? t("support.from", { day: plainDay(since, language) })
      : t("support.since", { when: year(since) === year(today) ? monthOf(since, language) : year(since) });
  return until ? t("support.sinceUntil", { since: words, day: plainDay(until, language) }) : words;
}
