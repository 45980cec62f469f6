import { storyLine } from "~/groups/adding-a-story-line.server";
import { idFor, insert, type Occasion, type Rows } from "~/platform/rows.server";
import { instantOf } from "~/platform/wall-clock";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceGathering } from "./announcing.server";
import type { GatheringForm } from "./schema";
import { checkDay, checkHour } from "./starting";
import { seekingFor } from "./undated/undated.server";
import { type Usual, usualOf } from "./usual";

/** Where a gathering is, and when: `startLocal` on the clock of the zone. */
interface Planned extends Pick<Usual, "minutes" | "place" | "about"> {
  online?: string;
  answerDays?: number | null;
  startLocal: string;
  zone: string;
  /** Of which rhythm without a date it is one. */
  undatedId?: string | null;
}

/** A gathering that is planned by itself. */
export function newGathering(occasion: Occasion, actor: Actor, planned: Planned) {
  const { groupId, now } = occasion;
  const { startLocal, zone, place } = planned;
  const made = { byId: actor.byId, forId: actor.forId, createdAt: now };
  const gathering: Rows["Gathering"][number] = {
    ...{ id: idFor(occasion), groupId, startsAt: instantOf(startLocal, zone) },
    ...planned,
    ...made,
  };
  const about = { gatheringId: gathering.id, audience: "everyone" } as const;
  const line = storyLine(occasion, actor, "gatheringPlanned", { startLocal, place }, about);
  return { gathering, rows: { Gathering: [gathering], StoryLine: [line] } };
}

/**
 * Plans one gathering, on the clock of the group.
 * @returns its page
 * @throws Refusal at the field for a day that is past or too far, or an hour that is gone, and when a date of this series
 *   is there or sought already; 404 for a series that this group has not
 */
export async function planGathering(viewer: MemberViewer, form: GatheringForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: [form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, zone, now } = viewer;
    checkDay(form.day, "day", viewer);
    const startLocal = `${form.day}T${form.hour}`;
    checkHour(startLocal, viewer);
    const { series } = form;
    const undatedId = series && (await seekingFor(tx, viewer, series));
    const { gathering, rows } = newGathering(viewer, actor, { startLocal, zone, ...usualOf(form), undatedId });
    insert(tx, rows);
    await announceGathering(tx, actor, { id: gathering.id, groupId, now });
    return `/g/${groupId}/gatherings/${gathering.id}`;
  });
}
