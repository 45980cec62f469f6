import { minutesAfter } from "~/platform/clock.server";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import type { Answer } from "./answers";
import { said } from "./asking-again";
import { onOwnClock, otherZoneOf } from "./own-clock";
import { longestMinutes } from "./standing.server";
import { belongs } from "./who-comes.server";

/** Gatherings on one page: of what comes, and of what is over. */
const onePage = { coming: 6, past: 12 };

export interface GatheringRow {
  id: string;
  /** Wall-clock time in its zone. */
  startLocal: string;
  /** On the reader's own clock, where that shows something else. */
  yours: string | null;
  /** Whose clock that is while it is to come, when the circle follows another. */
  otherZone: string | null;
  place: string;
  about: string;
  cancelled: boolean;
  /** What this viewer answered. */
  mine: Answer | null;
  /** How many said yes. */
  coming: number;
}

/** Where a list goes on: after what comes, or before what is over; the id of the last row of the page before. */
interface From {
  after: string | null;
  before: string | null;
}

type Read = Omit<GatheringRow, "cancelled" | "yours" | "otherZone"> & { startsAt: string; zone: string; cancelled: number };

const columns = `g.id, g.startLocal, g.startsAt, g.zone, g.place, g.about, g.cancelledAt IS NOT NULL AS cancelled, ${said("r")} AS mine,
    (SELECT count(*) FROM Response y WHERE y.gatheringId = g.id AND y.groupId = g.groupId AND ${said("y")} = 'yes' AND EXISTS
      (SELECT 1 FROM Membership s WHERE s.memberId = y.memberId AND ${belongs})) AS coming
  FROM Gathering g LEFT JOIN Response r ON r.gatheringId = g.id AND r.memberId = @me`;
const ends = "strftime('%Y-%m-%dT%H:%M:%fZ', g.startsAt, '+' || g.minutes || ' minutes')";
const key = (name: string) => `(SELECT b.startsAt, b.id FROM Gathering b WHERE b.id = @${name} AND b.groupId = @groupId)`;
const comingAfter = groupQuery<Read>(
  `SELECT ${columns} WHERE g.groupId = @groupId AND g.startsAt > @longAgo AND ${ends} > @now
     AND (@after IS NULL OR (g.startsAt, g.id) > ${key("after")})
   ORDER BY g.startsAt, g.id LIMIT ${onePage.coming + 1}`,
);
const pastBefore = groupQuery<Read>(
  `SELECT ${columns} WHERE g.groupId = @groupId AND g.startsAt <= @now AND ${ends} <= @now
     AND (@before IS NULL OR (g.startsAt, g.id) < ${key("before")})
   ORDER BY g.startsAt DESC, g.id DESC LIMIT ${onePage.past + 1}`,
);

/**
 * What comes (with what goes on now), soonest first, and what is over, latest first: six and twelve, paged by key. A page
 * further on holds only its own half. Two statements at most.
 */
export function gatheringsOf(viewer: MemberViewer, { after, before }: From) {
  const longAgo = minutesAfter(viewer.now, -longestMinutes);
  const coming = before ? [] : comingAfter.all(viewer, { longAgo, after });
  const past = after ? [] : pastBefore.all(viewer, { before });
  return {
    coming: coming.slice(0, onePage.coming).map((row) => shown(viewer, row, false)),
    past: past.slice(0, onePage.past).map((row) => shown(viewer, row, true)),
    /** Ids to go on from, when there is more. */
    later: coming.length > onePage.coming ? (coming[onePage.coming - 1]?.id ?? null) : null,
    earlier: past.length > onePage.past ? (past[onePage.past - 1]?.id ?? null) : null,
    first: !after && !before,
    can: { plan: may(viewer, "gathering.plan") },
  };
}

function shown(viewer: MemberViewer, { cancelled, startsAt, zone, ...row }: Read, past: boolean): GatheringRow {
  const yours = past ? null : onOwnClock({ startsAt, zone }, viewer.ownZone);
  return { ...row, yours, otherZone: otherZoneOf(zone, viewer, past), cancelled: cancelled === 1 };
}
