import type { Actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import { type Action, type Chronicle, type Dream, entryOf, type Face, type Goal, type Support, tellOf } from "./chronicle";

/** A dream is written down. */
export function dreamOf(chronicle: Chronicle, at: string, by: Actor, text: string, audience: Audience): Dream {
  const id = entryOf(chronicle, at, by, "dream", audience);
  const dream: Dream = { id, groupId: chronicle.groupId, text, cameTrueAt: null, letGoAt: null };
  chronicle.rows.Dream.push(dream);
  tellOf(chronicle, at, by, "dreamWritten", { text }, { entryId: id });
  return dream;
}

/** A dream comes true, or is let go. */
export function dreamEnds(chronicle: Chronicle, at: string, by: Actor, dream: Dream, how: "cameTrue" | "letGo"): void {
  if (how === "cameTrue") dream.cameTrueAt = at;
  else dream.letGoAt = at;
  tellOf(chronicle, at, by, how === "cameTrue" ? "dreamCameTrue" : "dreamLetGo", { text: dream.text }, { entryId: dream.id });
}

/** A goal is set, under a dream or by itself. */
export function goalOf(chronicle: Chronicle, at: string, by: Actor, dream: Dream | null, text: string, audience: Audience): Goal {
  const id = entryOf(chronicle, at, by, "goal", audience);
  const goal: Goal = { id, groupId: chronicle.groupId, dreamId: dream?.id ?? null, text, reachedAt: null, letGoAt: null };
  chronicle.rows.Goal.push(goal);
  tellOf(chronicle, at, by, "goalSet", { text }, { entryId: id });
  return goal;
}

/** A goal is reached, or let go. */
export function goalEnds(chronicle: Chronicle, at: string, by: Actor, goal: Goal, how: "reached" | "letGo"): void {
  if (how === "reached") goal.reachedAt = at;
  else goal.letGoAt = at;
  tellOf(chronicle, at, by, how === "reached" ? "goalReached" : "goalLetGo", { text: goal.text }, { entryId: goal.id });
}

interface Promised {
  goal: Goal | null;
  text: string;
  who: Face[];
  dueOn: string | null;
  audience: Audience;
}

/** Somebody promises to do something. */
export function actionOf(chronicle: Chronicle, at: string, by: Actor, { goal, text, who, dueOn, audience }: Promised): Action {
  const { rows, groupId } = chronicle;
  const id = entryOf(chronicle, at, by, "action", audience);
  const action: Action = { id, groupId, goalId: goal?.id ?? null, text, dueOn, doneAt: null, doneById: null, letGoAt: null };
  rows.Action.push(action);
  for (const face of who) rows.ActionMember.push({ actionId: id, memberId: face.id, groupId });
  tellOf(chronicle, at, by, "actionPromised", { text, names: who.map((face) => face.name) }, { entryId: id });
  return action;
}

/** What was promised is done, or let go. */
export function actionEnds(chronicle: Chronicle, at: string, by: Actor, action: Action, how: "done" | "letGo"): void {
  if (how === "done") {
    action.doneAt = at;
    action.doneById = by.byId;
  } else action.letGoAt = at;
  tellOf(chronicle, at, by, how === "done" ? "actionDone" : "actionLetGo", { text: action.text }, { entryId: action.id });
}

interface Supporting {
  /** A member, or the name of a service. */
  who: Face | string;
  what: string;
  domain: string;
  paid: boolean;
  /** Day from which it is there. */
  since: string;
  audience: Audience;
  /** A member that works for a service. */
  service?: string;
}

/** Support is noted. */
export function supportOf(chronicle: Chronicle, at: string, by: Actor, noted: Supporting): Support {
  const { who, what, domain, paid, since, audience } = noted;
  const { rows, groupId } = chronicle;
  const id = entryOf(chronicle, at, by, "support", audience);
  const member = typeof who === "string" ? null : who;
  const service = typeof who === "string" ? who : (noted.service ?? null);
  const support: Support = { id, groupId, memberId: member?.id ?? null, service, what, domain, paid, since, until: null };
  rows.Support.push(support);
  tellOf(chronicle, at, by, "supportNoted", { what, who: member?.name ?? service ?? "" }, { entryId: id });
  return support;
}

/** Support ends on a day. */
export function supportEnds(chronicle: Chronicle, at: string, by: Actor, support: Support, who: string, until: string): void {
  support.until = until;
  tellOf(chronicle, at, by, "supportEnded", { what: support.what, who }, { entryId: support.id });
}
