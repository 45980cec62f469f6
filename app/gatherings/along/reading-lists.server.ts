import { isReached } from "~/groups/belonging";
import { notFound } from "~/platform/refusal";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { notThere } from "../answers";
import { said, saidForNow } from "../asking-again";
import { belongs } from "../who-comes.server";

/** Somebody of the network, as the lists know them. */
export interface Person {
  id: string;
  name: string;
  hue: number;
  photoId: string | null;
}

/** Somebody who can come, and what that depends on. */
interface Candidate extends Person {
  reached: 0 | 1;
  /** Said that they don't come. */
  stays: 0 | 1;
}

/** What each line says besides: who wrote it down, when it was somebody else; and whether it was said for another moment. */
interface Line {
  notedBy: string | null;
  old: 0 | 1;
}

export interface LiftRead extends Line {
  rider: Person;
  driver: Person | null;
  word: string;
}

export interface CarRead extends Line {
  driver: Person;
  places: number;
  word: string;
}

export interface BringingRead extends Line {
  id: string;
  what: string;
  member: Person | null;
  /** Who asked for it, of what is needed, and for whom. */
  askedBy: string | null;
  askedFor: string | null;
}

/** The lists of one gathering as they are stored. */
export interface ListsRead {
  people: Candidate[];
  lifts: LiftRead[];
  cars: CarRead[];
  bringings: BringingRead[];
  open: boolean;
}

const face = (m: string) => `json_object('id', ${m}.id, 'name', ${m}.name, 'hue', ${m}.hue, 'photoId', ${m}.photoId)`;
/** Said for another moment, by who has not answered for this one since it was moved. */
export const old = (line: string, who: string) =>
  `NOT ${saidForNow(line)} AND NOT EXISTS (SELECT 1 FROM Response z WHERE z.gatheringId = g.id AND z.memberId = ${line}.${who}
     AND z.at >= coalesce(g.movedAt, '') AND ${saidForNow("z")})`;

const lists = groupQuery<Record<"people" | "lifts" | "cars" | "bringings", string> & { open: number }>(
  `SELECT g.startsAt > @now AND g.cancelledAt IS NULL AS open,
     (SELECT json_group_array(json_object('id', m.id, 'name', m.name, 'hue', m.hue, 'photoId', m.photoId, 'reached', ${isReached("m")},
       'stays', coalesce(${said("r")} IN ('${notThere.join("', '")}'), 0)) ORDER BY m.name COLLATE NOCASE, m.id)
       FROM Membership s JOIN Member m ON m.id = s.memberId LEFT JOIN Response r ON r.gatheringId = g.id AND r.memberId = m.id
       WHERE s.groupId = g.groupId AND s.role <> 'professional' AND ${belongs}) AS people,
     (SELECT json_group_array(json_object('rider', ${face("m")}, 'driver', CASE WHEN d.id IS NOT NULL THEN ${face("d")} END, 'word', l.word,
       'notedBy', CASE WHEN coalesce(l.takenById, l.byId) NOT IN (m.id, coalesce(d.id, '')) THEN b.name END, 'old', ${old("l", "riderId")})
       ORDER BY m.name COLLATE NOCASE, m.id)
       FROM Lift l JOIN Member m ON m.id = l.riderId LEFT JOIN Member d ON d.id = l.driverId
       LEFT JOIN Member b ON b.id = coalesce(l.takenById, l.byId) WHERE l.gatheringId = g.id AND l.groupId = g.groupId) AS lifts,
     (SELECT json_group_array(json_object('driver', ${face("d")}, 'places', c.places, 'word', c.word,
       'notedBy', CASE WHEN c.byId <> d.id THEN b.name END, 'old', ${old("c", "driverId")}) ORDER BY d.name COLLATE NOCASE, d.id)
       FROM Car c JOIN Member d ON d.id = c.driverId LEFT JOIN Member b ON b.id = c.byId
       WHERE c.gatheringId = g.id AND c.groupId = g.groupId) AS cars,
     (SELECT json_group_array(json_object('id', i.id, 'what', i.what, 'member', CASE WHEN m.id IS NOT NULL THEN ${face("m")} END,
       'notedBy', CASE WHEN i.saidById <> m.id THEN b.name END, 'askedBy', a.name, 'askedFor', f.name,
       'old', m.id IS NOT NULL AND ${old("i", "memberId")}) ORDER BY i.id)
       FROM Bringing i LEFT JOIN Member m ON m.id = i.memberId LEFT JOIN Member b ON b.id = i.saidById
       LEFT JOIN Member a ON a.id = i.askedById LEFT JOIN Member f ON f.id = i.askedForId
       WHERE i.gatheringId = g.id AND i.groupId = g.groupId) AS bringings
   FROM Gathering g WHERE g.id = @gatheringId AND g.groupId = @groupId`,
);

/** Lifts, cars and what is brought to one gathering, with who could. One statement. @throws 404 when this group has none such */
export function readLists(viewer: MemberViewer, gatheringId: string): ListsRead {
  const found = lists.first(viewer, { gatheringId });
  if (!found) throw notFound();
  const { people, lifts, cars, bringings, open } = found;
  return {
    ...{ people: JSON.parse(people), lifts: JSON.parse(lifts), cars: JSON.parse(cars), bringings: JSON.parse(bringings) },
    open: open === 1,
  };
}
