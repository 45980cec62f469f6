import { isDay } from "~/platform/wall-clock";

/** Of a day and a month, whether there is such a day, in some year at least. @param birthday `MM-DD` */
export function isBirthday(birthday: string): boolean {
  return isDay(`2000-${birthday}`);
}

/** Whether somebody has their birthday on this day; who was born on 29 February, on the 28th in a year without one. @param day ISO day */
export function hasBirthdayOn(birthday: string, day: string): boolean {
  const thatYear = `${day.slice(0, 5)}${birthday}`;
  return (isDay(thatYear) ? thatYear : `${day.slice(0, 5)}02-28`) === day;
}
