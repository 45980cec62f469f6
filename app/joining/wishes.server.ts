import { notFound } from "~/platform/refusal";
import { dayOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** Somebody who would like to belong to the circle. */
export interface Wish {
  id: string;
  name: string;
  relation: string;
  mail: string | null;
  word: string;
  /** Who named them; null when they asked themselves. */
  by: string | null;
  /** Day on which it was asked, in the group's zone. */
  on: string;
}

const fields = `w.id, w.name, w.relation, w.mail, w.word, b.name AS "by", w.at FROM WishToJoin w LEFT JOIN Member b ON b.id = w.proposedById
  WHERE w.groupId = @groupId AND w.endedAt IS NULL`;
const open = groupQuery<Omit<Wish, "on"> & { at: string }>(`SELECT ${fields} ORDER BY w.at, w.id`);
const one = groupQuery<Omit<Wish, "on"> & { at: string }>(`SELECT ${fields} AND w.id = @wishId`);
const door = groupQuery<{ openedAt: string }>("SELECT openedAt FROM Door WHERE groupId = @groupId");

const asWish =
  ({ zone }: MemberViewer) =>
  ({ at, ...wish }: Omit<Wish, "on"> & { at: string }): Wish => ({ ...wish, on: dayOf(at, zone) });

/** Who would like to belong to the circle, the first to ask first: for who decides. To anybody else nobody. One statement. */
export function wishesNow(viewer: MemberViewer): Wish[] {
  return may(viewer, "member.welcome") ? open.all(viewer).map(asWish(viewer)) : [];
}

/** @throws 404 for one that was answered, of another circle, and to who does not decide */
export function wishNow(viewer: MemberViewer, wishId: string): Wish {
  const found = may(viewer, "member.welcome") ? one.first(viewer, { wishId }) : undefined;
  if (!found) throw notFound();
  return asWish(viewer)(found);
}

/** Since which day there is a link to ask with; null when there is none. */
export function doorSince(viewer: MemberViewer): string | null {
  const found = door.first(viewer);
  return found ? dayOf(found.openedAt, viewer.zone) : null;
}
