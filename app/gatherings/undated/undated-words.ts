import { listed, longDay, monthName } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import type { TimesAYear } from "./turn";

/** "Ongeveer vier keer per jaar". */
export function timesInWords({ timesAYear }: { timesAYear: TimesAYear }, t: Say): string {
  return t("undated.times", { number: t(`undated.number${timesAYear}`) });
}

/** What a sentence about a rhythm without a date is made of. */
interface InWords {
  timesAYear: TimesAYear;
  notIn: readonly number[];
  endsOn: string | null;
}

/** "Ongeveer vier keer per jaar. We kiezen telkens een dag."; not in which months; until when. */
export function undatedInWords({ timesAYear, notIn, endsOn }: InWords, language: Language, t: Say): string[] {
  const sentences = [t("undated.inWords", { times: timesInWords({ timesAYear }, t) })];
  if (notIn.length > 0)
    sentences.push(
      t("undated.notIn", {
        months: listed(
          notIn.map((month) => monthName(month, language)),
          language,
        ),
      }),
    );
  if (endsOn) sentences.push(t("undated.until", { day: longDay(endsOn, language) }));
  return sentences;
}
