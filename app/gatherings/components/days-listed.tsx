import { schoolHolidaysUntil } from "~/calendar/school-holidays";
import type { Birthday } from "~/groups/birthdays.server";
import { capital, longMoment, plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { besideDay } from "../beside-day";
import { BesideDay } from "./beside-day";

interface DaysListedProps {
  /** Wall-clock times. */
  days: readonly string[];
  birthdays: readonly Birthday[];
}

/** Days that may be chosen, with what to know of each, and from when on not all is known. */
export function DaysListed({ days, birthdays }: DaysListedProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <ol className="days-listed">
        {days.map((day) => (
          <li key={day}>
            {capital(longMoment(day, language, t))}
            <BesideDay words={besideDay(day, birthdays)} />
          </li>
        ))}
      </ol>
      {days.some((day) => day.slice(0, 10) > schoolHolidaysUntil) && (
        <p className="soft">{t("holiday.schoolUntil", { day: plainDay(schoolHolidaysUntil, language) })}</p>
      )}
    </>
  );
}
