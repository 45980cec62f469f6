import { addMinutes } from "~/platform/wall-clock";

/** Within so many minutes, who said that they come still comes. */
const hardlyMinutes = 60;

/** Whether those who answered are to be asked again: the day is another one, or the hour differs by more than one. Wall-clock times; an empty one is never near. */
export function asksAgain(before: string, after: string): boolean {
  if (before.slice(0, 10) !== after.slice(0, 10)) return true;
  return after < addMinutes(before, -hardlyMinutes) || after > addMinutes(before, hardlyMinutes);
}

/** SQL: whether what was said as row `r` was said for about the moment at which Gathering `g` is, as `asksAgain` has it. */
export const saidForNow = (r: string) =>
  `(${r}.forLocal = g.startLocal OR (substr(${r}.forLocal, 1, 10) = substr(g.startLocal, 1, 10)
     AND abs(unixepoch(${r}.forLocal) - unixepoch(g.startLocal)) <= ${hardlyMinutes * 60}))`;

/** SQL: what Response `r` says of Gathering `g` still: who answered for another moment is asked again, while it is at that. */
export const said = (r: string) => `CASE WHEN ${saidForNow(r)} THEN ${r}.answer END`;
