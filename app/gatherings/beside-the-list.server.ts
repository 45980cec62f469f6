import { dayOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { type Changed, everyChange, timesToCome } from "./changing-series/going-back.server";
import { currentPause, type PauseNow } from "./pausing/pause-now.server";

/** A change that can be undone: on which day it was made, and when the series meets since. */
export interface LastChange extends Pick<Changed, "id" | "byName" | "forName" | "rule" | "firstLocal"> {
  day: string;
}

/** The same as it is read. */
type Read = Omit<LastChange, "day"> & Pick<Changed, "at" | "filledTo" | "was">;

const beside = groupQuery<{ pause: string | null; changes: string }>(
  `SELECT (SELECT json_object('id', id, 'from', "from", 'until', until) FROM (${currentPause})) AS pause,
     (SELECT json_group_array(json_object('id', id, 'at', at, 'byName', byName, 'forName', forName, 'rule', rule, 'firstLocal', firstLocal,
       'filledTo', filledTo, 'was', was)) FROM (${everyChange})) AS changes`,
);

/** What stands beside the list of gatherings: a pause; and, for who may plan, the last change of each series that can be undone. One statement. @param withChanges false on a page further on */
export function besideTheList(viewer: MemberViewer, withChanges = true): { pause: PauseNow | null; changes: LastChange[] } {
  const found = beside.first(viewer);
  const changes: Read[] = withChanges && may(viewer, "gathering.plan") ? JSON.parse(found?.changes ?? "[]") : [];
  return {
    pause: JSON.parse(found?.pause ?? "null"),
    changes: changes
      .filter((changed) => timesToCome(viewer, changed).length > 0)
      .map(({ id, at, byName, forName, rule, firstLocal }) => ({ id, day: dayOf(at, viewer.zone), byName, forName, rule, firstLocal })),
  };
}
