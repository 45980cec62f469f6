import { notFound } from "~/platform/refusal";
import { actAsPerson } from "~/policy/act.server";
import { refuseCard } from "~/policy/acting";
import type { Person } from "~/policy/viewer.server";

const page = "/me/devices";

/**
 * Signs somebody out on another device of theirs; that device is out at its next page.
 * @throws 404 for a session of somebody else as for none; NotAllowed for who came in with a card
 */
export async function signOutThere(person: Person, sessionId: string): Promise<string> {
  return actAsPerson(person, null, async ({ tx }) => {
    refuseCard(person, "sign out elsewhere");
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, accountId: person.accountId } });
    if (count === 0) throw notFound();
    return page;
  });
}

/** The same on all devices but this one. */
export async function signOutElsewhere(person: Person): Promise<string> {
  return actAsPerson(person, null, async ({ tx }) => {
    refuseCard(person, "sign out elsewhere");
    await tx.session.deleteMany({ where: { accountId: person.accountId, id: { not: person.session ?? "" } } });
    return page;
  });
}
