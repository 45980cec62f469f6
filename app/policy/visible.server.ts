import type { Prisma } from "~/platform/prisma/client";
import { type Audience, sees } from "./table";
import type { MemberViewer } from "./viewer.server";

/** Which audiences this viewer belongs to; who acts for the central person sees what they see, who has left belongs to none. */
export function audiencesOf(viewer: Pick<MemberViewer, "role" | "actsForId" | "gone">): readonly Audience[] {
  if (viewer.gone) return [];
  return viewer.actsForId ? sees.central : sees[viewer.role];
}

/** What somebody wrote in their own name they always see; what an assistant wrote for the central person is not theirs. */
const wroteThemselves = (entry: string) => `(${entry}.authorId = @me AND ${entry}.forId IS NULL)`;
const inAudience = (audience: string) => `${audience} IN (SELECT value FROM json_each(@audiences))`;

/**
 * SQL that keeps only the entries that the viewer of a `groupQuery` may see. Belongs in every read of a row that has an
 * audience, nested ones too.
 * @param entry the alias that the statement gives to Entry
 */
export const visible = (entry: string) => `(${inAudience(`${entry}.audience`)} OR ${wroteThemselves(entry)})`;

/** SQL for whether the viewer belongs to the network: its members read the words that go with an answer. */
export const inNetwork = inAudience("'network'");

/** As `visible`, for a story line `line` whose subject, if it has one, is the entry `entry` (LEFT JOIN). Its audience is the subject's of now. */
export const visibleLine = (line: string, entry: string) =>
  `(${inAudience(`coalesce(${entry}.audience, ${line}.audience)`)} OR ${wroteThemselves(entry)})`;

/** The same as a Prisma `where`, for acts: an act on what its viewer may not see finds nothing. */
export function visibleEntry(viewer: MemberViewer): Prisma.EntryWhereInput {
  return { groupId: viewer.groupId, OR: [{ audience: { in: [...audiencesOf(viewer)] } }, { authorId: viewer.memberId, forId: null }] };
}
