import { carriedOn, type Usual } from "../usual";
import { becomes, type Standing, sortOut, type WhatBecomes } from "./what-becomes";

/** A gathering as it stood before its series changed. Wall-clock times. */
export interface Stood extends Usual {
  id: string;
  slotLocal: string;
  startLocal: string;
}

/** One as it stands since. */
export interface StandsSince extends Standing {
  /** When that change called it off, and it still is. An instant in UTC. */
  fell: string | null;
}

/** What a change that is undone comes down to. */
export interface WhatComesBack extends WhatBecomes {
  /** Those of which nothing was left: they come anew, as they stood. */
  anew: Stood[];
  /** The moment at which it stood is past by now: it stays where it is. */
  staying: Standing[];
}

interface Undone {
  /** Those that have not begun: of the series as it is now, and of the one that ended with the change. */
  rows: readonly StandsSince[];
  /** What the change took along or called off; and what it left nothing of. */
  stood: readonly Stood[];
  gone: readonly Stood[];
  before: Usual;
  after: Usual;
  /** When the series met as it was: what of it is to come, as far as it stands. */
  times: readonly string[];
  /** Now, on the clock of the series. */
  nowLocal: string;
}

/**
 * What becomes of the gatherings of a series when it goes on as it was before a change. Each goes back to where it stood, in
 * what the change made of it: what was chosen by hand since stays so. What that change called off goes on, and what it
 * added falls away.
 */
export function whatComesBack({ rows, stood, gone, before, after, times, nowLocal }: Undone): WhatComesBack {
  const stoodOf = new Map(stood.map((one) => [one.id, one]));
  const here = new Set(rows.map(({ id }) => id));
  // What has begun since was the gathering of that turn.
  const held = new Set(stood.filter(({ id }) => !here.has(id)).map(({ slotLocal }) => slotLocal));
  const free = new Set(times.filter((time) => !held.has(time)));
  const pairs = pairsOf(rows, stoodOf, free, nowLocal);
  // Also what was not where the rule says: it was off, and went on after all.
  const anew = gone.filter((one) => isToCome(one, nowLocal) && !held.has(one.slotLocal) && ![...pairs.values()].includes(one.slotLocal));
  for (const { slotLocal } of anew) free.delete(slotLocal);
  const becoming = rows.flatMap((row) => {
    const slotLocal = pairs.get(row.id);
    const was = stoodOf.get(row.id);
    if (!slotLocal) return [];
    if (!was) return [becomes(row, { slotLocal, startLocal: goesAlong(row, slotLocal), ...carriedOn(row, after, before) })];
    const made = carriedOn(was, before, after);
    const startLocal = row.startLocal === goesAlong(was, row.slotLocal) ? was.startLocal : row.startLocal;
    const one = becomes(row, { slotLocal, startLocal, ...carriedOn(row, made, was) });
    return [row.fell ? { ...one, changed: true, goesOn: row.fell } : one];
  });
  const left = rows.filter(({ id }) => !pairs.has(id));
  const added = left.filter(({ id }) => !stoodOf.has(id));
  const staying = left.filter(({ id, cancelled }) => stoodOf.has(id) && !cancelled);
  return { becoming, ...sortOut(added, after), anew, fresh: [...free], staying };
}

/** Which gathering gets which place in the series: its own, and what the change added one that is nobody's on its day. */
function pairsOf(rows: readonly StandsSince[], stoodOf: ReadonlyMap<string, Stood>, free: Set<string>, nowLocal: string) {
  const pairs = new Map<string, string>();
  for (const { id } of rows) {
    const was = stoodOf.get(id);
    if (was && isToCome(was, nowLocal)) pairs.set(id, was.slotLocal);
    if (was) free.delete(was.slotLocal);
  }
  for (const { id, slotLocal } of rows) {
    if (pairs.has(id)) continue;
    const same = [...free].find((time) => time.slice(0, 10) === slotLocal.slice(0, 10));
    if (same && free.delete(same)) pairs.set(id, same);
  }
  return pairs;
}

/** Whether it is still to come as it stood: in its place, or put off by hand to another day. */
function isToCome({ slotLocal, startLocal }: Stood, nowLocal: string): boolean {
  return slotLocal > nowLocal || startLocal > nowLocal;
}

/** When one is that goes to a place in its series: there, unless its moment was chosen by hand. */
function goesAlong({ slotLocal, startLocal }: Pick<Stood, "slotLocal" | "startLocal">, to: string): string {
  return startLocal === slotLocal ? to : startLocal;
}
