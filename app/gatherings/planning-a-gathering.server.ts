import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { newId } from "~/platform/secrets.server";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceGathering } from "./announcing.server";
import type { GatheringForm } from "./schema";
import { checkDay, checkHour } from "./starting";

/**
 * Plans one gathering, on the clock of the group.
 * @returns its page
 * @throws Refusal at the field for a day that is past or too far, or an hour that is gone
 */
export async function planGathering(viewer: MemberViewer, form: GatheringForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, zone, now } = viewer;
    checkDay(form.day, "day", viewer);
    const startLocal = `${form.day}T${form.hour}`;
    const startsAt = checkHour(startLocal, viewer);
    const { minutes, place, about } = form;
    const made = { byId: actor.byId, forId: actor.forId, createdAt: now };
    const id = newId();
    await tx.gathering.create({ data: { id, groupId, startLocal, zone, startsAt, minutes, place, about, ...made } });
    await addStoryLine(tx, viewer, actor, "gatheringPlanned", { startLocal, place }, { gatheringId: id, audience: "everyone" });
    await announceGathering(tx, actor, { id, groupId, now });
    return `/g/${groupId}/gatherings/${id}`;
  });
}
