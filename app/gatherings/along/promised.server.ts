import { listed } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { old } from "./reading-lists.server";

const promised = groupQuery<{ seeks: number; driver: string | null; riders: string; brings: string }>(
  `SELECT EXISTS (SELECT 1 FROM Lift l WHERE l.gatheringId = g.id AND l.riderId = @me AND NOT (${old("l", "riderId")})) AS seeks,
     (SELECT d.name FROM Lift l JOIN Member d ON d.id = l.driverId
       WHERE l.gatheringId = g.id AND l.riderId = @me AND NOT (${old("l", "driverId")})) AS driver,
     (SELECT json_group_array(m.name ORDER BY m.name COLLATE NOCASE, m.id) FROM Lift l JOIN Member m ON m.id = l.riderId
       WHERE l.gatheringId = g.id AND l.driverId = @me AND NOT (${old("l", "riderId")})) AS riders,
     (SELECT json_group_array(i.what ORDER BY i.id) FROM Bringing i WHERE i.gatheringId = g.id AND i.memberId = @me
       AND NOT (${old("i", "memberId")})) AS brings
   FROM Gathering g WHERE g.id = @gatheringId AND g.groupId = @groupId`,
);

/** What the reader of a mail promised for a gathering, and was promised: "Je neemt Fatima mee. Je brengt mee: soep." Not what was said for another
 * day, and not again since. Empty when nothing. One statement. */
export function promisedFor(viewer: MemberViewer, gatheringId: string, language: Language, t: Say): string {
  const { seeks, driver, riders, brings } = promised.first(viewer, { gatheringId }) ?? {
    seeks: 0,
    driver: null,
    riders: "[]",
    brings: "[]",
  };
  const names: string[] = JSON.parse(riders);
  const things: string[] = JSON.parse(brings);
  return [
    driver && t("along.takesYou", { name: driver }),
    seeks === 1 && !driver && t("along.youSeek"),
    names.length > 0 && t("along.youTake", { names: listed(names, language) }),
    things.length > 0 && t("along.youBring", { things: things.join(", ") }),
  ]
    .filter(Boolean)
    .join(" ");
}
