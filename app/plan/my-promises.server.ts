import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visible } from "~/policy/visible.server";

/** Something that I promised. */
export interface MyPromise {
  id: string;
  text: string;
  /** A day, or null. */
  dueOn: string | null;
  /** What it is for, when I may see that. */
  goal: string | null;
  dream: string | null;
  done: boolean;
  can: { tick: boolean };
}

const promised = groupQuery<Omit<MyPromise, "done" | "can"> & { doneAt: string | null }>(
  `SELECT a.id, a.text, a.dueOn, a.doneAt, CASE WHEN ge.id IS NOT NULL THEN g.text END AS goal,
     CASE WHEN ge.id IS NOT NULL AND de.id IS NOT NULL THEN d.text END AS dream
   FROM (SELECT * FROM Action WHERE groupId = @groupId AND doneAt IS NULL AND letGoAt IS NULL
         UNION ALL SELECT * FROM Action WHERE id = @just AND groupId = @groupId AND doneAt IS NOT NULL AND letGoAt IS NULL) a
   CROSS JOIN Entry e ON e.id = a.id
   LEFT JOIN Goal g ON g.id = a.goalId LEFT JOIN Entry ge ON ge.id = g.id AND ${visible("ge")}
   LEFT JOIN Dream d ON d.id = g.dreamId LEFT JOIN Entry de ON de.id = d.id AND ${visible("de")}
   WHERE EXISTS (SELECT 1 FROM ActionMember am WHERE am.actionId = a.id AND am.memberId = @me) AND ${visible("e")}
   ORDER BY a.doneAt IS NULL, a.dueOn IS NULL, a.dueOn, a.id LIMIT 20`,
);

/**
 * What this viewer promised and has not done yet, soonest due first, then what has no day; at most 20. One statement.
 * @param just id of what was ticked off just now (`?just=`), to show it once more with a way back
 */
export function myPromises(viewer: MemberViewer, just: string | null = null): MyPromise[] {
  const can = { tick: may(viewer, "action.done", viewer.memberId) };
  return promised.all(viewer, { just }).map(({ doneAt, ...promise }) => ({ ...promise, done: doneAt !== null, can }));
}
