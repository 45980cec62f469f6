import type { z } from "zod";
import { addStoryLine } from "~/groups/adding-a-story-line.server";
import { notFound, Overtaken, Refusal } from "~/platform/refusal";
import { act } from "~/policy/act.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { announceChanged } from "./announcing.server";
import { asksAgain } from "./asking-again";
import { fieldsOfGathering, type gatheringChange } from "./schema";
import { refuseTwoAtOnce, revised } from "./standing.server";
import { checkDay, checkHour } from "./starting";
import { isTold } from "./usual";
import { voidsAnswers } from "./voiding-answers.server";

/**
 * Moves a gathering that has not begun, or says that it is elsewhere, longer, about something else, or online at another link. Who had answered for
 * another day, or for much earlier or later, is asked again; what they said stays. Everybody hears of it but for what it is about, and until when one lets it know.
 * @returns its page
 * @throws Refusal for one that has begun or is off, for a moment that is past or too far, and where the circle meets
 *   already; Overtaken when somebody else changed it since; 404 when this group has no such gathering
 */
export async function changeGathering(
  viewer: MemberViewer,
  gatheringId: string,
  form: z.infer<typeof gatheringChange>,
  formKey: string | null,
): Promise<string> {
  return act(viewer, { formKey, content: [gatheringId, form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, zone, now } = viewer;
    const page = `/g/${groupId}/gatherings/${gatheringId}`;
    const before = await tx.gathering.findFirst({ where: { id: gatheringId, groupId } });
    if (!before) throw notFound();
    if (before.cancelledAt || before.startsAt <= now) throw new Refusal({ key: "gatherings.changeTooLate" });
    const startLocal = `${form.day}T${form.hour}`;
    const { minutes, place, about, online, answerDays, version } = form;
    if (version !== before.version) throw new Overtaken(fieldsOfGathering(before), before.version);

    const moved = startLocal !== before.startLocal;
    if (moved) checkDay(form.day, "day", viewer);
    const startsAt = moved ? checkHour(startLocal, viewer) : before.startsAt;
    const elsewhere = place !== before.place;
    const relinked = online !== before.online;
    const told = moved || isTold(before, form);
    if (!told && about === before.about && answerDays === before.answerDays) return page;
    if (moved || minutes !== before.minutes) await refuseTwoAtOnce(tx, { id: gatheringId, groupId, startsAt, minutes });
    const asks = asksAgain(before.startLocal, startLocal) || (await voidsAnswers(tx, gatheringId, startLocal));
    const { sequence } = await tx.gathering.update({
      where: { id: gatheringId },
      data: {
        ...{ startLocal, startsAt, minutes, place, about, online, answerDays },
        ...(asks && { movedAt: now }),
        ...(moved && { zone }),
        ...(told ? revised(now) : { changedAt: now, version: { increment: 1 } }),
      },
    });
    const line = { gatheringId, audience: "everyone" } as const;
    if (moved) await addStoryLine(tx, viewer, actor, "gatheringMoved", { startLocal, place, from: before.startLocal }, line);
    else if (elsewhere) await addStoryLine(tx, viewer, actor, "gatheringElsewhere", { startLocal, place }, line);
    const was = {
      ...{ startLocal: moved ? before.startLocal : null, place: elsewhere ? before.place : null },
      ...{ minutes: minutes === before.minutes ? null : before.minutes, online: relinked },
    };
    if (told) await announceChanged(tx, actor, { id: gatheringId, groupId, now, sequence }, was);
    return page;
  });
}
