import { dayOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { type Changed, everyChange, timesToCome } from "./changing-series/going-back.server";
import type { Was } from "./changing-series/remembering.server";
import { currentPause, type PauseNow } from "./pausing/pause-now.server";

/** A change that can be undone: on which day it was made, and when the series meets since. */
export interface LastChange extends Pick<Changed, "id" | "byName" | "forName" | "rule" | "firstLocal"> {
  day: string;
}

/** The same as it is read, with when the series met as it was. */
interface Read extends Omit<LastChange, "day">, Pick<Changed, "at" | "filledTo"> {
  was: Pick<Was, "rule" | "firstLocal" | "endsOn" | "from">;
}

const wasOf = (...names: (keyof Read["was"])[]) => names.map((name) => `'${name}', json_extract(was, '$.${name}')`).join(", ");
const beside = groupQuery<{ pause: string | null; changes: string }>(
  `SELECT (SELECT json_object('id', id, 'from', "from", 'until', until) FROM (${currentPause})) AS pause,
     (SELECT json_group_array(json_object('id', id, 'at', at, 'byName', byName, 'forName', forName, 'rule', rule, 'firstLocal', firstLocal,
       'filledTo', filledTo, 'was', json_object(${wasOf("rule", "firstLocal", "endsOn", "from")})) ORDER BY at DESC)
       FROM (${everyChange} AND @plans = 1)) AS changes`,
);

/**
 * What stands beside the list of gatherings: a pause; and, for who may plan, the last change of each series that can be undone.
 * One statement.
 * @param first whether it is the first page: further on nothing is offered to be undone
 */
export function besideTheList(viewer: MemberViewer, first = true): { pause: PauseNow | null; changes: LastChange[] } {
  const found = beside.first(viewer, { plans: first && may(viewer, "gathering.plan") ? 1 : 0 });
  const changes: Read[] = JSON.parse(found?.changes ?? "[]");
  return {
    pause: JSON.parse(found?.pause ?? "null"),
    changes: changes
      .filter(({ was, filledTo }) => timesToCome(viewer, was, filledTo).length > 0)
      .map(({ id, at, byName, forName, rule, firstLocal }) => ({ id, day: dayOf(at, viewer.zone), byName, forName, rule, firstLocal })),
  };
}
