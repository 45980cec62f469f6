import { writeOnce } from "~/forms/submitting.server";
import { newId } from "~/platform/secrets.server";
import type { Writing } from "~/platform/writing.server";
import type { Actor } from "~/policy/acting";
import type { Ring, Role } from "~/policy/table";
import type { Person } from "~/policy/viewer.server";
import type { CircleForm } from "./schema";
import { tell } from "./telling.server";

/** What a new circle begins with. */
export interface Beginning {
  zone: string;
  language: "nl" | "en";
  organisationId: string | null;
  /** The account that makes it. */
  startedById: string;
  central: { name: string; mail: string | null; accountId: string | null };
  now: string;
}

/** Makes a circle with its central person in it, in the phase of getting to know. @returns the ids of both */
export async function startGroup(tx: Writing, beginning: Beginning): Promise<{ groupId: string; centralId: string }> {
  const { zone, language, organisationId, startedById, central, now } = beginning;
  const groupId = newId();
  await tx.group.create({ data: { id: groupId, zone, language, organisationId, startedById, createdAt: now } });
  await tx.phase.create({ data: { id: newId(), groupId, phase: "gettingToKnow", since: now } });
  const centralId = await addMember(tx, { groupId, ...central, relation: "", role: "central", ring: null, now });
  return { groupId, centralId };
}

/** Somebody who comes into a circle. */
export interface Joining {
  groupId: string;
  name: string;
  mail: string | null;
  accountId: string | null;
  relation: string;
  role: Role;
  ring: Ring | null;
  now: string;
}

/** Gives somebody a face in a circle, from now on. Hues follow each other with five steps between, so that neighbours differ. @returns the member's id */
export async function addMember(tx: Writing, { role, ring, now, ...who }: Joining): Promise<string> {
  const id = newId();
  const before = await tx.member.count({ where: { groupId: who.groupId } });
  await tx.member.create({ data: { id, ...who, hue: (1 + before * 5) % 12, createdAt: now } });
  await tx.membership.create({ data: { id: newId(), groupId: who.groupId, memberId: id, role, ring, since: now } });
  return id;
}

/**
 * Makes a circle, for oneself or for somebody one stands beside: then that person is the central person, with or
 * without an account, and the maker is their assistant.
 * @returns where to go on
 */
export async function makeCircle(person: Person, form: CircleForm, now: string, formKey: string | null): Promise<string> {
  return writeOnce({ formKey, whose: person.accountId }, now, async (tx) => {
    const name = person.name || form.myName;
    if (!person.name) await tx.account.update({ where: { id: person.accountId }, data: { name } });
    const own = form.forWhom === "me";
    const central = own ? { name, mail: person.mail, accountId: person.accountId } : { name: form.name, mail: null, accountId: null };
    const { groupId, centralId } = await startGroup(tx, {
      zone: form.zone,
      language: person.language,
      organisationId: null,
      startedById: person.accountId,
      central,
      now,
    });
    let actor: Actor = { byId: centralId, byName: name, forId: null, forName: null };
    if (!own) {
      const assistantId = await addMember(tx, {
        groupId,
        name,
        mail: person.mail,
        accountId: person.accountId,
        relation: form.relation,
        role: "member",
        ring: "heart",
        now,
      });
      await tx.assistance.create({ data: { id: newId(), groupId, assistantId, forId: centralId, since: now, namedById: assistantId } });
      actor = { byId: assistantId, byName: name, forId: centralId, forName: form.name };
    }
    await tell(tx, { groupId, now }, actor, "groupStarted", {});
    return `/g/${groupId}`;
  });
}
