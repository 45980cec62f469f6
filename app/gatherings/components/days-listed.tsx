import { schoolHolidaysUntil } from "~/calendar/school-holidays";
import { capital, longMoment, plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { besideDay } from "../beside-day";
import { BesideDay } from "./beside-day";

/** Days that may be chosen, with what to know of each, and from when on not all is known. @param days wall-clock times */
export function DaysListed({ days }: { days: readonly string[] }) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <ol className="days-listed">
        {days.map((day) => (
          <li key={day}>
            {capital(longMoment(day, language, t))}
            <BesideDay words={besideDay(day)} />
          </li>
        ))}
      </ol>
      {days.some((day) => day.slice(0, 10) > schoolHolidaysUntil) && (
        <p className="soft">{t("holiday.schoolUntil", { day: plainDay(schoolHolidaysUntil, language) })}</p>
      )}
    </>
  );
}
