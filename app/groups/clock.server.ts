import { notFound } from "~/platform/refusal";
import { groupQuery, linkQuery } from "~/policy/queries.server";
import type { LinkViewer, MemberViewer } from "~/policy/viewer.server";
import { fromHolder, type HoldersCircle, holdersColumns } from "./holders-circle";

const ofMember = groupQuery<{ name: string; zone: string | null }>(
  `SELECT m.name, m.zone FROM Member m JOIN Membership s ON s.memberId = m.id AND s.until IS NULL
   WHERE m.id = @memberId AND m.groupId = @groupId`,
);
const ofHolder = linkQuery<HoldersCircle & { zone: string | null }>(
  `SELECT ${holdersColumns}, m.zone FROM ${fromHolder} WHERE m.id = @me AND m.groupId = @groupId`,
);

/** By which clock somebody lives, for whoever may say it: nobody else sees it. One statement. @throws 404 for who is not in this circle */
export function clockOf(viewer: MemberViewer, memberId: string): { name: string; zone: string | null } {
  const found = ofMember.first(viewer, { memberId });
  if (!found) throw notFound();
  return found;
}

/** By which clock the holder of a link lives, and whose circle it is: their `own`, or that of who is named. One statement. */
export function clockOfHolder(link: LinkViewer): { own: boolean; name: string; hue: number; zone: string | null } {
  const { own, name = "", hue = 0, zone = null } = ofHolder.first(link) ?? {};
  return { own: own === 1, name, hue, zone };
}
