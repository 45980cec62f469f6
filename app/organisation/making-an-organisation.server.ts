import { newId } from "~/platform/secrets.server";
import { actAsOperator } from "~/policy/act.server";
import type { Operator } from "~/policy/viewer.server";

/** Makes an organisation, once: one that has this name already stays the one. @returns its id, and whether it was made now */
export async function makeOrganisation(operator: Operator, name: string): Promise<{ id: string; made: boolean }> {
  return actAsOperator(operator, async ({ tx }) => {
    const known = await tx.organisation.findFirst({ where: { name } });
    if (known) return { id: known.id, made: false };
    const { id } = await tx.organisation.create({ data: { id: newId(), name, createdAt: operator.now } });
    return { id, made: true };
  });
}
