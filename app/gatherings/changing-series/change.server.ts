import { hashOf } from "~/platform/secrets.server";
import { addMonths } from "~/platform/wall-clock";
import { slots } from "../recurrence";
import { nextTimes } from "../series-days";
import { filledMonths } from "../standing.server";
import { isTold, type Usual, usualOf } from "../usual";
import type { WhatBecomes } from "./what-becomes";
import type { WhatComesBack } from "./what-comes-back";

/** How a series goes on: when it meets, and what it says of each. Wall-clock times. */
export interface GoesOn extends Usual {
  rule: string;
  firstLocal: string;
  endsOn: string | null;
}

/** A series as it stands. */
export interface SeriesNow extends GoesOn {
  id: string;
  filledTo: string;
  version: number;
}

/** How a series goes on from a day, to where it stands, and what becomes of each gathering. `anew`: some come to be as they stood once. */
export interface Change extends WhatBecomes, Partial<Pick<WhatComesBack, "anew">>, GoesOn {
  filledTo: string;
  /** The next times, six at most. */
  days: string[];
  /** Whether there is something to hear of it for who comes, and whether anything at all is another. */
  tells: boolean;
  changes: boolean;
  /** One takes part online with another link. */
  relinked: boolean;
  /** Says which change this is: another when something else stands by now. */
  print: string;
}

/** To where a series stands that goes on from a time: as far as it stood. The job that fills it goes on from there. */
export function filledFrom({ filledTo }: SeriesNow, firstLocal: string): string {
  const first = firstLocal.slice(0, 10);
  return filledTo > first ? filledTo : addMonths(first, filledMonths);
}

/** When a series meets, as far as it stands. @param from the first day asked for, when that is a later one than its first */
export function timesOf(
  { rule, firstLocal, endsOn }: Pick<GoesOn, "rule" | "firstLocal" | "endsOn">,
  filledTo: string,
  from = firstLocal,
): string[] {
  return slots(rule, firstLocal, { from, to: endsOn && endsOn < filledTo ? endsOn : filledTo, limit: 1000 });
}

/** The change of a series that goes on like this, with what becomes of its gatherings. */
export function changeTo(series: SeriesNow, goingOn: GoesOn, filledTo: string, becomes: WhatBecomes & Partial<WhatComesBack>): Change {
  const { rule, firstLocal, endsOn } = goingOn;
  const { becoming, off, gone, fresh, anew = [] } = becomes;
  const moves = off.length + gone.length + fresh.length + anew.length > 0 || becoming.some(({ changed }) => changed);
  const tells = moves || rule !== series.rule || endsOn !== series.endsOn || isTold(series, goingOn);
  return {
    ...{ ...becomes, rule, firstLocal, endsOn, ...usualOf(goingOn), filledTo },
    ...{ tells, changes: tells || goingOn.about !== series.about || goingOn.answerDays !== series.answerDays },
    days: nextTimes(goingOn),
    relinked: goingOn.online !== series.online,
    print: hashOf(JSON.stringify([rule, firstLocal, endsOn, usualOf(goingOn), becomes])).slice(0, 16),
  };
}
