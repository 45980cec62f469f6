import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** A gathering of a year, as little as fits on a page of it. */
export interface OfYear {
  id: string;
  /** Wall-clock time in its zone. */
  startLocal: string;
  place: string;
  cancelled: boolean;
  /** It has begun, or is over. */
  past: boolean;
}

const ofYear = groupQuery<Omit<OfYear, "cancelled" | "past"> & { cancelled: number; past: number }>(
  `SELECT g.id, g.startLocal, g.place, g.cancelledAt IS NOT NULL AS cancelled, g.startsAt <= @now AS past FROM Gathering g
   WHERE g.groupId = @groupId AND g.startsAt >= @from AND g.startsAt < @until AND substr(g.startLocal, 1, 4) = @year ORDER BY g.startsAt, g.id`,
);
const ends = groupQuery<{ first: string | null; last: string | null }>(
  `SELECT (SELECT min(startsAt) FROM Gathering WHERE groupId = @groupId) AS first,
     (SELECT max(startsAt) FROM Gathering WHERE groupId = @groupId) AS last`,
);

/**
 * The gatherings of a year, by month, each month there; and the years before and after it, as far as the circle met or is to meet. Two statements.
 * @param asked the year as an address says it; this year for anything else
 */
export function yearOf(viewer: MemberViewer, asked: string | null) {
  const year = /^(19|20)\d\d$/.test(asked ?? "") ? Number(asked) : Number(viewer.today.slice(0, 4));
  // A clock is at most a day off from that of UTC.
  const around = { from: `${year - 1}-12-31T00:00:00.000Z`, until: `${year + 1}-01-02T00:00:00.000Z` };
  const all = ofYear
    .all(viewer, { ...around, year: String(year) })
    .map((one): OfYear => ({ ...one, cancelled: one.cancelled === 1, past: one.past === 1 }));
  const { first, last } = ends.first(viewer) ?? {};
  const [firstYear, lastYear] = [first, last].map((instant) => Number(instant?.slice(0, 4) ?? year)) as [number, number];
  const months = Array.from({ length: 12 }, (_, place) => {
    const month = `${year}-${String(place + 1).padStart(2, "0")}`;
    return { month, gatherings: all.filter(({ startLocal }) => startLocal.startsWith(month)) };
  });
  return {
    year,
    months,
    count: all.filter(({ cancelled }) => !cancelled).length,
    before: firstYear < year ? Math.min(year - 1, lastYear) : null,
    after: lastYear > year ? Math.max(year + 1, firstYear) : null,
  };
}
