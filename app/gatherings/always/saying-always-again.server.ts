import { holding } from "~/groups/belonging";
import type { Occasion } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Back } from "../changing-series/going-back.server";
import { answerAsSaid } from "./answering-as-said.server";

/**
 * A series is again as it was before a change with which what people said of all of it did not go along: it counts again; of a series
 * that ended then, as they say it of that by now. Not of who left since, also when they are back.
 * @param seriesId the series that goes on
 */
export async function sayAlwaysAgain(tx: Transaction, occasion: Occasion, seriesId: string, { series, was }: Back): Promise<void> {
  const { groupId } = occasion;
  const places = await tx.membership.findMany({ where: { groupId, since: { lte: series.at }, ...holding } });
  const anew = await tx.standingAnswer.findMany({ where: { seriesId } });
  const ended = series.endedId && (await tx.standingAnswer.findMany({ where: { seriesId: series.endedId } }));
  const of = <One extends { memberId: string }>(all: readonly One[], who: string) => all.find(({ memberId }) => memberId === who);
  const counts = was.always
    .filter(({ memberId }) => of(places, memberId) && !of(anew, memberId))
    .flatMap((one) => (ended ? (of(ended, one.memberId) ?? []) : one));
  await tx.standingAnswer.createMany({ data: counts.map((one) => ({ ...one, seriesId })) });
  await answerAsSaid(tx, occasion, seriesId);
}
