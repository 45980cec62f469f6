import { hasBirthdayOn } from "~/calendar/birthday";
import { publicHolidayOn } from "~/calendar/public-holidays";
import { schoolHolidayOn } from "~/calendar/school-holidays";
import type { Birthday } from "~/groups/birthdays.server";
import type { Words } from "~/platform/refusal";

/** One thing to know of a day. */
export interface Beside extends Words {
  id: string;
}

/**
 * What whoever plans would want to know of a day before choosing it: a Belgian public holiday, a Flemish school holiday, the
 * birthday of somebody of the circle. It stands beside the day and stops nobody.
 * @param local ISO day or wall-clock time, of the group
 */
export function besideDay(local: string, birthdays: readonly Birthday[]): Beside[] {
  const day = local.slice(0, 10);
  const [publicHoliday, schoolHoliday] = [publicHolidayOn(day), schoolHolidayOn(day)];
  return [
    ...(publicHoliday ? [{ id: "public", key: `holiday.public.${publicHoliday}` } as const] : []),
    ...(schoolHoliday ? [{ id: "school", key: `holiday.school.${schoolHoliday}` } as const] : []),
    ...birthdays
      .filter(({ birthday }) => hasBirthdayOn(birthday, day))
      .map(({ id, name }) => ({ id, key: "holiday.birthday", values: { name } }) as const),
  ];
}
