import { notFound } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import { act } from "~/policy/act.server";
import { actorOrRefusal } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { holding } from "./belonging";
import { savePhoto } from "./photo-files.server";

const theMember = groupQuery<{ id: string }>("SELECT id FROM Member WHERE id = @memberId AND groupId = @groupId");

/**
 * Gives a member a photo; an earlier one is no longer shown. The files are on disk before the row says so: a row never
 * points at nothing, and a file without a row is only a few kilobytes.
 * @param next where to go on: the circle, or the person's page
 */
export async function photographMember(
  viewer: MemberViewer,
  memberId: string,
  bytes: Buffer,
  next: "circle" | "person",
  formKey: string | null,
): Promise<string> {
  // The picture is worked on outside the transaction, so the right and who is here are asked before and again within.
  actorOrRefusal(viewer, "member.change", memberId);
  if (!theMember.first(viewer, { memberId })) throw notFound();
  const hash = await savePhoto(bytes);
  return act(viewer, { formKey, content: [memberId, hash] }, async ({ tx, viewer, may }) => {
    const { byId, forId } = may("member.change", memberId);
    const { groupId, now } = viewer;
    const id = newId();
    const { count } = await tx.member.updateMany({
      where: { id: memberId, groupId, memberships: { some: holding } },
      data: { photoId: id },
    });
    if (count === 0) throw notFound();
    await tx.photo.create({ data: { id, groupId, memberId, hash, byId, forId, createdAt: now } });
    return next === "circle" ? `/g/${groupId}/circle` : `/g/${groupId}/people/${memberId}`;
  });
}

/** Takes a member's photo away: their first letter stands there again. @returns their page */
export async function removePhoto(viewer: MemberViewer, memberId: string): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    may("member.change", memberId);
    const { groupId } = viewer;
    const { count } = await tx.member.updateMany({
      where: { id: memberId, groupId, memberships: { some: holding } },
      data: { photoId: null },
    });
    if (count === 0) throw notFound();
    return `/g/${groupId}/people/${memberId}`;
  });
}
