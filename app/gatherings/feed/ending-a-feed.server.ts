import { notFound } from "~/platform/refusal";
import { actAsPerson } from "~/policy/act.server";
import { refuseCard } from "~/policy/acting";
import type { Person } from "~/policy/viewer.server";

/** From this moment nothing answers at this link any more. @throws 404 for one of somebody else as for none; NotAllowed with a card */
export async function endFeed(person: Person, id: string): Promise<string> {
  return actAsPerson(person, null, async ({ tx }) => {
    refuseCard(person, "end a link for a calendar");
    const { count } = await tx.feed.deleteMany({ where: { id, accountId: person.accountId } });
    if (count === 0) throw notFound();
    return "/me/calendar";
  });
}
