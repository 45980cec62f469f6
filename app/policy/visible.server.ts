import type { Prisma } from "~/platform/prisma/client";
import { type Audience, sees } from "./table";
import type { MemberViewer } from "./viewer.server";

/** Which audiences this viewer belongs to; who acts for the central person sees what they see. */
export function audiencesOf(viewer: MemberViewer): readonly Audience[] {
  return viewer.actsForId ? sees.central : sees[viewer.role];
}

/**
 * SQL that keeps only the entries this viewer may see. Belongs in every read of a row that has an audience, nested ones too.
 * @param entry the alias that the statement gives to Entry (fixed in the code, never from a form); bind `@me` to viewer.memberId
 */
export function visible(viewer: MemberViewer, entry: string): string {
  const list = audiencesOf(viewer).map((audience) => `'${audience}'`);
  return `(${entry}.audience IN (${list.join(", ")}) OR ${entry}.authorId = @me)`;
}

/** The same for a story line `line` whose subject, if it has one, is the entry `entry` (LEFT JOIN). Its audience is the subject's of now. */
export function visibleLine(viewer: MemberViewer, line: string, entry: string): string {
  const list = audiencesOf(viewer).map((audience) => `'${audience}'`);
  return `(coalesce(${entry}.audience, ${line}.audience) IN (${list.join(", ")}) OR ${entry}.authorId = @me)`;
}

/** The same as a Prisma `where`, for acts: an act on what its viewer may not see finds nothing. */
export function visibleEntry(viewer: MemberViewer): Prisma.EntryWhereInput {
  return { groupId: viewer.groupId, OR: [{ audience: { in: [...audiencesOf(viewer)] } }, { authorId: viewer.memberId }] };
}
