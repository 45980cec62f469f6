import { noRows, type Rows } from "~/platform/rows.server";
import { type BackThen, backFrom } from "./back-then";
import { idsFrom } from "./chance";
import type { Chronicle } from "./chronicle";
import { janDates } from "./jan-dates";
import { janGatherings } from "./jan-gatherings";
import { janLooks } from "./jan-looks";
import { janNotes } from "./jan-notes";
import { janPeople } from "./jan-people";
import { janPlan } from "./jan-plan";
import { janSupport } from "./jan-support";

/** Months since Jan's circle began. */
export const JAN_MONTHS = 76;

/** Which group, organisation and accounts the demo is written into. */
export interface Ground {
  groupId: string;
  organisationId: string;
  startedById: string;
  /** Account id by mail address. */
  accounts: Map<string, string>;
}

/** Jan's circle by hand: six years around one person, counted back from now. @returns the rows of it */
export function janCircle(now: string, { groupId, organisationId, startedById, accounts }: Ground): Rows {
  const zone = "Europe/Brussels";
  const back = backFrom(now, zone);
  const chronicle: Chronicle = { rows: noRows(), groupId, zone, newId: idsFrom(76) };
  const createdAt = back.at(JAN_MONTHS, 0, "16:00");
  chronicle.rows.Group.push({ id: groupId, zone, language: "nl", organisationId, startedById, createdAt, closedAt: null, version: 1 });
  phases(chronicle, back);
  const people = janPeople(chronicle, back, accounts);
  janGatherings(chronicle, back, people);
  janPlan(chronicle, back, people);
  janSupport(chronicle, back, people);
  janDates(chronicle, back, people);
  janLooks(chronicle, back, people);
  janNotes(chronicle, back, people);
  return chronicle.rows;
}

function phases({ rows, groupId, newId }: Chronicle, back: BackThen): void {
  const through = [
    ["gettingToKnow", 76],
    ["forming", 74],
    ["knowingYou", 72],
    ["action", 66],
  ] as const;
  for (const [phase, months] of through) {
    const since = back.at(months, 0, "16:00");
    rows.Phase.push({ id: newId(since), groupId, phase, since });
  }
}
