import type { Transaction } from "~/platform/transaction.server";
import { asksAgain } from "./asking-again";

/** Whether somebody's answer to a gathering does not count any more once it is at another moment: also when it goes there in small steps. */
export async function voidsAnswers(tx: Transaction, id: string, to: string): Promise<boolean> {
  const { startLocal, responses } = await tx.gathering.findUniqueOrThrow({ where: { id }, include: { responses: true } });
  return responses.some(({ forLocal }) => !asksAgain(forLocal, startLocal) && asksAgain(forLocal, to));
}
