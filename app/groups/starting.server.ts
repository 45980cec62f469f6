import { newId } from "~/platform/secrets.server";
import type { Transaction } from "~/platform/transaction.server";
import type { Ring, Role } from "~/policy/table";

export interface NewGroup {
  /** IANA name; the wall clock of everything in the group. */
  zone: string;
  language: string;
  /** The organisation that starts it, or null when people do so themselves. */
  organisationId: string | null;
  /** Account of whoever starts it. */
  startedById: string;
  central: { name: string; mail: string | null; accountId: string | null };
  now: string;
}

/**
 * Begins a group with nobody in it but its central person, in the phase of getting to know each other. Tells no story
 * line: who started it is a member only afterwards, so the act that calls this tells `groupStarted`.
 */
export async function createGroup(tx: Transaction, group: NewGroup): Promise<{ groupId: string; centralId: string }> {
  const { zone, language, organisationId, startedById, central, now } = group;
  const groupId = newId();
  await tx.group.create({ data: { id: groupId, zone, language, organisationId, startedById, createdAt: now } });
  await tx.phase.create({ data: { id: newId(), groupId, phase: "gettingToKnow", since: now } });
  const centralId = await createMember(tx, {
    ...central,
    groupId,
    relation: "",
    role: "central",
    ring: null,
    byId: null,
    forId: null,
    now,
  });
  return { groupId, centralId };
}

/** Why a professional is there: as the person they are, or from a function in a service. */
export type Capacity = "personal" | "mandate";

export interface NewMember {
  groupId: string;
  name: string;
  relation: string;
  mail: string | null;
  accountId?: string | null;
  role: Role;
  ring: Ring | null;
  capacity?: Capacity | null;
  function?: string | null;
  service?: string | null;
  /** Member who adds them, and the central person when that was done for them. */
  byId: string | null;
  forId: string | null;
  now: string;
}

/**
 * Puts a new face in a group, with the role and ring that begin now. Says nothing in the story.
 * @returns the id of the member
 */
export async function createMember(tx: Transaction, member: NewMember): Promise<string> {
  const { groupId, name, relation, mail, accountId = null, role, ring, byId, forId, now } = member;
  const id = newId();
  const hue = hueOf(await tx.member.count({ where: { groupId } }));
  await tx.member.create({ data: { id, groupId, accountId, name, relation, mail, hue, createdAt: now } });
  const { capacity = null, function: work = null, service = null } = member;
  await tx.membership.create({
    data: { id: newId(), groupId, memberId: id, role, ring, capacity, function: work, service, since: now, byId, forId },
  });
  return id;
}

/** Warm colours first, and far from each other for people who come after each other (app/ui/css/tokens.css). */
const hues = [0, 2, 5, 9, 7, 3, 4, 8, 11, 10, 1, 6];

/** @param before how many came before, who left included */
function hueOf(before: number): number {
  return hues[before % hues.length] ?? 0;
}
