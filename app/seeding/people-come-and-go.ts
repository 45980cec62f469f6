import { newPlacing } from "~/groups/placing-a-member.server";
import { newFace, newPlace, type Place } from "~/groups/starting.server";
import type { Actor } from "~/policy/acting";
import { type Chronicle, type Face, keep, occasionOf, self, tellOf } from "./chronicle";

interface NewFace {
  name: string;
  relation: string;
  mail: string | null;
  hue: number;
  accountId: string | null;
}

/** A face in the group, from the moment that it is made; it stands for nothing before it joins. */
export function faceOf(chronicle: Chronicle, at: string, { name, relation, mail, hue, accountId }: NewFace): Face {
  const face = newFace(occasionOf(chronicle, at), { name, relation, mail, hue, accountId });
  keep(chronicle, { Member: [face] });
  return face;
}

/** Somebody comes in, or comes back. With `joinedAt` they themselves said yes, a while after they were added. */
export function comesIn(chronicle: Chronicle, at: string, by: Actor, face: Face, place: Place, joinedAt?: string): void {
  const back = chronicle.rows.Membership.some((one) => one.memberId === face.id);
  stands(chronicle, at, by, face, place);
  const { role, ring } = place;
  const line = { name: face.name, role, ring };
  tellOf(chronicle, at, by, back ? "personBack" : "personAdded", line, { memberId: face.id, audience: "everyone" });
  if (!joinedAt || back) return;
  tellOf(chronicle, joinedAt, self(face), "personJoined", { name: face.name }, { memberId: face.id, audience: "everyone" });
}

/** Somebody's place changes: one standing ends, the next begins. */
export function standsElsewhere(chronicle: Chronicle, at: string, by: Actor, face: Face, place: Place): void {
  const before = placeNow(chronicle, face);
  before.until = at;
  keep(chronicle, newPlacing(occasionOf(chronicle, at), by, { id: face.id, name: face.name }, before, place).rows);
}

/** Somebody leaves. They stay in the story. */
export function leaves(chronicle: Chronicle, at: string, by: Actor, face: Face): void {
  placeNow(chronicle, face).until = at;
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
export function stands(chronicle: Chronicle, at: string, by: Actor, face: Face, place: Place): void {
  keep(chronicle, { Membership: [newPlace(occasionOf(chronicle, at), by, face.id, place)] });
}

function placeNow({ rows }: Chronicle, face: Face) {
  const found = rows.Membership.findLast((one) => one.memberId === face.id && !one.until);
  if (!found) throw new Error(`${face.name} is not in the group`);
  return found as typeof found & Place;
}
