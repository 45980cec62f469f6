import { hashOf } from "~/platform/secrets.server";
import { dayOf } from "~/platform/wall-clock";
import { linkQuery } from "~/policy/queries.server";
import { type LinkViewer, linkHolder } from "~/policy/viewer.server";
import { onOwnClock } from "../own-clock";
import { type WhoseRead, whoseCircle, whoseColumns, whoseJoins } from "../whose-circle";
import { type BecameRead, became, becameColumns, becameJoin } from "./became";
import type { Can } from "./best-moment";
import { stateOf } from "./state";

interface Read extends WhoseRead {
  zone: string;
  place: string;
  about: string;
  answerUntil: string | null;
  endedAt: string | null;
}

const asked = linkQuery<Read>(
  `SELECT ${whoseColumns}, p.zone, p.place, p.about, p.answerUntil, p.endedAt FROM DatePoll p ${whoseJoins("p")}
     WHERE p.id = @pollId AND p.groupId = @groupId`,
);
interface MomentAsked extends BecameRead {
  id: string;
  startLocal: string;
  startsAt: string;
  gatheringId: string | null;
  answer: Can | null;
  word: string | null;
}

const momentsAsked = linkQuery<MomentAsked>(
  `SELECT o.id, o.startLocal, o.startsAt, o.gatheringId, ${becameColumns}, a.answer, a.word
   FROM PollOption o ${becameJoin("o")} LEFT JOIN PollAnswer a ON a.optionId = o.id AND a.memberId = @me
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
  const { zone, ownZone, place, about, answerUntil } = found;
  const options = momentsAsked.all(link);
  const today = dayOf(link.now, zone);
  return {
    state: stateOf({ ...found, options }, { now: link.now, today }),
    ...whoseCircle(found),
    ...{ place, about, answerUntil, today },
    /** Those to come. */
    moments: options
      .filter(({ startsAt }) => startsAt > link.now)
      .map(({ id, startLocal, startsAt, answer }) => ({ id, startLocal, yours: onOwnClock({ startsAt, zone }, ownZone), answer })),
    /** The gathering that came of it, as it stands now. */
    chosen: options.flatMap((option) => became(option, ownZone) ?? [])[0] ?? null,
    word: options.find(({ word }) => word)?.word ?? "",
  };
}
