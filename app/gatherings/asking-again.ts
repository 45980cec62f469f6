import { addMinutes } from "~/platform/wall-clock";

/** Within so many minutes, who said that they come still comes. */
const hardlyMinutes = 60;

/** Whether those who answered are to be asked again: the day is another one, or the hour differs by more than one. Wall-clock times. */
export function asksAgain(before: string, after: string): boolean {
  if (before.slice(0, 10) !== after.slice(0, 10)) return true;
  return after < addMinutes(before, -hardlyMinutes) || after > addMinutes(before, hardlyMinutes);
}
