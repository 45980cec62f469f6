import { daysAfter, later } from "~/platform/clock.server";
import { groupQuery } from "~/policy/queries.server";
import { type MemberViewer, recipient } from "~/policy/viewer.server";
import type { Line } from "~/story/line";
import { columns, type RawLine, readLine, told } from "~/story/reading-lines.server";
import type { ToldMonth } from "./months";
import { kindsTold } from "./worth-telling";

/** How many lines a mail tells; it counts the others. */
const most = 6;
/** Who joined, and a circle that began, so many days before the end of a month, is not told of it. */
const newcomerDays = 7;
const youngDays = 21;

// The place that they hold now may be the last of several that follow each other: only a gap between two is an absence.
const begun = groupQuery<{ circle: string; since: string | null; joined: string | null }>(
  `SELECT g.createdAt AS circle,
     (SELECT max(s.since) FROM Membership s WHERE s.memberId = @me
       AND NOT EXISTS (SELECT 1 FROM Membership p WHERE p.memberId = s.memberId AND p.until = s.since)) AS since,
     (SELECT max(s.at) FROM StoryLine s WHERE s.groupId = @groupId AND s.at > @since AND s.kind = 'personJoined' AND s.memberId = @me) AS joined
   FROM "Group" g WHERE g.id = @groupId`,
);

// What was taken back since is not told as if it stood; who was added and then joined is told of once.
const ofMonth = groupQuery<RawLine & { total: number }>(
  `SELECT ${columns}, count(*) OVER () AS total FROM StoryLine s LEFT JOIN Entry e ON e.id = s.entryId
   WHERE ${told} AND s.at > @since AND s.at <= @until AND s.kind IN ${kindsTold()} AND s.byId <> @me AND s.forId IS NOT @me
     AND NOT EXISTS (SELECT 1 FROM Dream d WHERE s.kind = 'dreamCameTrue' AND d.id = s.entryId AND d.cameTrueAt IS NULL)
     AND NOT EXISTS (SELECT 1 FROM Goal g WHERE s.kind = 'goalReached' AND g.id = s.entryId AND g.reachedAt IS NULL)
     AND NOT EXISTS (SELECT 1 FROM Action a WHERE s.kind = 'actionDone' AND a.id = s.entryId AND a.doneAt IS NULL)
     AND NOT EXISTS (SELECT 1 FROM StoryLine j WHERE s.kind = 'personAdded' AND j.groupId = @groupId AND j.at >= s.at AND j.at <= @until
       AND j.kind = 'personJoined' AND j.memberId = s.memberId)
   ORDER BY s.kind IN ${kindsTold(1)} DESC, s.kind IN ${kindsTold(2)} DESC, s.at DESC, s.id DESC LIMIT ${most}`,
);

/**
 * Who reads the mail of a month, as themselves: whoever may act for the central person reads there no more than any other.
 * @param now instant in UTC
 * @returns null for who is in the circle no more, or whose account is frozen
 */
export function readerOfMonth(memberId: string | null, now: string): MemberViewer | null {
  const viewer = memberId && recipient(memberId, now);
  return viewer ? { ...viewer, actsForId: null } : null;
}

/**
 * What others did in a month that is worth telling, as far as this reader may read it and was here: what weighs most, in the
 * order in which it happened, and how much more there was. Two statements.
 */
export function whatHappened(viewer: MemberViewer, { since, until }: ToldMonth): { lines: Line[]; more: number } {
  const here = begun.first(viewer, { since });
  const joined = later(here?.since ?? "", here?.joined ?? "");
  const tooNew = !here || here.circle > daysAfter(until, -youngDays) || joined > daysAfter(until, -newcomerDays);
  const found = tooNew ? [] : ofMonth.all(viewer, { since: later(since, joined), until });
  const inOrder = [...found].sort((one, other) => (one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1));
  const lines = inOrder.flatMap(({ total: _, ...raw }) => readLine(viewer, raw) ?? []);
  return { lines, more: (found[0]?.total ?? 0) - found.length };
}
