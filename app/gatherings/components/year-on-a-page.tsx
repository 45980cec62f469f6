import { capital, dayInMonth, hourOf, monthName } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import type { OfYear } from "../year.server";

interface YearOnAPageProps {
  groupId: string;
  months: { month: string; gatherings: OfYear[] }[];
}

/** Twelve months, each with its gatherings: a dot for one, a ring for one that is off, so that the rhythm is seen at a glance. */
export function YearOnAPage({ groupId, months }: YearOnAPageProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <ol className="year-page">
      {months.map(({ month, gatherings }) => (
        <li key={month} className="year-month">
          <h2>{capital(monthName(Number(month.slice(5)), language))}</h2>
          {gatherings.length > 0 && (
            <ul>
              {gatherings.map(({ id, startLocal, place, cancelled, past }) => (
                <li key={id} className={cancelled ? "off" : past ? "past" : undefined}>
                  <a href={`/g/${groupId}/gatherings/${id}`}>
                    {t("gatherings.yearDay", { day: capital(dayInMonth(startLocal, language)), hour: hourOf(startLocal, language) })}
                  </a>
                  <span className="soft">
                    <bdi>{place}</bdi>
                    {cancelled && ` (${t("gatherings.cancelledTag")})`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
