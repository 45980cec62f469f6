import { publicHolidayOn } from "~/calendar/public-holidays";
import { schoolHolidayOn } from "~/calendar/school-holidays";
import type { Words } from "~/platform/refusal";

/**
 * What whoever plans would want to know of a day before choosing it: a Belgian public holiday, a Flemish school holiday. It
 * stands beside the day and stops nobody.
 * @param local ISO day or wall-clock time, of the group
 */
export function besideDay(local: string): Words[] {
  const day = local.slice(0, 10);
  const [publicHoliday, schoolHoliday] = [publicHolidayOn(day), schoolHolidayOn(day)];
  return [
    ...(publicHoliday ? [{ key: `holiday.public.${publicHoliday}` } as const] : []),
    ...(schoolHoliday ? [{ key: `holiday.school.${schoolHoliday}` } as const] : []),
  ];
}
