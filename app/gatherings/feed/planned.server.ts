import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { said } from "../asking-again";
import type { FedGathering, FedSeries } from "./fed";

const everySeries = groupQuery<FedSeries>(
  `SELECT s.id, s.rule, s.firstLocal, s.zone, s.minutes, s.place, s.online, s.endsOn, s.followsId, s.filledTo, s.sequence,
     t.answer AS always, max(coalesce(s.changedAt, s.createdAt), coalesce(t.at, '')) AS changedAt
   FROM Series s LEFT JOIN StandingAnswer t ON t.seriesId = s.id AND t.memberId = @me WHERE s.groupId = @groupId ORDER BY s.id`,
);
const everyGathering = groupQuery<Omit<FedGathering, "cancelled"> & { cancelled: number }>(
  `SELECT g.id, g.seriesId, g.slotLocal, g.startLocal, g.zone, g.startsAt, g.minutes, g.place, g.online, g.cancelledAt IS NOT NULL AS cancelled,
     g.pauseId, g.sequence, coalesce(g.changedAt, g.cancelledAt, g.createdAt) AS changedAt, ${said("r")} AS answer, r.at AS answeredAt
   FROM Gathering g LEFT JOIN Response r ON r.gatheringId = g.id AND r.memberId = @me
   WHERE g.groupId = @groupId ORDER BY g.startsAt, g.id`,
);

/** All that a circle has planned, as calendars are told of it: in its feed and in mails. Two statements. */
export function plannedFor(viewer: MemberViewer): { series: FedSeries[]; gatherings: FedGathering[] } {
  const gatherings = everyGathering.all(viewer).map((one) => ({ ...one, cancelled: one.cancelled === 1 }));
  return { series: everySeries.all(viewer), gatherings };
}
