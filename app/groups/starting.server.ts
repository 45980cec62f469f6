import { idFor, insert, type Occasion, type Rows } from "~/platform/rows.server";
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

/** How somebody stands in a group. */
export interface Place {
  role: Role;
  ring: Ring | null;
  capacity?: Capacity | null;
  function?: string | null;
  service?: string | null;
}

/** Member who gives somebody their place, and the central person when that was done for them. */
interface Giver {
  byId: string | null;
  forId: string | null;
}

interface Face {
  name: string;
  relation: string;
  mail: string | null;
  accountId?: string | null;
  hue: number;
}

/** A face in a group; it stands for nothing before it has a place. */
export function newFace(occasion: Occasion, face: Face): Rows["Member"][number] {
  return { id: idFor(occasion), groupId: occasion.groupId, ...face, createdAt: occasion.now };
}

/** A place in a group that begins now. */
export function newPlace(occasion: Occasion, giver: Giver, memberId: string, place: Place): Rows["Membership"][number] {
  const { groupId, now } = occasion;
  return { id: idFor(occasion), groupId, memberId, ...place, since: now, byId: giver.byId, forId: giver.forId };
}

interface NewMember extends Omit<Face, "hue">, Place, Giver {
  groupId: string;
  now: string;
}

/**
 * Puts a new face in a group, with the role and ring that begin now. Says nothing in the story.
 * @returns the id of the member
 */
export async function createMember(tx: Transaction, member: NewMember): Promise<string> {
  const { name, relation, mail, accountId, role, ring, capacity, function: work, service } = member;
  const hue = hueOf(await tx.member.count({ where: { groupId: member.groupId } }));
  const face = newFace(member, { name, relation, mail, accountId, hue });
  insert(tx, { Member: [face], Membership: [newPlace(member, member, face.id, { role, ring, capacity, function: work, service })] });
  return face.id;
}

/** Warm colours first, and far from each other for people who come after each other (app/ui/css/tokens.css). */
const hues = [0, 2, 5, 9, 7, 3, 4, 8, 11, 10, 1, 6];

/** @param before how many came before, who left included */
function hueOf(before: number): number {
  return hues[before % hues.length] ?? 0;
}
