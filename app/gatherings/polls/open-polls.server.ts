import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

interface Read {
  id: string;
  place: string;
  about: string;
  /** Its moments that are to come: how many, and the first and last of them, on the clock of its zone. */
  moments: number;
  first: string;
  last: string;
  answered: number;
  closed: number;
}

const openOnes = groupQuery<Read>(
  `SELECT p.id, p.place, p.about, count(*) AS moments, min(o.startLocal) AS first, max(o.startLocal) AS last,
     coalesce(p.answerUntil < @today, 0) AS closed,
     EXISTS (SELECT 1 FROM PollOption x JOIN PollAnswer a ON a.optionId = x.id AND a.memberId = @me WHERE x.pollId = p.id) AS answered
   FROM DatePoll p JOIN PollOption o ON o.pollId = p.id AND o.startsAt > @now
   WHERE p.groupId = @groupId AND p.endedAt IS NULL GROUP BY p.id ORDER BY p.id`,
);

/** The dates that this circle seeks now, and whether this viewer is still to say when they can. One statement. */
export function openPolls(viewer: MemberViewer) {
  const answers = may(viewer, "gathering.answer", viewer.memberId);
  return openOnes.all(viewer).map(({ answered, closed, ...poll }) => {
    return { ...poll, asks: answers && answered === 0 && closed === 0, answered: answered === 1 };
  });
}

export type OpenPoll = ReturnType<typeof openPolls>[number];
