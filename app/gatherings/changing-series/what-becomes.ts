import { daysBetween } from "~/platform/wall-clock";
import { asksAgain } from "../asking-again";
import { carriedOn, isTold, type Usual } from "../usual";

/** A gathering of the series that has not begun, as it stands. Wall-clock times. */
export interface Standing extends Usual {
  id: string;
  slotLocal: string;
  startLocal: string;
  cancelled: boolean;
  /** For which pause it is off. */
  pauseId: string | null;
  /** Somebody answered it, or was asked to by mail. */
  touched: boolean;
}

/** The same as it will stand. */
interface Becoming extends Usual {
  id: string;
  slotLocal: string;
  startLocal: string;
  /** It is at another moment: on the clock of the circle as that is now. */
  moves: boolean;
  /** Calendars and people have something new to hear of it. */
  changed: boolean;
  /** Who answered is asked again. */
  asks: boolean;
  /** As it stood: somebody counted on it, it was off, and for which pause. */
  touched: boolean;
  cancelled: boolean;
  pauseId: string | null;
  /** It was off, and goes on: since when it was. An instant in UTC. */
  goesOn?: string;
}

/** What a change of a series comes down to. */
export interface WhatBecomes {
  becoming: Becoming[];
  /** They fall away, and somebody counted on them: they stay to be seen, and are off. */
  off: Standing[];
  /** They fall away, and nobody counted on them. */
  gone: Standing[];
  /** Times at which there is a gathering where there was none. */
  fresh: string[];
}

/**
 * What becomes of the gatherings of a series when it goes on as said: each keeps to its own day where the new rhythm has it,
 * else to the nearest new day that is nobody's. What was changed by hand stays so: a moment, a place, a length, a subject, a link, until when one lets it know.
 * @param rows those that have not begun, from the change on, in order
 * @param times when the series meets from then on, as far as it stands; none when it ends
 */
export function whatBecomes(rows: readonly Standing[], before: Usual, after: Usual, times: readonly string[]): WhatBecomes {
  const pairs = pairsOf(rows, times);
  const taken = new Set(pairs.values());
  const left = rows.filter(({ id }) => !pairs.has(id));
  return {
    becoming: rows.flatMap((row) => {
      const slotLocal = pairs.get(row.id);
      if (!slotLocal) return [];
      const startLocal = row.startLocal === row.slotLocal ? slotLocal : row.startLocal;
      return [becomes(row, { slotLocal, startLocal, ...carriedOn(row, before, after) })];
    }),
    ...sortOut(left, before),
    fresh: times.filter((time) => !taken.has(time)),
  };
}

/** What falls away of a series: off where somebody counted on it, else gone. What is off already, stays as it is. */
export function sortOut(left: readonly Standing[], { about }: Usual): Pick<WhatBecomes, "off" | "gone"> {
  const counts = (row: Standing) => row.touched || row.startLocal !== row.slotLocal || row.about !== about;
  const on = left.filter(({ cancelled }) => !cancelled);
  return { off: on.filter(counts), gone: on.filter((row) => !counts(row)) };
}

/** Which gathering gets which time: its own day first, then the nearest that is free within half of what lies between two. */
function pairsOf(rows: readonly Standing[], times: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  const byDay = new Map(times.map((time) => [time.slice(0, 10), time]));
  for (const { id, slotLocal } of rows) {
    const same = byDay.get(slotLocal.slice(0, 10));
    if (same) pairs.set(id, same);
  }
  const taken = new Set(pairs.values());
  const free = new Set(times.filter((time) => !taken.has(time)));
  const far = farthest(times);
  const near = rows
    .filter(({ id, cancelled }) => !pairs.has(id) && !cancelled)
    .flatMap((row) => [...free].map((time) => ({ row, time, days: Math.abs(daysBetween(row.slotLocal.slice(0, 10), time.slice(0, 10))) })))
    .filter(({ days }) => days <= far)
    .sort((one, other) => one.days - other.days || (one.time < other.time ? -1 : 1));
  for (const { row, time } of near) {
    if (pairs.has(row.id) || !free.has(time)) continue;
    pairs.set(row.id, time);
    free.delete(time);
  }
  return pairs;
}

function farthest(times: readonly string[]): number {
  const days = times.map((time) => time.slice(0, 10));
  const between = days.slice(1).map((day, place) => daysBetween(days[place] ?? day, day));
  return Math.floor(Math.min(...between, 60) / 2);
}

/** A gathering as it will stand: what of it is another then. */
export function becomes(
  { id, touched, cancelled, pauseId, ...row }: Standing,
  will: Usual & { slotLocal: string; startLocal: string },
): Becoming {
  const moves = will.startLocal !== row.startLocal;
  const asks = asksAgain(row.startLocal, will.startLocal);
  return { id, ...will, moves, changed: moves || isTold(row, will), asks, touched, cancelled, pauseId };
}
