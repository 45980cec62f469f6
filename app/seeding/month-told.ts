import type { Rows } from "~/platform/rows.server";
import { addDays, addMonths } from "~/platform/wall-clock";

/**
 * The month before is told of already, of everybody in these circles: who looks around on the first days of a month gets no
 * mail of it. @param today day on the clock of the circles
 */
export function monthTold({ Member }: Rows, today: string): Rows["Digest"] {
  const month = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const at = `${addDays(today, -1)}T12:00:00.000Z`;
  return Member.map(({ id, groupId }) => ({ memberId: id, month, groupId, outcome: "none", at }));
}
