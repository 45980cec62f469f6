import { hashOf } from "~/platform/secrets.server";
import { dayOf } from "~/platform/wall-clock";
import { linkQuery } from "~/policy/queries.server";
import { type LinkViewer, linkHolder } from "~/policy/viewer.server";
import type { Can } from "./best-moment";
import { stateOf } from "./state";

interface Read {
  name: string;
  own: number;
  centralName: string;
  centralHue: number;
  centralPhotoId: string | null;
  zone: string;
  place: string;
  about: string;
  answerUntil: string | null;
  endedAt: string | null;
}

const asked = linkQuery<Read>(
  `SELECT m.name, m.id = c.id AS own, c.name AS centralName, c.hue AS centralHue, c.photoId AS centralPhotoId,
       p.zone, p.place, p.about, p.answerUntil, p.endedAt
     FROM DatePoll p JOIN Member m ON m.id = @me AND m.groupId = p.groupId
     JOIN Membership cs ON cs.groupId = p.groupId AND cs.role = 'central' AND cs.until IS NULL JOIN Member c ON c.id = cs.memberId
     WHERE p.id = @pollId AND p.groupId = @groupId`,
);
const momentsAsked = linkQuery<{
  id: string;
  startLocal: string;
  startsAt: string;
  gatheringId: string | null;
  meetsAt: string | null;
  meetsIn: string | null;
  off: number | null;
  answer: Can | null;
  word: string | null;
}>(
  `SELECT o.id, o.startLocal, o.startsAt, o.gatheringId, g.startLocal AS meetsAt, g.place AS meetsIn, g.cancelledAt IS NOT NULL AS off, a.answer, a.word
   FROM PollOption o LEFT JOIN Gathering g ON g.id = o.gatheringId AND g.groupId = o.groupId LEFT JOIN PollAnswer a ON a.optionId = o.id AND a.memberId = @me
   WHERE o.pollId = @pollId AND o.groupId = @groupId ORDER BY o.startsAt, o.id`,
);

/** Who holds this link to say when they can. @returns null for one that never was, or whose member has left */
export function sayerBy(token: string, now: string): LinkViewer | null {
  return linkHolder(hashOf(token), "poll", now);
}

/**
 * What the holder of a link may know: the moments, whose circle it is, and what they said themselves. Changes nothing: a
 * scanner may open it. Two statements.
 * @returns null when it is there no more
 */
export function pollByMail(link: LinkViewer) {
  const found = asked.first(link);
  if (!found) return null;
  const { name, own, zone, place, about, answerUntil, centralName, centralHue, centralPhotoId } = found;
  const options = momentsAsked.all(link);
  const today = dayOf(link.now, zone);
  return {
    state: stateOf({ ...found, options }, { now: link.now, today }),
    /** As whom they answer. */
    name,
    own: own === 1,
    central: { name: centralName, hue: centralHue, photoId: centralPhotoId },
    ...{ place, about, answerUntil, today },
    /** Those to come. */
    moments: options.filter(({ startsAt }) => startsAt > link.now).map(({ id, startLocal, answer }) => ({ id, startLocal, answer })),
    /** The gathering that came of it, as it stands now. */
    chosen:
      options.flatMap(({ meetsAt, meetsIn, off }) => (meetsAt ? [{ startLocal: meetsAt, place: meetsIn ?? "", off: off === 1 }] : []))[0] ??
      null,
    word: options.find(({ word }) => word)?.word ?? "",
  };
}
