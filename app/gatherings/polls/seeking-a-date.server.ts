import { storyLine } from "~/groups/adding-a-story-line.server";
import { Refusal } from "~/platform/refusal";
import { idFor, insert, type Occasion, type Rows } from "~/platform/rows.server";
import { instantOf } from "~/platform/wall-clock";
import { act } from "~/policy/act.server";
import type { Actor } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { refuseTwoAtOnce } from "../standing.server";
import { checkDay, checkHour } from "../starting";
import { seekingFor } from "../undated/undated.server";
import { announcePoll } from "./announcing-a-poll.server";
import type { PollForm } from "./schema";

/** What is sought: moments on the clock of the zone, and what the gathering is besides. */
interface Sought extends Omit<PollForm, "moments" | "series"> {
  moments: readonly string[];
  zone: string;
  /** For which rhythm without a date. */
  undatedId?: string | null;
}

/** A poll with its moments. */
export function newPoll(occasion: Occasion, actor: Actor, { moments, ...sought }: Sought) {
  const { groupId, now } = occasion;
  const { byId, forId } = actor;
  const poll: Rows["DatePoll"][number] = { id: idFor(occasion), groupId, ...sought, byId, forId, createdAt: now };
  const options = moments.map((startLocal) => ({
    ...{ id: idFor(occasion), groupId, pollId: poll.id, startLocal, startsAt: instantOf(startLocal, sought.zone) },
  }));
  const line = storyLine(occasion, actor, "dateSought", { moments: [...moments], place: sought.place }, { audience: "everyone" });
  return { poll, options, rows: { DatePoll: [poll], PollOption: options, StoryLine: [line] } };
}

/**
 * Seeks a date with the whole circle: everybody is asked by mail when they can.
 * @returns its page
 * @throws Refusal at its field for a moment that is past, too far, or at which the circle meets already, and when a date of
 *   this series is there or sought already; 404 for a series that this group has not
 */
export async function seekDate(viewer: MemberViewer, form: PollForm, formKey: string | null): Promise<string> {
  return act(viewer, { formKey, content: ["dates", form] }, async ({ tx, viewer, may }) => {
    const actor = may("gathering.plan");
    const { groupId, zone, today, now } = viewer;
    const { moments, series, ...rest } = form;
    const undatedId = series && (await seekingFor(tx, viewer, series));
    for (const { startLocal, dayField, hourField } of moments) {
      checkDay(startLocal.slice(0, 10), dayField, viewer);
      const startsAt = checkHour(startLocal, viewer, hourField);
      await refuseTwoAtOnce(tx, { groupId, startsAt, minutes: form.minutes }, dayField);
    }
    const { answerUntil } = form;
    const last = moments.at(-1)?.startLocal.slice(0, 10) ?? today;
    if (answerUntil) checkDay(answerUntil, "answerUntil", viewer);
    if (answerUntil && answerUntil > last) throw new Refusal({ key: "polls.untilLate" }, "answerUntil");
    const { poll, rows } = newPoll(viewer, actor, { ...rest, undatedId, zone, moments: moments.map(({ startLocal }) => startLocal) });
    insert(tx, rows);
    await announcePoll(tx, actor, { id: poll.id, groupId, now });
    return `/g/${groupId}/gatherings/dates/${poll.id}`;
  });
}
