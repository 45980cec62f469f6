import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";

/** Who could go on with a group once its starter has left it. */
export interface WhoGoesOn {
  /** Facilitators who said yes, the longest here first. */
  ready: string[];
  /** Facilitators who are asked and have not answered. */
  asked: string[];
}

const facilitators = groupQuery<{ name: string; accountId: string | null }>(
  `SELECT m.name, m.accountId FROM Membership s JOIN Member m ON m.id = s.memberId
     WHERE s.groupId = @groupId AND s.role = 'facilitator' AND s.until IS NULL
     ORDER BY s.since, s.id`,
);

/** The facilitators of a group now, for the page on which its starter hands it over. One statement. */
export function whoGoesOn(viewer: MemberViewer): WhoGoesOn {
  const found = facilitators.all(viewer);
  return {
    ready: found.filter((one) => one.accountId !== null).map((one) => one.name),
    asked: found.filter((one) => one.accountId === null).map((one) => one.name),
  };
}
