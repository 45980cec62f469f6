import type { Composers } from "~/mail/composing.server";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { audiencesOf } from "~/policy/visible.server";
import { liftLetter } from "../../../emails/lift";
import { aboutIt, oneGathering, readerOf } from "../about-in-mails.server";

interface LiftNow {
  rider: string;
  driver: string;
  /** Who takes the rider along now, and whether they need a lift at all. */
  driverId: string | null;
  needed: number;
  riderWord: string;
  driverWord: string;
}

const liftNow = groupQuery<LiftNow>(
  `SELECT r.name AS rider, d.name AS driver, l.driverId, l.riderId IS NOT NULL AS needed, coalesce(l.word, '') AS riderWord, coalesce(c.word, '') AS driverWord
   FROM Gathering g JOIN Member r ON r.id = @riderId AND r.groupId = g.groupId JOIN Member d ON d.id = @driverId AND d.groupId = g.groupId
   LEFT JOIN Lift l ON l.gatheringId = g.id AND l.riderId = r.id LEFT JOIN Car c ON c.gatheringId = g.id AND c.driverId = d.id
   WHERE g.id = @gatheringId AND g.groupId = @groupId`,
);

/** The mail about a lift, written when it leaves. Nobody gets one of what is otherwise by then, or to a gathering that is off. */
export const liftMails: Pick<Composers, "lift"> = {
  lift({ memberId, data, language, now, t, link }) {
    const { gatheringId, riderId, driverId, what } = data;
    const viewer = readerOf(memberId, now);
    const gathering = viewer && oneGathering.first(viewer, { gatheringId });
    if (!viewer || !gathering || gathering.cancelledAt || gathering.startsAt <= now) return null;
    const found = liftNow.first(viewer, { gatheringId, riderId, driverId });
    if (!found || !stillSo(found, data) || !audiencesOf(viewer).includes("network")) return null;
    return liftLetter({
      ...aboutIt(viewer, gathering, "", language, t),
      ...{ what, name: what === "taken" || what === "lost" ? found.driver : found.rider },
      word: what === "taken" ? found.driverWord : what === "joined" ? found.riderWord : "",
      seeks: found.needed === 1,
      notedBy: data.by && (data.for ? t("app.byFor", { by: data.by, for: nameFor(viewer, data.for, t("app.youToo")) }) : data.by),
      href: viewer.accountId ? link(`/g/${viewer.groupId}/gatherings/${gatheringId}`) : null,
    });
  },
};

function stillSo({ driverId }: LiftNow, { what, driverId: told }: { what: string; driverId: string }): boolean {
  if (what === "lost") return driverId === null;
  return (driverId === told) === (what !== "gone");
}

/** The central person is "jou" to themselves. */
function nameFor({ role }: MemberViewer, name: string, you: string): string {
  return role === "central" ? you : name;
}
