import { Refusal } from "~/platform/refusal";
import { hashOf, newId, newToken } from "~/platform/secrets.server";
import { actAsPerson } from "~/policy/act.server";
import { refuseCard } from "~/policy/acting";
import { memberOf, type Person } from "~/policy/viewer.server";
import { allCircles, type FeedForm } from "./schema";

/** More of them nobody has calendars for. */
const most = 10;

/**
 * Makes a link that a calendar asks by itself, as this person. What it carries is kept nowhere.
 * @returns the token; null when this very form was sent before
 * @throws Refusal for a circle that they are not in, and for too many; NotAllowed with a card
 */
export async function makeFeed(person: Person, form: FeedForm, now: string, formKey: string | null): Promise<string | null> {
  refuseCard(person, "make a link for a calendar");
  const { accountId } = person;
  const { which, named, alarm } = form;
  if (which !== allCircles && !memberOf(person, which, now)) throw new Refusal({ key: "feed.whichMissing" }, "which");
  let made: string | null = null;
  await actAsPerson(person, { formKey, content: [form] }, async ({ tx }) => {
    if ((await tx.feed.count({ where: { accountId } })) >= most) throw new Refusal({ key: "feed.tooMany", values: { count: most } });
    const token = newToken();
    const groupId = which === allCircles ? null : which;
    await tx.feed.create({ data: { id: newId(), accountId, groupId, tokenHash: hashOf(token), named, alarm, createdAt: now } });
    made = token;
    return "/me/calendar";
  });
  return made;
}
