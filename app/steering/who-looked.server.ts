import { photoAddress } from "~/groups/frame";
import { type LookedAt, lookedAt } from "~/groups/looking";
import { actorOrRefusal } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** Who looked at what on one day (ISO, in the zone of the circle). */
export interface DayOfLooks {
  day: string;
  people: { id: string; name: string; hue: number; photo: string | null; pages: LookedAt[] }[];
}

const daysAtOnce = 7;

const latest = groupQuery<{ day: string; id: string; name: string; hue: number; photoId: string | null; pages: string }>(
  `SELECT l.day, m.id, m.name, m.hue, m.photoId, group_concat(l.page) AS pages FROM Look l JOIN Member m ON m.id = l.memberId
   WHERE l.groupId = @groupId AND l.day IN
     (SELECT DISTINCT d.day FROM Look d WHERE d.groupId = @groupId AND (@before = '' OR d.day < @before) ORDER BY d.day DESC LIMIT ${daysAtOnce + 1})
   GROUP BY l.day, m.id ORDER BY l.day DESC, m.name COLLATE NOCASE, m.id`,
);

/**
 * Who looked at the circle, day by day, the latest first. One statement.
 * @param before only days before this one (ISO)
 * @returns a week of days, and before which day there are more, or null
 * @throws NotAllowed for everybody but the central person
 */
export function whoLooked(viewer: MemberViewer, before: string | null): { days: DayOfLooks[]; older: string | null } {
  actorOrRefusal(viewer, "group.seeLooks");
  const days = new Map<string, DayOfLooks>();
  for (const { day, pages, photoId, ...person } of latest.all(viewer, { before: before ?? "" })) {
    const known = days.get(day) ?? { day, people: [] };
    const seen = pages.split(",");
    known.people.push({ ...person, photo: photoAddress(viewer.groupId, photoId), pages: lookedAt.filter((page) => seen.includes(page)) });
    days.set(day, known);
  }
  const shown = [...days.values()].slice(0, daysAtOnce);
  return { days: shown, older: days.size > daysAtOnce ? (shown.at(-1)?.day ?? null) : null };
}
