import { isReached } from "~/groups/belonging";
import { photoAddress } from "~/groups/frame";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { audiencesOf } from "~/policy/visible.server";
import { type OnTwoClocks, onOwnClock } from "../own-clock";
import { type Became, type BecameRead, became, becameColumns, becameJoin } from "./became";
import { bestMoment, type Can } from "./best-moment";
import { stateOf } from "./state";

/** A moment of a poll, on the clock of its zone, and on the reader's own. */
export interface Moment extends OnTwoClocks {
  id: string;
  /** To come, past, or a moment at which the circle meets already. */
  state: "coming" | "past" | "taken";
  /** The gathering that it became, and how that stands now. */
  gatheringId: string | null;
  became: Became | null;
}

/** Somebody of the circle, and what they say of its moments. */
export interface Sayer {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
  /** By moment; nothing for one that they did not answer. */
  answers: Record<string, Can>;
  /** What they said with it. Never shown to a professional. */
  word: string;
  /** Who wrote it down, when it was somebody else. */
  notedBy: string | null;
  /** This viewer may write it down for them: they can't answer by themselves, or no mail reaches them that asks. */
  toNote: boolean;
}

interface Read {
  zone: string;
  minutes: number;
  place: string;
  about: string;
  answerUntil: string | null;
  endedAt: string | null;
  byName: string;
  forName: string | null;
}

const onePoll = groupQuery<Read>(
  `SELECT p.zone, p.minutes, p.place, p.about, p.answerUntil, p.endedAt, b.name AS byName, f.name AS forName
   FROM DatePoll p JOIN Member b ON b.id = p.byId LEFT JOIN Member f ON f.id = p.forId
   WHERE p.id = @pollId AND p.groupId = @groupId`,
);
interface MomentRead extends BecameRead {
  id: string;
  startLocal: string;
  startsAt: string;
  gatheringId: string | null;
  taken: number;
}
const after = (instant: string, minutes: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${instant}, ${minutes} || ' minutes')`;
const momentsOf = groupQuery<MomentRead>(
  `SELECT o.id, o.startLocal, o.startsAt, o.gatheringId, ${becameColumns}, EXISTS (SELECT 1 FROM Gathering g WHERE g.groupId = @groupId
       AND g.cancelledAt IS NULL AND g.startsAt > ${after("o.startsAt", "-720")} AND g.startsAt < ${after("o.startsAt", "p.minutes")}
       AND ${after("g.startsAt", "g.minutes")} > o.startsAt) AS taken
   FROM DatePoll p JOIN PollOption o ON o.pollId = p.id ${becameJoin("o")}
   WHERE p.id = @pollId AND p.groupId = @groupId ORDER BY o.startsAt, o.id`,
);
/** SQL: whether Membership `s` belongs to DatePoll `p`: it holds now, or, of one that was ended, it held then. */
const belongs = "(s.until IS NULL OR s.until > p.endedAt) AND (p.endedAt IS NULL OR s.since <= p.endedAt)";
const everybody = groupQuery<Omit<Sayer, "photo" | "answers" | "toNote"> & { photoId: string | null; reached: number; answers: string }>(
  `SELECT m.id, m.name, m.hue, m.photoId, ${isReached("m")} AS reached, coalesce(max(a.word), '') AS word,
       json_group_object(a.optionId, a.answer) FILTER (WHERE a.optionId IS NOT NULL) AS answers,
       max(CASE WHEN a.byId <> m.id THEN b.name END) AS notedBy
     FROM DatePoll p JOIN Membership s ON s.groupId = p.groupId AND ${belongs}
     JOIN Member m ON m.id = s.memberId LEFT JOIN PollOption o ON o.pollId = p.id
     LEFT JOIN PollAnswer a ON a.optionId = o.id AND a.memberId = m.id LEFT JOIN Member b ON b.id = a.byId AND b.groupId = p.groupId
     WHERE p.id = @pollId AND p.groupId = @groupId GROUP BY m.id ORDER BY s.role <> 'central', m.name COLLATE NOCASE, m.id`,
);

/**
 * A poll of this group: its moments, what everybody says of them (the central person first), the best of them, and what
 * this viewer may do. Three statements, however many people and moments.
 * @returns null when this group has no such poll
 */
export function pollOf(viewer: MemberViewer, pollId: string) {
  const found = onePoll.first(viewer, { pollId });
  if (!found) return null;
  const { zone, minutes, place, about, answerUntil, byName, forName } = found;
  const options = momentsOf.all(viewer, { pollId });
  const state = stateOf({ ...found, options }, viewer);
  const central = viewer.central.id;
  const moments = options.map(({ id, startLocal, startsAt, gatheringId, taken, ...read }): Moment => {
    const { ownZone, now } = viewer;
    const state = startsAt <= now ? "past" : taken === 1 ? "taken" : "coming";
    return { id, startLocal, yours: onOwnClock({ startsAt, zone }, ownZone), gatheringId, became: became(read, ownZone), state };
  });
  const open = state === "open";
  const notes = open && may(viewer, "gathering.note");
  const readsWords = audiencesOf(viewer).includes("network");
  const people = everybody.all(viewer, { pollId }).map(({ photoId, reached, answers, word, ...person }): Sayer => {
    const shown = readsWords || person.id === viewer.memberId ? word : "";
    const toNote = notes && reached === 0 && person.id !== central && person.id !== viewer.memberId;
    return { ...person, photo: photoAddress(viewer.groupId, photoId), answers: JSON.parse(answers), word: shown, toNote };
  });
  const going = open || state === "closed";
  const best = bestMoment(
    moments.map((moment) => ({ ...moment, open: moment.state === "coming" })),
    people,
    central,
  );
  return {
    ...{ id: pollId, state, minutes, place, about, answerUntil, byName, forName, moments, people },
    /** A moment can be chosen still. */
    going,
    best: going ? best : null,
    me: viewer.memberId,
    centralId: central,
    can: {
      answer: open && may(viewer, "gathering.answer", viewer.memberId),
      answerForCentral: open && central !== viewer.memberId && may(viewer, "gathering.answer", central),
      choose: going && may(viewer, "gathering.plan"),
    },
  };
}

export type PollShown = NonNullable<ReturnType<typeof pollOf>>;
