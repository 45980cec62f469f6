import type { Actor } from "~/policy/acting";
import { type Chronicle, type Face, type Standing, tellOf } from "./chronicle";

interface NewFace {
  name: string;
  relation: string;
  mail: string | null;
  hue: number;
  accountId: string | null;
}

/** A face in the group, from the moment that it is made; it stands for nothing before it joins. */
export function faceOf({ rows, groupId, newId }: Chronicle, at: string, { name, relation, mail, hue, accountId }: NewFace): Face {
  const face = { id: newId(at), groupId, accountId, name, relation, mail, hue, createdAt: at, seenAt: null, seenBeforeAt: null };
  rows.Member.push(face);
  return face;
}

/** Somebody comes in, or comes back. With `joinedAt` they themselves said yes, a while after they were added. */
export function comesIn(chronicle: Chronicle, at: string, by: Actor, face: Face, standing: Standing, joinedAt?: string): void {
  stands(chronicle, at, by, face, standing);
  const { role, ring } = standing;
  tellOf(chronicle, at, by, "personAdded", { name: face.name, role, ring }, { memberId: face.id, audience: "everyone" });
  if (!joinedAt) return;
  const themselves = { byId: face.id, byName: face.name, forId: null, forName: null };
  tellOf(chronicle, joinedAt, themselves, "personJoined", { name: face.name }, { memberId: face.id, audience: "everyone" });
}

/** Somebody's place changes: one standing ends, the next begins. */
export function standsElsewhere(chronicle: Chronicle, at: string, by: Actor, face: Face, standing: Standing): void {
  const before = standingNow(chronicle, face);
  before.until = at;
  stands(chronicle, at, by, face, standing);
  const { name } = face;
  if (before.role !== standing.role)
    tellOf(chronicle, at, by, "roleChanged", { name, from: before.role, to: standing.role }, { memberId: face.id, audience: "everyone" });
  else
    tellOf(chronicle, at, by, "personMoved", { name, from: before.ring, to: standing.ring }, { memberId: face.id, audience: "everyone" });
}

/** Somebody leaves. They stay in the story. */
export function leaves(chronicle: Chronicle, at: string, by: Actor, face: Face): void {
  standingNow(chronicle, face).until = at;
  tellOf(chronicle, at, by, "personLeft", { name: face.name }, { memberId: face.id, audience: "everyone" });
}

/** Who stood in the group at a moment. */
export function inTheGroup({ rows }: Chronicle, at: string): Face[] {
  const there = new Set(
    rows.Membership.filter((one) => one.since <= at && (!one.until || one.until > at)).map((membership) => membership.memberId),
  );
  return rows.Member.filter((face) => there.has(face.id));
}

/** A standing without a line in the story: of the first ones, who came with the group. */
export function stands(
  { rows, groupId, newId }: Chronicle,
  at: string,
  by: Actor,
  face: Face,
  { role, ring, capacity, ...work }: Standing,
): void {
  rows.Membership.push({
    id: newId(at),
    groupId,
    memberId: face.id,
    role,
    ring,
    capacity: capacity ?? null,
    function: work.function ?? null,
    service: work.service ?? null,
    since: at,
    until: null,
    byId: by.byId,
    forId: by.forId,
  });
}

function standingNow({ rows }: Chronicle, face: Face) {
  const found = rows.Membership.findLast((one) => one.memberId === face.id && one.until === null);
  if (!found) throw new Error(`${face.name} is not in the group`);
  return found as typeof found & Pick<Standing, "role" | "ring">;
}
