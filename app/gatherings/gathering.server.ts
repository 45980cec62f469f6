import { minutesAfter } from "~/platform/clock.server";
import { notFound } from "~/platform/refusal";
import { dayOf, localOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { letKnowBy } from "./letting-know";
import { placeOnline } from "./online";
import { onOwnClock, otherZoneOf } from "./own-clock";
import type { SeriesInWords } from "./rhythm-words";
import { monthsIn } from "./undated/schema";
import type { TimesAYear } from "./undated/turn";

interface Read {
  id: string;
  startLocal: string;
  zone: string;
  startsAt: string;
  minutes: number;
  place: string;
  about: string;
  online: string;
  answerDays: number | null;
  version: number;
  cancelledAt: string | null;
  cancelledBy: string | null;
  nudgedAt: string | null;
  rule: string | null;
  firstLocal: string | null;
  seriesMinutes: number | null;
  seriesPlace: string | null;
  endsOn: string | null;
  undatedId: string | null;
  undatedTimes: TimesAYear | null;
  undatedNotIn: string | null;
  undatedEndsOn: string | null;
}

const oneGathering = groupQuery<Read>(
  `SELECT g.id, g.startLocal, g.zone, g.startsAt, g.minutes, g.place, g.about, g.online, g.answerDays, g.version, g.cancelledAt, m.name AS cancelledBy,
       CASE WHEN g.nudgedAt >= coalesce(g.movedAt, '') THEN g.nudgedAt END AS nudgedAt,
       s.rule, s.firstLocal, s.minutes AS seriesMinutes, s.place AS seriesPlace, s.endsOn,
       u.id AS undatedId, u.timesAYear AS undatedTimes, u.notIn AS undatedNotIn, u.endsOn AS undatedEndsOn
     FROM Gathering g LEFT JOIN Series s ON s.id = g.seriesId AND s.groupId = g.groupId
     LEFT JOIN UndatedSeries u ON u.id = g.undatedId AND u.groupId = g.groupId
     LEFT JOIN Member m ON m.id = g.cancelledById AND m.groupId = g.groupId
     WHERE g.id = @gatheringId AND g.groupId = @groupId`,
);

/**
 * One gathering of this group, with what this viewer may do. One statement. Times are on the wall clock of its zone.
 * @throws 404 when this group has no such gathering
 */
export function gatheringOf(viewer: MemberViewer, gatheringId: string) {
  const found = oneGathering.first(viewer, { gatheringId });
  if (!found) throw notFound();
  const { startLocal, zone, startsAt, minutes, cancelledAt } = found;
  const endsAt = minutesAfter(startsAt, minutes);
  const begun = startsAt <= viewer.now;
  const change = !begun && !cancelledAt && may(viewer, "gathering.plan");
  return {
    id: found.id,
    startLocal,
    yours: endsAt > viewer.now ? onOwnClock(found, viewer.ownZone) : null,
    endLocal: localOf(endsAt, zone),
    /** The day that it is on its clock; and whose that is while it is to come, when the circle follows another. */
    today: dayOf(viewer.now, zone),
    otherZone: otherZoneOf(zone, viewer, endsAt <= viewer.now),
    place: found.place,
    about: found.about,
    online: found.online,
    /** Where one takes part online, while there is something to take part in. */
    placeOnline: cancelledAt || endsAt <= viewer.now ? null : placeOnline(found.online),
    answerDays: found.answerDays,
    letKnow: letKnowBy(found, dayOf(viewer.now, zone)),
    minutes,
    version: found.version,
    /** Not begun, going on, or over. */
    state: !begun ? ("coming" as const) : endsAt > viewer.now ? ("now" as const) : ("over" as const),
    cancelled: cancelledAt ? { by: found.cancelledBy, on: dayOf(cancelledAt, viewer.zone) } : null,
    series: seriesOf(found),
    undated: undatedOf(found),
    /** The day on which who had not answered was asked once more; for who plans. */
    nudgedOn: change && found.nudgedAt ? dayOf(found.nudgedAt, viewer.zone) : null,
    can: {
      change,
      askOnceMore: change && found.nudgedAt === null,
      cancel: !begun && !cancelledAt && may(viewer, "gathering.cancel"),
      goOn: !begun && cancelledAt !== null && may(viewer, "gathering.cancel"),
    },
  };
}

export type GatheringShown = ReturnType<typeof gatheringOf>;

function seriesOf({ rule, firstLocal, seriesMinutes, seriesPlace, endsOn }: Read): SeriesInWords | null {
  if (!rule || !firstLocal || seriesMinutes === null || seriesPlace === null) return null;
  return { rule, firstLocal, minutes: seriesMinutes, place: seriesPlace, endsOn };
}

/** Of which rhythm without a date it is. */
function undatedOf({ undatedId: id, undatedTimes: timesAYear, undatedNotIn, undatedEndsOn: endsOn }: Read) {
  return id && timesAYear ? { id, timesAYear, notIn: monthsIn(undatedNotIn ?? ""), endsOn } : null;
}
