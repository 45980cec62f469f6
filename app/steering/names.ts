import { listed } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import type { Somebody } from "./who-sees-what.server";

const most = 6;

/** People by name for whoever reads, themselves as "jij": "jij, Rita en Mia"; of many the first, and how many more. */
export function namesOf(ids: readonly string[], people: readonly Somebody[], me: string, language: Language, t: Say): string {
  const all = people.filter((one) => ids.includes(one.id)).map((one) => (one.id === me ? t("app.you") : one.name));
  const more = all.length - most;
  return listed(more > 1 ? [...all.slice(0, most), t("steering.others", { count: more })] : all, language);
}
