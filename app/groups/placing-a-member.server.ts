import { notFound, Overtaken, Refusal } from "~/platform/refusal";
import { newId } from "~/platform/secrets.server";
import { act } from "~/policy/act.server";
import { helperRoles, type Ring, type Role } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { addStoryLine } from "./adding-a-story-line.server";
import { holding } from "./belonging";
import { givenRoles, type PlaceForm, placeOf } from "./schema";

/**
 * Gives somebody another ring or role: what they were until now ends, what they are begins, and both stay known.
 * @returns their page
 * @throws 404 for who is not in this circle now, for the central person, and for the starter, whose places are fixed;
 *   Refusal for who acts for the central person and would be there for work
 */
export async function placeMember(viewer: MemberViewer, memberId: string, form: PlaceForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [memberId, form] }, async ({ tx, viewer, may }) => {
    const actor = may("member.place");
    const { groupId, now } = viewer;
    const before = await tx.membership.findFirst({
      where: { groupId, memberId, role: { in: [...givenRoles] }, ...holding },
      include: { member: true },
    });
    if (!before) throw notFound();
    const { name, version } = before.member;
    const { count } = await tx.member.updateMany({
      where: { id: memberId, groupId, version: form.version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw new Overtaken({ role: before.role, ring: before.ring ?? "" }, version);

    const place = placeOf(form);
    if (
      !helperRoles.some((role) => role === place.role) &&
      (await tx.assistance.count({ where: { assistantId: memberId, until: null } })) > 0
    )
      throw new Refusal({ key: "circle.stillHelps", values: { name } }, "role");
    const { byId, forId } = actor;
    await tx.membership.update({ where: { id: before.id }, data: { until: now } });
    await tx.membership.create({ data: { id: newId(), groupId, memberId, ...place, since: now, byId, forId } });
    const line = { memberId, audience: "everyone" } as const;
    if (place.ring !== before.ring)
      await addStoryLine(tx, viewer, actor, "personMoved", { name, from: before.ring as Ring | null, to: place.ring }, line);
    if (place.role !== before.role)
      await addStoryLine(tx, viewer, actor, "roleChanged", { name, from: before.role as Role, to: place.role }, line);
    return `/g/${groupId}/people/${memberId}`;
  });
}
