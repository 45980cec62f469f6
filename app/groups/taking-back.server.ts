import { queueMail } from "~/mail/queueing.server";
import { notFound, Overtaken } from "~/platform/refusal";
import { insert } from "~/platform/rows.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { refuseKnownMail } from "./adding-a-member.server";
import { storyLine } from "./adding-a-story-line.server";
import { addressOf } from "./address-of";
import { holding } from "./belonging";
import { givenRoles, type PlaceForm, placeOf } from "./schema";
import { newPlace } from "./starting.server";

/**
 * Somebody who left, or was let go, belongs to the circle again: the same face, with all that it did, in a new place.
 * Who signs in here already sees the circle again, and hears of it by mail.
 * @returns their page
 * @throws 404 for who never left; Refusal when somebody else has their mail address by now
 */
export async function takeBack(viewer: MemberViewer, memberId: string, form: PlaceForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["back", memberId, form] }, async ({ tx, viewer, may }) => {
    const actor = may("member.add");
    const { groupId, now, language } = viewer;
    const memberships = { none: holding, some: { role: { in: [...givenRoles] } } };
    const member = await tx.member.findFirst({ where: { id: memberId, groupId, memberships }, include: { account: true } });
    if (!member) throw notFound();
    const to = addressOf(member, language);
    await refuseKnownMail(tx, viewer, to?.mail ?? null, memberId);
    const { count } = await tx.member.updateMany({
      where: { id: memberId, groupId, version: form.version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw new Overtaken({}, member.version);

    const place = placeOf(form);
    const { name } = member;
    const membership = newPlace(viewer, actor, memberId, place);
    const line = storyLine(viewer, actor, "personBack", { name, role: place.role, ring: place.ring }, { memberId, audience: "everyone" });
    insert(tx, { Membership: [membership], StoryLine: [line] });
    if (member.accountId && to)
      await queueMail(tx, {
        kind: "personBack",
        dedupeKey: `personBack:${membership.id}`,
        to,
        memberId,
        groupId,
        data: {},
        now,
      });
    return `/g/${groupId}/people/${memberId}`;
  });
}
