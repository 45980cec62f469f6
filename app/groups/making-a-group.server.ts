import { Refusal } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import { actAsPerson } from "~/policy/act.server";
import type { Person } from "~/policy/viewer.server";
import { startActing } from "./acting-for.server";
import { addStoryLine } from "./adding-a-story-line.server";
import type { GroupForm } from "./schema";
import { createGroup, createMember } from "./starting.server";

/**
 * Makes a group for whoever is signed in, or for somebody they stand beside: then that person is the central one, with
 * or without a mail address, and the maker their assistant. Gives the account a name when it had none.
 * @returns the page for a photo of the central person
 */
export async function makeGroup(person: Person, form: GroupForm, now: string, formKey: string | null): Promise<string> {
  const forMe = form.forWhom === "me";
  const name = person.name || form.myName;
  if (!forMe && form.mail !== null && form.mail === person.mail) throw new Refusal({ key: "circle.mailIsYours" }, "mail");
  return actAsPerson(person, { formKey, content: [form] }, async ({ tx }) => {
    if (!person.name) await tx.account.update({ where: { id: person.accountId }, data: { name } });
    const { groupId, centralId } = await createGroup(tx, {
      zone: form.zone,
      language: person.language,
      organisationId: null,
      startedById: person.accountId,
      central: forMe ? { name, mail: person.mail, accountId: person.accountId } : { name: form.name, mail: form.mail, accountId: null },
      now,
    });
    const where = { groupId, now };
    if (forMe)
      await addStoryLine(
        tx,
        where,
        { byId: centralId, byName: name, forId: null, forName: null },
        "groupStarted",
        {},
        { audience: "everyone" },
      );
    else await standBeside(tx, where, { person, name, relation: form.relation, central: { id: centralId, name: form.name } });
    return `/g/${groupId}/people/${centralId}/photo?first=1`;
  });
}

interface Maker {
  person: Person;
  name: string;
  relation: string;
  central: { id: string; name: string };
}

/** The maker of a group for somebody else: near the central person's heart, and allowed to act for them. */
async function standBeside(tx: Transaction, { groupId, now }: { groupId: string; now: string }, maker: Maker): Promise<void> {
  const { person, name, relation, central } = maker;
  const who = { name, relation, mail: person.mail, accountId: person.accountId };
  const byId = await createMember(tx, { groupId, ...who, role: "member", ring: "heart", byId: null, forId: null, now });
  await tx.assistance.create({ data: { id: newId(), groupId, assistantId: byId, forId: central.id, since: now, namedById: byId } });
  await startActing(tx, person, { groupId, now });
  await addStoryLine(
    tx,
    { groupId, now },
    { byId, byName: name, forId: central.id, forName: central.name },
    "groupStarted",
    {},
    { audience: "everyone" },
  );
}
