import { assists } from "~/groups/belonging";
import { photoAddress } from "~/groups/frame";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import { type Act, type Audience, audiences, mayDo, type Role } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { audiencesOf } from "~/policy/visible.server";

/** Somebody of the circle, as they stand in it now. */
export interface Somebody {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
  role: Role;
  /** May act for the central person. */
  assists: boolean;
}

/** The same people who may do the same things: anything of the kind, or only what is their own. */
export interface Doers {
  who: string[];
  own: boolean;
  acts: Act[];
}

/** What the page says of who sees and does what, by the ids of people: asked of the very rules that every page and act keeps. */
export interface WhoSeesWhat {
  people: Somebody[];
  sees: { audience: Audience; who: string[] }[];
  does: Doers[];
  /** The organisation that sees that this circle exists, if there is one. */
  organisation: string | null;
}

const everybody = groupQuery<
  Omit<Somebody, "photo" | "assists"> & { photoId: string | null; assists: number; organisation: string | null }
>(
  `SELECT m.id, m.name, m.hue, m.photoId, s.role, o.name AS organisation,
     ${assists("m")} AS assists
   FROM Membership s JOIN Member m ON m.id = s.memberId JOIN "Group" g ON g.id = s.groupId LEFT JOIN Organisation o ON o.id = g.organisationId
   WHERE s.groupId = @groupId AND s.until IS NULL
   ORDER BY s.role <> 'central', m.name COLLATE NOCASE, m.id`,
);

/** Who sees and does what in this circle now, the central person first. One statement. */
export function whoSeesWhat(viewer: MemberViewer): WhoSeesWhat {
  const { central, groupId } = viewer;
  const found = everybody.all(viewer);
  const people = found.map(({ photoId, organisation: _, assists, ...one }) => ({
    ...one,
    photo: photoAddress(groupId, photoId),
    assists: assists === 1,
  }));
  const standing = people.map(({ id, name, role, assists }) => ({
    memberId: id,
    name,
    role,
    // What they can come to do and see, once they say that they act for the central person.
    ...{ groupId, mayActForId: assists ? central.id : null, actsForId: assists ? central.id : null },
    central,
  }));
  const sees = audiences.map((audience) => ({
    audience,
    who: standing.filter((one) => audiencesOf(one).includes(audience)).map((one) => one.memberId),
  }));
  const does = new Map<string, Doers>();
  for (const act of Object.keys(mayDo) as Act[]) {
    const any = standing.filter((one) => may(one, act));
    const own = standing.filter((one) => !any.includes(one) && may(one, act, one.memberId));
    for (const [which, all] of [[any, false] as const, [own, true] as const]) {
      if (which.length === 0) continue;
      const who = which.map((one) => one.memberId);
      const key = `${all} ${who}`;
      const known = does.get(key) ?? { who, own: all, acts: [] };
      known.acts.push(act);
      does.set(key, known);
    }
  }
  const inOrder = [...does.values()].sort((one, other) => Number(one.own) - Number(other.own) || one.who.length - other.who.length);
  return { people, sees, does: inOrder, organisation: found[0]?.organisation ?? null };
}
