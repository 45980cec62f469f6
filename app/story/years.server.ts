import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { Line } from "./line";
import { columns, type RawLine, readLine, told } from "./reading-lines.server";

/** Lines on one page. */
const onePage = 40;

export interface StoryYear {
  year: string;
  months: { month: string; lines: Line[] }[];
}

const linesBefore = groupQuery<RawLine>(
  `SELECT ${columns} FROM StoryLine s LEFT JOIN Entry e ON e.id = s.entryId
   WHERE ${told} AND (@before IS NULL OR
     (s.at, s.id) < (SELECT b.at, b.id FROM StoryLine b WHERE b.id = @before AND b.groupId = @groupId))
   ORDER BY s.at DESC, s.id DESC LIMIT ${onePage + 1}`,
);

/**
 * What happened, newest first, by year and month; 40 lines a page. One statement.
 * @param before id of the last line of the page before, from the address
 * @returns the years, and in `older` the id to go on from when there is more
 */
export function storyYears(viewer: MemberViewer, before: string | null): { years: StoryYear[]; older: string | null; me: string } {
  const found = linesBefore.all(viewer, { before });
  const page = found.slice(0, onePage);
  const lines = page.flatMap((raw) => readLine(viewer, raw) ?? []);
  return { years: byYear(lines), older: found.length > onePage ? (page.at(-1)?.id ?? null) : null, me: viewer.memberId };
}

/** Lines in their order, put together by year and month. */
function byYear(lines: Line[]): StoryYear[] {
  const years: StoryYear[] = [];
  for (const line of lines) {
    const [year, month] = [line.on.slice(0, 4), line.on.slice(0, 7)];
    if (years.at(-1)?.year !== year) years.push({ year, months: [] });
    const months = years.at(-1)?.months ?? [];
    if (months.at(-1)?.month !== month) months.push({ month, lines: [] });
    months.at(-1)?.lines.push(line);
  }
  return years;
}
