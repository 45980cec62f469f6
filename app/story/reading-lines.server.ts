import { answerKinds } from "~/groups/happened";
import { log } from "~/platform/log.server";
import { dayOf } from "~/platform/wall-clock";
import type { MemberViewer } from "~/policy/viewer.server";
import { visibleLine } from "~/policy/visible.server";
import { type Line, parsed } from "./line";

/** A line as it lies in the database. */
export interface RawLine {
  id: string;
  at: string;
  kind: string;
  byId: string;
  byName: string;
  forId: string | null;
  forName: string | null;
  memberId: string | null;
  detail: string;
}

/** The columns of `RawLine`, of StoryLine `s`. */
export const columns = "s.id, s.at, s.kind, s.byId, s.byName, s.forId, s.forName, s.memberId, s.detail";

/**
 * SQL that keeps the lines of StoryLine `s` that the viewer of a `groupQuery` may read, with Entry `e` joined (LEFT JOIN):
 * not those whose subject is hidden, nor answers (they are the gathering's), nor changes of audience, which would tell of
 * the hidden.
 */
export const told = `s.groupId = @groupId AND s.kind NOT IN ${answerKinds} AND s.kind <> 'audienceChanged' AND ${visibleLine("s", "e")}`;

/** A line for a reader. @returns null, and says so in the log, for one that can't be read any more */
export function readLine(viewer: MemberViewer, raw: RawLine): Line | null {
  const { at, kind, detail, ...rest } = raw;
  const what = parsed(kind, detail);
  if (what) return { ...rest, ...what, on: dayOf(at, viewer.zone) };
  log.warn({ line: raw.id, kind }, "story line not understood");
  return null;
}
