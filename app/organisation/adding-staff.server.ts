import { newId } from "~/platform/secrets.server";
import { actAsOperator } from "~/policy/act.server";
import type { Operator } from "~/policy/viewer.server";

/**
 * Puts somebody on the staff of an organisation. They sign in with their mail address; being on a staff never makes
 * them the operator.
 * @param organisation its id or its name
 * @returns the organisation, and whether they were on its staff already; null when there is no such organisation
 */
export async function addStaff(
  operator: Operator,
  organisation: string,
  who: { mail: string; name: string },
): Promise<{ organisationName: string; already: boolean } | null> {
  return actAsOperator(operator, async ({ tx, viewer: { now } }) => {
    const found = await tx.organisation.findFirst({ where: { OR: [{ id: organisation }, { name: organisation }] } });
    if (!found) return null;
    const { mail, name } = who;
    const known = await tx.account.findUnique({ where: { mail } });
    if (known && !known.name) await tx.account.update({ where: { id: known.id }, data: { name } });
    const accountId = known?.id ?? (await tx.account.create({ data: { id: newId(), name, mail, createdAt: now } })).id;
    const already = (await tx.staff.count({ where: { organisationId: found.id, accountId, until: null } })) > 0;
    if (!already) await tx.staff.create({ data: { id: newId(), organisationId: found.id, accountId, since: now } });
    return { organisationName: found.name, already };
  });
}
