import { notFound, Overtaken, Refusal } from "~/platform/refusal";
import { insert, type Occasion } from "~/platform/rows.server";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import { helperRoles, type Ring, type Role } from "~/policy/table";
import type { MemberViewer } from "~/policy/viewer.server";
import { storyLine } from "./adding-a-story-line.server";
import { holding } from "./belonging";
import { comesNoMore } from "./coming-no-more.server";
import { givenRoles, type PlaceForm, placeOf } from "./schema";
import { newPlace, type Place } from "./starting.server";

/** Another place that begins for somebody, told in the story by what changed. */
export function newPlacing(occasion: Occasion, actor: Actor, who: { id: string; name: string }, before: Place, place: Place) {
  const { id: memberId, name } = who;
  const about = { memberId, audience: "everyone" } as const;
  const lines = [];
  if (place.ring !== before.ring) lines.push(storyLine(occasion, actor, "personMoved", { name, from: before.ring, to: place.ring }, about));
  if (place.role !== before.role) lines.push(storyLine(occasion, actor, "roleChanged", { name, from: before.role, to: place.role }, about));
  const membership = newPlace(occasion, actor, memberId, place);
  return { membership, rows: { Membership: [membership], StoryLine: lines } };
}

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
    await tx.membership.update({ where: { id: before.id }, data: { until: now } });
    // Lifts and what is brought are of the network: who is there for work has no part in them.
    if (place.role === "professional") await comesNoMore(tx, { groupId, memberId, now }, null, actor);
    const stood = { role: before.role as Role, ring: before.ring as Ring | null };
    insert(tx, newPlacing(viewer, actor, { id: memberId, name }, stood, place).rows);
    return `/g/${groupId}/people/${memberId}`;
  });
}
