import { dayOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import type { MemberViewer } from "~/policy/viewer.server";
import { most, type OpenAction, type OpenGoal, openActions, openDreams, openGoals } from "./what-is-open.server";
import { doneLately, justNow, whatCameOfIt } from "./what-was.server";

/**
 * The plan page: what is dreamt of, under it what is worked at, under that who does what. Something whose dream or goal
 * this viewer may not see stands alone, as if it had none. Five statements, and one more for what was pressed just now.
 * @param just id of what was pressed just now, from the address
 */
export function planOverview(viewer: MemberViewer, just: string | null = null) {
  const [dreams, goals, actions] = [openDreams(viewer), openGoals(viewer), openActions(viewer)];
  const cut = dreams.length > most.dreams || goals.length > most.goals || actions.length > most.actions;
  const shown = dreams.slice(0, most.dreams);
  const goalsUnder = grouped(goals.slice(0, most.goals), (goal) => goal.dreamId, new Set(shown.map((dream) => dream.id)));
  const open = new Set(goals.slice(0, most.goals).flatMap((goal) => (goal.reachedAt ? [] : [goal.id])));
  const actionsUnder = grouped(actions.slice(0, most.actions), (action) => action.goalId, open);

  const withCan = ({ ownerId, ...action }: OpenAction) => {
    const about = [ownerId, ...action.people.map((person) => person.id)];
    return { ...action, can: { done: may(viewer, "action.done", about), change: may(viewer, "entry.change", about) } };
  };
  const withActions = ({ ownerId, reachedAt, ...goal }: OpenGoal) => ({
    ...goal,
    reached: reachedAt !== null,
    actions: (actionsUnder.get(goal.id) ?? []).map(withCan),
    can: { reach: may(viewer, "goal.reach", ownerId), change: may(viewer, "entry.change", ownerId) },
  });
  return {
    dreams: shown.map(({ ownerId, createdAt, ...dream }) => ({
      ...dream,
      since: dayOf(createdAt, viewer.zone),
      goals: (goalsUnder.get(dream.id) ?? []).map(withActions),
      can: { comeTrue: may(viewer, "dream.comeTrue", ownerId), change: may(viewer, "entry.change", ownerId) },
    })),
    goals: (goalsUnder.get(null) ?? []).filter((goal) => !goal.reachedAt).map(withActions),
    actions: (actionsUnder.get(null) ?? []).map(withCan),
    done: doneLately(viewer),
    ...whatCameOfIt(viewer),
    just: just ? justNow(viewer, just) : null,
    cut,
    can: { writeDream: may(viewer, "dream.write"), setGoal: may(viewer, "goal.write"), promise: may(viewer, "action.write") },
  };
}

export type PlanOverview = ReturnType<typeof planOverview>;
export type DreamShown = PlanOverview["dreams"][number];
export type GoalShown = PlanOverview["goals"][number];
export type ActionShown = PlanOverview["actions"][number];

/** Rows by what they hang under; null for those that stand alone, or hang under what is not on the page. */
function grouped<Row>(all: Row[], under: (row: Row) => string | null, known: ReadonlySet<string>): Map<string | null, Row[]> {
  const groups = new Map<string | null, Row[]>();
  for (const row of all) {
    const parent = under(row);
    const place = parent !== null && known.has(parent) ? parent : null;
    groups.set(place, [...(groups.get(place) ?? []), row]);
  }
  return groups;
}
