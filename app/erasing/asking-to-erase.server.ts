import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { everybodyReached } from "~/groups/whom-mail-reaches.server";
import { queueMail } from "~/mail/queueing.server";
import { daysAfter } from "~/platform/clock.server";
import { daysBeforeErasing } from "~/platform/periods";
import { dayOf } from "~/platform/wall-clock";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";

/**
 * Asks to have the whole circle erased, two weeks from now. Everybody in it hears so by mail, and sees it above each page.
 * What was asked before stands.
 * @returns the page that says when, and has the way back
 */
export async function askToErase(viewer: MemberViewer, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["erase"] }, async ({ tx, viewer, may }) => {
    const actor = may("group.erase");
    const { groupId, now, zone } = viewer;
    const page = `/g/${groupId}/settings/erase`;
    if (viewer.erasesAt) return page;
    const erasesAt = daysAfter(now, daysBeforeErasing);
    await tx.group.update({ where: { id: groupId }, data: { erasesAt } });
    await addStoryLine(tx, viewer, actor, "erasingAsked", { on: dayOf(erasesAt, zone) }, { audience: "everyone" });
    for (const { memberId, to } of await everybodyReached(tx, viewer))
      await queueMail(tx, {
        ...{ kind: "circleEnds", dedupeKey: endsKey(groupId, erasesAt, memberId), to, memberId, groupId, data: { erasesAt }, now },
      });
    return page;
  });
}

/** Keeps the circle after all, as it is. Who heard that it would end, hears that it does not. */
export async function keepCircle(viewer: MemberViewer): Promise<string> {
  return act(viewer, null, async ({ tx, viewer, may }) => {
    const actor = may("group.keep");
    const { groupId, now, erasesAt } = viewer;
    if (!erasesAt) return `/g/${groupId}/settings`;
    await tx.group.update({ where: { id: groupId }, data: { erasesAt: null } });
    await addStoryLine(tx, viewer, actor, "erasingStopped", {}, { audience: "everyone" });
    for (const { memberId, to } of await everybodyReached(tx, viewer)) {
      const told = await tx.outboxMail.findUnique({ where: { dedupeKey: endsKey(groupId, erasesAt, memberId) } });
      if (told?.state === "sent" || told?.state === "sending")
        await queueMail(tx, { kind: "circleStays", dedupeKey: `circleStays:${told.id}`, to, memberId, groupId, data: {}, now });
    }
    return `/g/${groupId}/settings`;
  });
}

const endsKey = (groupId: string, erasesAt: string, memberId: string) => `circleEnds:${groupId}:${erasesAt}:${memberId}`;
