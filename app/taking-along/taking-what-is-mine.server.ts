import type { Language } from "~/i18n/text";
import { countTry } from "~/platform/limits.server";
import { query } from "~/platform/query.server";
import { dayOf } from "~/platform/wall-clock";
import { refuseCard } from "~/policy/acting";
import { memberEver, type Person } from "~/policy/viewer.server";
import { packed } from "./packing.server";
import type { Taken } from "./shape";
import { circleTaken } from "./what-is-of-a-circle.server";

const account = query<Omit<NonNullable<Taken["account"]>, "organisations">>(
  "SELECT name, mail, language, createdAt FROM Account WHERE id = @accountId",
);
const organisations = query<{ name: string }>(
  "SELECT o.name FROM Staff s JOIN Organisation o ON o.id = s.organisationId WHERE s.accountId = @accountId ORDER BY o.name, o.id",
);
const everIn = query<{ groupId: string }>("SELECT groupId FROM Member WHERE accountId = @accountId ORDER BY createdAt, groupId");

/**
 * What is about this person, in all circles that they are or were in, as a file: who they are there, and what they
 * answered, wrote, promised and support. Of a circle that they have left only what they wrote and what the story tells of them.
 * @throws NotAllowed for who came with a card, Refusal when it is asked too often
 */
export async function takeMine(person: Person, language: Language, now: string): Promise<Response> {
  refuseCard(person, "take along");
  await countTry("takeAlong", person.accountId);
  const { accountId } = person;
  const found = account.first({ accountId });
  if (!found) throw new Error("somebody signed in without an account");
  const circles = everIn.all({ accountId }).flatMap(({ groupId }) => {
    const viewer = memberEver(person, groupId, now);
    return viewer ? [circleTaken(viewer, "own")] : [];
  });
  const mine = { ...found, organisations: organisations.all({ accountId }).map(({ name }) => name) };
  return packed({ of: "person", madeAt: now, account: mine }, circles, language, `kring ${person.name} ${dayOf(now, "UTC")}`);
}
