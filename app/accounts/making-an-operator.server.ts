import { actAsOperator } from "~/policy/act.server";
import type { Operator } from "~/policy/viewer.server";
import { accountFor } from "./signing-in.server";

/**
 * Makes somebody an operator. Only ever done at a terminal of the machine: nothing that a visitor does leads here.
 * @returns whether they were one already
 */
export async function makeOperator(operator: Operator, who: { mail: string; name: string }): Promise<{ already: boolean }> {
  return actAsOperator(operator, async ({ tx }) => {
    const account = await accountFor(tx, who.mail, "nl", operator.now, who.name);
    const { count } = await tx.account.updateMany({
      where: { id: account.id, operatorSince: null },
      data: { operatorSince: operator.now, ...(account.name ? {} : { name: who.name }) },
    });
    return { already: count === 0 };
  });
}
