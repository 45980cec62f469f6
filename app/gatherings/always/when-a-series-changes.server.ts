import type { Prisma } from "~/platform/prisma/client";
import type { Occasion } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import { weekdayOf } from "~/platform/wall-clock";
import { asksAgain } from "../asking-again";
import type { Change, SeriesNow } from "../changing-series/change.server";
import { answerAsSaid } from "./answering-as-said.server";

/**
 * What was said of a whole series goes on with it, and with the one that follows it, while it is at about the same hour on the same
 * days. When it is not, everybody is asked anew: who can come on Tuesdays has not said so of Thursdays.
 * @param id the series that goes on: itself, or its successor
 * @returns what does not count any more
 */
export async function carryOnAlways(tx: Transaction, occasion: Occasion, series: Before, id: string, change: After): Promise<Always[]> {
  const same = isSameTime(series, change);
  const always = await tx.standingAnswer.findMany({ where: { seriesId: series.id } });
  if (!same) {
    if (id === series.id) await tx.standingAnswer.deleteMany({ where: { seriesId: id } });
    await takeBack(tx, change);
    return always;
  }
  if (id !== series.id) await tx.standingAnswer.createMany({ data: always.map((one) => ({ ...one, seriesId: id })) });
  await answerAsSaid(tx, occasion, id);
  return [];
}

/** What moved to where somebody had said it of the whole series once, they have not answered now. */
async function takeBack(tx: Transaction, { becoming }: After): Promise<void> {
  const moved = new Map(becoming.filter(({ moves }) => moves).map(({ id, startLocal }) => [id, startLocal]));
  const said = await tx.response.findMany({ where: { gatheringId: { in: [...moved.keys()] }, standing: true } });
  const again = said.filter(({ gatheringId, forLocal }) => !asksAgain(forLocal, moved.get(gatheringId) ?? ""));
  await tx.response.deleteMany({ where: { id: { in: again.map(({ id }) => id) } } });
}

/** What somebody said of a whole series. */
export type Always = Prisma.StandingAnswerGetPayload<object>;

type Before = Pick<SeriesNow, "id" | "rule" | "firstLocal">;
type After = Pick<Change, "rule" | "firstLocal" | "becoming">;

/** Whether a series that goes on is at about the same hour on the same days. */
function isSameTime(before: Before, after: After): boolean {
  const [day, afterDay] = [before.firstLocal.slice(0, 10), after.firstLocal.slice(0, 10)];
  const sameDays = before.rule === after.rule || weekdayOf(day) === weekdayOf(afterDay);
  const sameHour = !asksAgain(before.firstLocal, day + after.firstLocal.slice(10));
  return sameDays && sameHour && !after.becoming.some(({ asks }) => asks);
}
