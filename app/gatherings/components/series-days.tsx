import { capital, longMoment } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import type { daysIn } from "../series-days";

/** The next days of what is chosen, or what stands in the way. public/series-days.js shows them anew at every choice; the button does without it. */
export function SeriesDays({ days, wrong }: ReturnType<typeof daysIn>) {
  const t = useText();
  const language = useLanguage();
  const [first] = wrong;
  return (
    <section className="series-days stack" id="days" aria-labelledby="days-title">
      <h2 id="days-title">{t("gatherings.days")}</h2>
      <div id="days-live" aria-live="polite">
        {first && <p className="soft">{t(first.words.key, first.words.values)}</p>}
        <ol>
          {days.map((day) => (
            <li key={day}>{capital(longMoment(day, language, t))}</li>
          ))}
        </ol>
      </div>
      <Button kind="quiet" icon="calendar" name="show" value="days" formAction="#days" id="days-show">
        {t("gatherings.daysShow")}
      </Button>
    </section>
  );
}
