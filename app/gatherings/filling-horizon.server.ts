import { log } from "~/platform/log.server";
import { query } from "~/platform/query.server";
import { insert } from "~/platform/rows.server";
import { transaction } from "~/platform/transaction.server";
import { addDays, addMonths, dayOf } from "~/platform/wall-clock";
import { answerAsSaid } from "./always/answering-as-said.server";
import { paused } from "./pausing/paused.server";
import { filledMonths, gatheringsOf, horizonMonths } from "./standing.server";

const toFill = query<{ id: string; filledTo: string }>(
  `SELECT s.id, s.filledTo FROM Series s JOIN "Group" g ON g.id = s.groupId
   WHERE s.filledTo < @horizon AND (s.endsOn IS NULL OR s.endsOn > s.filledTo) AND g.closedAt IS NULL ORDER BY s.filledTo, s.id`,
);

/**
 * Lets every series stand as gatherings for at least seventeen months ahead. A series that is far enough, or over, or of a closed circle, is left
 * alone; twice the same turn makes nothing twice. Says nothing to anyone: who planned the series did.
 * @param now instant in UTC
 */
export async function fillHorizons(now: string): Promise<void> {
  // The day in UTC is at most one off from the day in the series' zone, which does not matter so far ahead.
  const today = dayOf(now, "UTC");
  const due = toFill.all({ horizon: addMonths(today, horizonMonths) });
  const to = addMonths(today, filledMonths);
  for (const { id, filledTo } of due) {
    try {
      await transaction(async (tx) => {
        const claimed = await tx.series.updateMany({ where: { id, filledTo }, data: { filledTo: to } });
        if (claimed.count === 0) return;
        const series = await tx.series.findUniqueOrThrow({ where: { id } });
        let from = addDays(filledTo, 1);
        if (from < today) from = today;
        const occasion = { groupId: series.groupId, now };
        insert(tx, { Gathering: await paused(tx, gatheringsOf(series, from, to, occasion), occasion) });
        await answerAsSaid(tx, occasion, id);
      });
    } catch (error) {
      log.error({ error, series: id }, "series not filled"); // one that fails keeps no other from being filled
    }
  }
}
