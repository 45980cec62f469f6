import { photoAddress } from "~/groups/frame";
import { minutesAfter, notAhead } from "~/platform/clock.server";
import { dayOf } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { Line } from "./line";
import { columns, type RawLine, readLine, told } from "./reading-lines.server";

/** How far back to look for somebody who was never here before. */
const firstLookDays = 30;

/** What is new to one member: the latest few lines, since when, and who reads. */
export interface StoryNewsFor {
  me: string;
  /** The day of the last visit, or null for a first one. */
  since: string | null;
  lines: (Line & { face: { name: string; hue: number; photo: string | null } })[];
}

const latest = groupQuery<RawLine & { hue: number | null; photoId: string | null }>(
  `SELECT ${columns}, m.hue, m.photoId FROM StoryLine s LEFT JOIN Entry e ON e.id = s.entryId LEFT JOIN Member m ON m.id = s.byId
   WHERE ${told} AND s.at > @since AND s.byId <> @me ORDER BY s.at > @now, s.at DESC, s.id DESC LIMIT 5`,
);

/** What others did since this viewer was last here: up to five lines, newest first. One statement. */
export function newsFor(viewer: MemberViewer): StoryNewsFor {
  const before = notAhead(viewer.seenBeforeAt, viewer.now);
  const since = before ?? minutesAfter(viewer.now, -firstLookDays * 24 * 60);
  const lines = latest.all(viewer, { since }).flatMap(({ hue, photoId, ...raw }) => {
    const line = readLine(viewer, raw);
    return line ? [{ ...line, face: { name: line.byName, hue: hue ?? 0, photo: photoAddress(viewer.groupId, photoId) } }] : [];
  });
  return { me: viewer.memberId, since: before && dayOf(before, viewer.zone), lines };
}
