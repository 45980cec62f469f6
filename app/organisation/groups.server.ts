import { dayOf } from "~/platform/wall-clock";
import { staffQuery } from "~/policy/queries.server";
import type { StaffViewer } from "~/policy/viewer.server";
import { type Phase, phaseOf } from "./phases";

/** All that staff may know of a group: that it exists, its phase, who facilitates, dates and a count. Never content. */
export interface GroupFromOutside {
  id: string;
  name: string;
  hue: number;
  phase: Phase | null;
  /** Day on which that phase began, in the group's own zone. */
  phaseSince: string | null;
  facilitators: string[];
  people: number;
  /** Day of the next gathering. */
  nextOn: string | null;
  /** Who helps with the start now. */
  starters: string[];
  handedOverOn: string | null;
  /** The viewer is its starter now, and so is in it as a member. */
  mine: boolean;
}

interface GroupRow {
  id: string;
  name: string;
  hue: number;
  zone: string;
  phase: string | null;
  phaseSince: string | null;
  facilitators: string;
  people: number;
  nextLocal: string | null;
  starters: string;
  handedOverAt: string | null;
  mine: number;
}

const namesOf = (role: "facilitator" | "starter") =>
  `(SELECT json_group_array(name) FROM (SELECT m.name FROM Membership s JOIN Member m ON m.id = s.memberId
     WHERE s.groupId = g.id AND s.role = '${role}' AND s.until IS NULL ORDER BY s.since, s.id))`;

const groups = staffQuery<GroupRow>(
  `SELECT g.id, c.name, c.hue, g.zone, p.phase, p.since AS phaseSince,
       ${namesOf("facilitator")} AS facilitators, ${namesOf("starter")} AS starters,
       (SELECT count(*) FROM Membership s WHERE s.groupId = g.id AND s.until IS NULL) AS people,
       (SELECT x.startLocal FROM Gathering x WHERE x.groupId = g.id AND x.startsAt > @now AND x.cancelledAt IS NULL
          ORDER BY x.startsAt LIMIT 1) AS nextLocal,
       (SELECT max(h.at) FROM Handover h WHERE h.groupId = g.id) AS handedOverAt,
       EXISTS (SELECT 1 FROM Membership s JOIN Member m ON m.id = s.memberId
          WHERE s.groupId = g.id AND s.role = 'starter' AND m.accountId = @accountId AND s.until IS NULL) AS mine
     FROM "Group" g
     JOIN Membership cs ON cs.groupId = g.id AND cs.role = 'central' AND cs.until IS NULL
     JOIN Member c ON c.id = cs.memberId
     LEFT JOIN Phase p ON p.id = (SELECT q.id FROM Phase q WHERE q.groupId = g.id ORDER BY q.rowid DESC LIMIT 1)
     WHERE g.organisationId = @organisationId AND g.closedAt IS NULL
     ORDER BY g.createdAt DESC, g.id DESC`,
);

/** The groups of an organisation, newest first, as its staff may know them. One statement, however many there are. */
export function groupsOf(viewer: StaffViewer): GroupFromOutside[] {
  const found = groups.all(viewer);
  return found.map(({ zone, phase, phaseSince, facilitators, starters, nextLocal, handedOverAt, mine, ...circle }) => ({
    ...circle,
    phase: phaseOf(phase),
    phaseSince: phaseSince && dayOf(phaseSince, zone),
    facilitators: JSON.parse(facilitators) as string[],
    starters: JSON.parse(starters) as string[],
    nextOn: nextLocal?.slice(0, 10) ?? null,
    handedOverOn: handedOverAt && dayOf(handedOverAt, zone),
    mine: mine === 1,
  }));
}
