import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import { type Ring, type Role, rings } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { assists, isUnreached } from "./belonging";
import { photoAddress } from "./frame";
import type { Capacity } from "./starting.server";
import { readsOfUnreached } from "./who-reads-of-unreached";

/** Somebody in the circle now, as the picture and the list show them. */
export interface CirclePerson {
  id: string;
  name: string;
  relation: string;
  hue: number;
  photo: string | null;
  role: Role;
  ring: Ring;
  capacity: Capacity | null;
  function: string | null;
  service: string | null;
  /** May act for the central person. */
  assists: boolean;
  /** Whoever looks. */
  you: boolean;
  /** Was asked in, and has not answered. Only told to who may ask people in. */
  asked: boolean;
  /** Mails do not reach them. Only told to who reads that on their page too. */
  unreached: boolean;
}

interface PersonRow extends Omit<CirclePerson, "photo" | "ring" | "assists" | "you" | "asked" | "unreached"> {
  photoId: string | null;
  ring: Ring | null;
  assists: number;
  asked: number;
  unreached: number;
}

const everybody = groupQuery<PersonRow>(
  `SELECT m.id, m.name, m.relation, m.hue, m.photoId, s.role, s.ring, s.capacity, s.function, s.service,
       ${assists("m")} AS assists,
       m.accountId IS NULL AND EXISTS (SELECT 1 FROM Invitation i
         WHERE i.groupId = @groupId AND i.memberId = m.id AND i.usedAt IS NULL AND i.withdrawnAt IS NULL AND i.expiresAt > @now) AS asked,
       ${isUnreached("m")} AS unreached
     FROM Membership s JOIN Member m ON m.id = s.memberId
     WHERE s.groupId = @groupId AND s.until IS NULL AND s.role <> 'central'
     ORDER BY s.since, m.id`,
);

/**
 * The circle page: everybody who belongs to it now, ring by ring from the inside out. Within a ring whoever came there
 * first is first, so that who joins moves nobody. One statement.
 */
export function circleNow(viewer: MemberViewer) {
  const mayInvite = may(viewer, "member.invite");
  const found = everybody.all(viewer);
  const people = found.map(
    ({ photoId, ...person }): CirclePerson => ({
      ...person,
      ring: ringOf(person.ring, person.role),
      photo: photoAddress(viewer.groupId, photoId),
      assists: person.assists === 1,
      you: person.id === viewer.memberId,
      asked: mayInvite && person.asked === 1,
      unreached: person.unreached === 1 && readsOfUnreached(viewer, person),
    }),
  );
  const { id, name, hue, photoId } = viewer.central;
  return {
    central: { id, name, hue, photo: photoAddress(viewer.groupId, photoId) },
    rings: rings.map((ring) => ({ ring, people: people.filter((person) => person.ring === ring) })),
    can: {
      add: may(viewer, "member.add"),
      propose: may(viewer, "member.propose") && !may(viewer, "member.add"),
      welcome: may(viewer, "member.welcome"),
      notes: may(viewer, "note.keep"),
      steer: may(viewer, "group.change"),
    },
  };
}

/** Where somebody without a ring of their own is drawn: who is there for work, among the paid. */
export function ringOf(ring: Ring | null, role: Role): Ring {
  return ring ?? (role === "professional" || role === "starter" ? "paid" : "joining");
}
