import { accountFor } from "~/accounts/signing-in.server";
import { mailAddress } from "~/forms/fields";
import { newId } from "~/platform/secrets.server";
import { write } from "~/platform/writing.server";

/**
 * Puts somebody on the staff of an organisation; asking twice changes nothing.
 * @param who.organisation its id or its name
 * @returns a line to print
 * @throws in words when the organisation or the address is not right
 */
export async function createStaff(who: { organisation: string; mail: string; name: string }, now: string): Promise<string> {
  const mail = mailAddress("error.mailWrong").safeParse(who.mail);
  if (!mail.success) throw new Error(`This is not a mail address: ${who.mail}`);
  return write(async (tx) => {
    const found = await tx.organisation.findMany({ where: { OR: [{ id: who.organisation }, { name: who.organisation }] } });
    const organisation = found[0];
    if (!organisation || found.length > 1) throw new Error(`${found.length} organisations are called "${who.organisation}". Use the id.`);
    const account = await accountFor(tx, mail.data, "nl", now, who.name.trim());
    const there = await tx.staff.findFirst({ where: { organisationId: organisation.id, accountId: account.id, until: null } });
    if (!there) await tx.staff.create({ data: { id: newId(), organisationId: organisation.id, accountId: account.id, since: now } });
    return `${mail.data} is on the staff of ${organisation.name}.\n`;
  });
}
