import { newAction } from "~/plan/promising-an-action.server";
import { newGoal } from "~/plan/setting-a-goal.server";
import { newDream } from "~/plan/writing-a-dream.server";
import type { Actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import type { Domain } from "~/support/domains";
import { newSupport } from "~/support/noting-support.server";
import { type Action, type Chronicle, type Dream, type Face, type Goal, keep, occasionOf, type Support, tellOf } from "./chronicle";

/** A dream is written down. */
export function dreamOf(chronicle: Chronicle, at: string, by: Actor, text: string, audience: Audience): Dream {
  const { dream, rows } = newDream(occasionOf(chronicle, at), by, { text, audience });
  keep(chronicle, rows);
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
  const { goal, rows } = newGoal(occasionOf(chronicle, at), by, { text, dreamId: dream?.id ?? null, audience });
  keep(chronicle, rows);
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
  const { action, rows } = newAction(occasionOf(chronicle, at), by, { text, goalId: goal?.id ?? null, dueOn, audience }, who);
  keep(chronicle, rows);
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
  domain: Domain;
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
  const member = typeof who === "string" ? null : who;
  const service = typeof who === "string" ? who : (noted.service ?? null);
  const form = { memberId: member?.id ?? null, service, what, domain, paid, since, until: null, audience };
  const { support, rows } = newSupport(occasionOf(chronicle, at), by, form, member?.name ?? service ?? "");
  keep(chronicle, rows);
  return support;
}

/** Support ends on a day. */
export function supportEnds(chronicle: Chronicle, at: string, by: Actor, support: Support, who: string, until: string): void {
  support.until = until;
  tellOf(chronicle, at, by, "supportEnded", { what: support.what, who }, { entryId: support.id });
}
