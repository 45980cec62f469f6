import { isReached, wantsNone } from "~/groups/belonging";
import { photoAddress } from "~/groups/frame";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { audiencesOf } from "~/policy/visible.server";
import type { Always, Answer } from "./answers";
import { said } from "./asking-again";

/** Somebody of the circle, and what they said about one gathering. */
export interface Answered {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
  answer: Answer | null;
  /** What they answered for another moment, and not again since. */
  before: Answer | null;
  /** What they said with it. Never shown to a professional. */
  word: string;
  /** What they say of the whole series, until they say otherwise. */
  always: Always | null;
  /** Who wrote it down, when it was somebody else. */
  notedBy: string | null;
  /** This viewer may write it down for them: they can't answer by themselves, or no mail reaches them that asks. */
  toNote: boolean;
}

/** What one gathering's page and Home show of the answers. */
export interface WhoComes {
  people: Answered[];
  /** The viewer's own id, when the gathering is theirs to answer. */
  me: string;
  /** The central person's id, when this viewer answers for them as well. */
  theirs: string | null;
  /** An answer can still be given. */
  open: boolean;
  /** How many others mails reach, and have not answered. */
  silent: number;
  /** No mail that asks reaches somebody, and this viewer may bring them a letter. */
  letters: boolean;
}

interface Read extends Omit<Answered, "photo" | "toNote"> {
  photoId: string | null;
  reached: number;
  /** Wants no mails that ask. */
  stopped: number;
  open: number;
}

/** SQL: whether Membership `s` belongs to Gathering `g`: it holds now, or, of one that has begun, it held then. */
export const belongs =
  "(s.until IS NULL OR (g.startsAt <= @now AND s.until > g.startsAt)) AND (g.startsAt > @now OR s.since <= g.startsAt)";

const everybody = groupQuery<Read>(
  `SELECT m.id, m.name, m.hue, m.photoId, ${said("r")} AS answer, CASE WHEN ${said("r")} IS NULL THEN r.answer END AS before, coalesce(r.word, '') AS word,
       t.answer AS always,
       ${isReached("m")} AS reached, ${wantsNone("m", "gatheringAsked")} AS stopped, CASE WHEN r.byId <> m.id THEN b.name END AS notedBy, g.startsAt > @now AND g.cancelledAt IS NULL AS open
     FROM Gathering g JOIN Membership s ON s.groupId = g.groupId AND ${belongs}
     JOIN Member m ON m.id = s.memberId LEFT JOIN Response r ON r.gatheringId = g.id AND r.memberId = m.id
     LEFT JOIN StandingAnswer t ON t.seriesId = g.seriesId AND t.memberId = m.id
     LEFT JOIN Member b ON b.id = r.byId AND b.groupId = g.groupId
     WHERE g.id = @gatheringId AND g.groupId = @groupId ORDER BY s.role <> 'central', m.name COLLATE NOCASE, m.id`,
);

/**
 * Everybody who belongs to the circle (for a gathering that has begun: who belonged to it then), the central person
 * first, with what they answered. One statement.
 */
export function whoComes(viewer: MemberViewer, gatheringId: string): WhoComes {
  const found = everybody.all(viewer, { gatheringId });
  const readsWords = audiencesOf(viewer).includes("network");
  const central = viewer.central.id;
  const open = found[0]?.open === 1;
  const notes = open && may(viewer, "gathering.note");
  const people = found.map(({ id, name, hue, photoId, answer, before, word, always, reached, notedBy }) => {
    const shown = readsWords || id === viewer.memberId ? word : "";
    const toNote = notes && reached === 0 && id !== central && id !== viewer.memberId;
    const photo = photoAddress(viewer.groupId, photoId);
    return { id, name, hue, photo, answer, before, word: shown, always, notedBy, toNote };
  });
  return {
    people,
    me: viewer.memberId,
    theirs: central !== viewer.memberId && may(viewer, "gathering.answer", central) ? central : null,
    open,
    silent: found.filter(({ id, answer, reached, stopped }) => answer === null && reached === 1 && stopped === 0 && id !== viewer.memberId)
      .length,
    letters: notes && found.some(({ reached }) => reached === 0),
  };
}
