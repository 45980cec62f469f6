import { dayOf } from "~/platform/wall-clock";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** What somebody who facilitates wrote for themselves. */
export interface PrivateNote {
  id: string;
  text: string;
  /** Day on which it was written, in the group's zone. */
  on: string;
  version: number;
}

const mine = groupQuery<Omit<PrivateNote, "on"> & { createdAt: string }>(
  "SELECT id, text, createdAt, version FROM PrivateNote WHERE groupId = @groupId AND authorId = @me ORDER BY createdAt DESC, id DESC LIMIT 200",
);
const one = groupQuery<Omit<PrivateNote, "on"> & { createdAt: string }>(
  "SELECT id, text, createdAt, version FROM PrivateNote WHERE groupId = @groupId AND authorId = @me AND id = @noteId",
);
const counted = groupQuery<{ name: string; count: number; latest: string }>(
  `SELECT m.name, count(*) AS count, max(n.createdAt) AS latest FROM PrivateNote n JOIN Member m ON m.id = n.authorId
   WHERE n.groupId = @groupId GROUP BY m.id ORDER BY m.name COLLATE NOCASE, m.id`,
);

const asNote =
  ({ zone }: MemberViewer) =>
  ({ createdAt, ...note }: Omit<PrivateNote, "on"> & { createdAt: string }): PrivateNote => ({ ...note, on: dayOf(createdAt, zone) });

/** What this viewer wrote for themselves, the latest first; of nobody else. One statement. */
export function myNotes(viewer: MemberViewer): PrivateNote[] {
  return mine.all(viewer).map(asNote(viewer));
}

/** One of them. @returns undefined for one of somebody else as for none */
export function myNote(viewer: MemberViewer, noteId: string): PrivateNote | undefined {
  const found = one.first(viewer, { noteId });
  return found && asNote(viewer)(found);
}

/** That somebody wrote notes for themselves: how many, and on which day the last. The central person knows so; what stands in them nobody else does. */
export interface NotesOf {
  name: string;
  count: number;
  latest: string;
}

/** Whose private notes there are. One statement; for the page where the central person decides. */
export function whoseNotes(viewer: MemberViewer): NotesOf[] {
  return counted.all(viewer).map(({ latest, ...of }) => ({ ...of, latest: dayOf(latest, viewer.zone) }));
}
