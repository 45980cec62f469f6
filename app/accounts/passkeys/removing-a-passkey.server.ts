import { notFound } from "~/platform/refusal";
import { actAsPerson } from "~/policy/act.server";
import { refuseCard } from "~/policy/acting";
import type { Person } from "~/policy/viewer.server";

/**
 * Nobody signs in with this passkey any more. Where somebody is signed in, they stay so (signing-out-elsewhere.server.ts).
 * @throws 404 for one of somebody else as for none; NotAllowed with a card
 */
export async function removePasskey(person: Person, id: string): Promise<string> {
  return actAsPerson(person, null, async ({ tx }) => {
    refuseCard(person, "take a passkey away");
    const { count } = await tx.passkey.deleteMany({ where: { id, accountId: person.accountId } });
    if (count === 0) throw notFound();
    return "/me/passkeys";
  });
}
