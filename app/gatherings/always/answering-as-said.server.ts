import { insert, type Occasion } from "~/platform/rows.server";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { asksAgain } from "../asking-again";

/**
 * Answers the gatherings of a series that are to come for who said it of them all. Only what nobody has answered yet, for the
 * moment at which it is: what was said of one gathering stands, and one that was moved by hand is asked about.
 * @param sayer who says it now: what they said for another moment, they answer by it as well
 */
export async function answerAsSaid(tx: Transaction, { groupId, now }: Occasion, seriesId: string, sayer?: string): Promise<void> {
  const always = await tx.standingAnswer.findMany({ where: { seriesId } });
  if (always.length === 0) return;
  const coming = await tx.gathering.findMany({
    where: { seriesId, startsAt: { gt: now } },
    include: { responses: true },
    orderBy: { id: "asc" },
  });
  for (const { id: gatheringId, startLocal, slotLocal, responses } of coming) {
    if (startLocal !== slotLocal) continue;
    for (const { memberId, answer, byId } of always) {
      const said = { answer, word: "", at: now, forLocal: startLocal, byId, standing: true };
      const before = responses.find((one) => one.memberId === memberId);
      if (!before) insert(tx, { Response: [{ id: newId(), groupId, gatheringId, memberId, ...said }] });
      else if (asksAgain(before.forLocal, startLocal) && (before.standing || memberId === sayer))
        await tx.response.update({ where: { id: before.id }, data: said });
    }
  }
}
