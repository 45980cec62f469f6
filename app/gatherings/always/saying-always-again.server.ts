import { holding } from "~/groups/belonging";
import type { Occasion } from "~/platform/rows.server";
import type { Transaction } from "~/platform/transaction.server";
import { answerAsSaid } from "./answering-as-said.server";
import type { Always } from "./when-a-series-changes.server";

/**
 * A series is again as it was before a change with which what people said of all of it did not go along: it counts again. Not of
 * who left, or took it back of the series that ended then.
 * @param seriesId the series that goes on
 * @param said what did not go along
 */
export async function sayAlwaysAgain(
  tx: Transaction,
  occasion: Occasion,
  seriesId: string,
  said: readonly Always[],
  endedId: string | null,
): Promise<void> {
  const { groupId } = occasion;
  const members = async (of: Promise<{ memberId: string }[]>) => new Set((await of).map(({ memberId }) => memberId));
  const here = await members(tx.membership.findMany({ where: { groupId, ...holding } }));
  const anew = await members(tx.standingAnswer.findMany({ where: { seriesId } }));
  const still = endedId && (await members(tx.standingAnswer.findMany({ where: { seriesId: endedId } })));
  const counts = said.filter(({ memberId }) => here.has(memberId) && !anew.has(memberId) && (!still || still.has(memberId)));
  await tx.standingAnswer.createMany({ data: counts.map((one) => ({ ...one, seriesId })) });
  await answerAsSaid(tx, occasion, seriesId);
}
