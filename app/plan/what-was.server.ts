import { addMonths, dayOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import type { MemberViewer } from "~/policy/viewer.server";
import { visible } from "~/policy/visible.server";
import { type Doer, doers, doersOf } from "./what-is-open.server";

/** How many of what is past a page shows of each sort; the rest is in the story. */
const latest = 5;

export interface DoneAction {
  id: string;
  text: string;
  /** A day in the group's zone. */
  doneOn: string;
  people: Doer[];
}

const done = groupQuery<{ id: string; text: string; doneAt: string; total: number; people: string }>(
  `SELECT a.id, a.text, a.doneAt, a.total, ${doersOf("a")} AS people FROM (
       SELECT a.id, a.text, a.doneAt, count(*) OVER () AS total FROM Action a CROSS JOIN Entry e ON e.id = a.id
       WHERE a.groupId = @groupId AND a.doneAt >= @since AND a.letGoAt IS NULL AND ${visible("e")}
       ORDER BY a.doneAt DESC, a.id DESC LIMIT ${latest}) a`,
);

/** What was done in the last twelve months: how much, and the latest few. */
export function doneLately(viewer: MemberViewer): { count: number; actions: DoneAction[] } {
  const found = done.all(viewer, { since: addMonths(viewer.today, -12) });
  const actions = found.map(({ id, text, doneAt, people }) => ({
    id,
    text,
    doneOn: dayOf(doneAt, viewer.zone),
    people: doers(viewer, people),
  }));
  return { count: found[0]?.total ?? 0, actions };
}

export interface Past {
  id: string;
  kind: "dream" | "goal";
  text: string;
  /** A day in the group's zone. */
  on: string;
  can: { takeUp: boolean };
}

const fields = "coalesce(e.forId, e.authorId) AS ownerId";
/** The latest few of one sort, from the index of when: after twenty years no more is read than after one. */
const latestOf = (select: string, at: string) => `SELECT * FROM (${select} ORDER BY ${at} DESC LIMIT ${latest})`;
const ended = groupQuery<{ state: "joy" | "letGo"; kind: "dream" | "goal"; id: string; text: string; at: string; ownerId: string }>(
  `${[
    latestOf(
      `SELECT 'joy' AS state, 'dream' AS kind, d.id, d.text, d.cameTrueAt AS at, ${fields} FROM Dream d CROSS JOIN Entry e ON e.id = d.id
       WHERE d.groupId = @groupId AND d.cameTrueAt IS NOT NULL AND d.letGoAt IS NULL AND ${visible("e")}`,
      "d.cameTrueAt",
    ),
    latestOf(
      `SELECT 'joy', 'goal', g.id, g.text, g.reachedAt, ${fields} FROM Goal g CROSS JOIN Entry e ON e.id = g.id
       LEFT JOIN Dream d ON d.id = g.dreamId AND d.cameTrueAt IS NULL AND d.letGoAt IS NULL
       LEFT JOIN Entry de ON de.id = d.id AND ${visible("de")}
       WHERE g.groupId = @groupId AND g.reachedAt IS NOT NULL AND g.letGoAt IS NULL AND de.id IS NULL AND ${visible("e")}`,
      "g.reachedAt",
    ),
    latestOf(
      `SELECT 'letGo', 'dream', d.id, d.text, d.letGoAt, ${fields} FROM Dream d CROSS JOIN Entry e ON e.id = d.id
       WHERE d.groupId = @groupId AND d.letGoAt IS NOT NULL AND ${visible("e")}`,
      "d.letGoAt",
    ),
    latestOf(
      `SELECT 'letGo', 'goal', g.id, g.text, g.letGoAt, ${fields} FROM Goal g CROSS JOIN Entry e ON e.id = g.id
       WHERE g.groupId = @groupId AND g.letGoAt IS NOT NULL AND ${visible("e")}`,
      "g.letGoAt",
    ),
  ].join(" UNION ALL ")} ORDER BY at DESC`,
);

/**
 * The latest dreams that came true and goals that were reached (but for those that stand under an open dream), and the
 * latest of what was let go.
 */
export function whatCameOfIt(viewer: MemberViewer): { joys: Past[]; letGo: Past[] } {
  const found = ended.all(viewer);
  const past = (state: string): Past[] =>
    found
      .filter((one) => one.state === state)
      .slice(0, latest)
      .map(({ id, kind, text, at, ownerId }) => ({
        id,
        kind,
        text,
        on: dayOf(at, viewer.zone),
        can: { takeUp: mayTakeUp(viewer, kind, state === "letGo", [ownerId]) },
      }));
  return { joys: past("joy"), letGo: past("letGo") };
}

/** What was pressed a moment ago, to say so and to offer the way back. */
export interface Just {
  id: string;
  kind: "dream" | "goal" | "action";
  text: string;
  state: "done" | "letGo";
  can: { takeUp: boolean };
}

const pressed = groupQuery<{ kind: Just["kind"]; text: string; doneAt: string | null; letGoAt: string | null; about: string }>(
  `SELECT e.kind, coalesce(d.text, g.text, a.text) AS text, coalesce(d.cameTrueAt, g.reachedAt, a.doneAt) AS doneAt,
       coalesce(d.letGoAt, g.letGoAt, a.letGoAt) AS letGoAt,
       coalesce(e.forId, e.authorId) || coalesce((SELECT group_concat(',' || am.memberId, '') FROM ActionMember am WHERE am.actionId = a.id), '') AS about
     FROM Entry e LEFT JOIN Dream d ON d.id = e.id LEFT JOIN Goal g ON g.id = e.id LEFT JOIN Action a ON a.id = e.id
     WHERE e.id = @id AND e.groupId = @groupId AND e.kind IN ('dream', 'goal', 'action') AND ${visible("e")}`,
);

/** @param id from the address, so it may be anything @returns null unless it is done or let go, and this viewer may see it */
export function justNow(viewer: MemberViewer, id: string): Just | null {
  const found = pressed.first(viewer, { id });
  if (!found || !(found.doneAt || found.letGoAt)) return null;
  const { kind, text, letGoAt, about } = found;
  return {
    id,
    kind,
    text,
    state: letGoAt ? "letGo" : "done",
    can: { takeUp: mayTakeUp(viewer, kind, letGoAt !== null, about.split(",")) },
  };
}

function mayTakeUp(viewer: MemberViewer, kind: Just["kind"], letGo: boolean, about: string[]): boolean {
  const done = { dream: "dream.comeTrue", goal: "goal.reach", action: "action.done" } as const;
  return may(viewer, letGo ? "entry.change" : done[kind], about);
}
