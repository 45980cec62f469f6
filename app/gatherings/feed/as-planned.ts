import { minutesAfter } from "~/platform/clock.server";
import { addDays, addMinutes, isSetOn, isShownOnce, localOf } from "~/platform/wall-clock";
import { slots } from "../recurrence";
import type { FedGathering, FedSeries, Feeding } from "./fed";

/** How the gatherings of a series stand beside its rule. */
export interface AsPlanned {
  /** Within the series, and not as the rule says: moved, elsewhere, off, or answered otherwise than the whole of it. */
  others: FedGathering[];
  /** The times of the rule at which there is none; null when there is none at all of those that it says. */
  without: string[] | null;
  /** Of this series once, and so far from their place in it that they are events of their own. */
  apart: FedGathering[];
}

/** Beyond what stands already, so many times more are looked at, for one that was moved past them. */
const ahead = 2;

/**
 * Compares what stands with what the rule says. Where a gathering was moved onto the day of another of its series, or past
 * it, Outlook does not take it as one of a series; and of an hour that the clock skips or shows twice, calendars do not agree
 * when that is. Such a gathering is an event by itself, and its time in the rule is left out.
 */
export function asPlanned(
  series: FedSeries,
  own: readonly FedGathering[],
  { now, closed, byMail }: Pick<Feeding, "now" | "closed" | "byMail">,
): AsPlanned {
  const bySlot = new Map(own.map((gathering) => [gathering.slotLocal, gathering]));
  const said = timesOf(series);
  const next = closed ? [] : nextTimes(series);
  const standing = said.flatMap((slot) => bySlot.get(slot) ?? []).filter((gathering) => !isOver(gathering, now));
  const days = [...standing.map(({ startLocal }) => startLocal.slice(0, 10)), ...next.map((slot) => slot.slice(0, 10))];
  const inOrder = (place: number) => (days[place - 1] ?? "") < (days[place] ?? "") && (days[place] ?? "") < (days[place + 1] ?? "9");
  // A rule that comes to such an hour once, some calendars read wrongly for ever after.
  const unclear = said.some((slot) => !isShownOnce(slot, series.zone));
  const within = standing.filter(
    ({ slotLocal, startLocal, zone }, place) =>
      !unclear && isShownOnce(startLocal, zone) && (byMail || slotLocal === startLocal || inOrder(place)),
  );
  const there = new Set(within.map(({ slotLocal }) => slotLocal));
  // A row whose time the rule no longer says can't be an exception to it.
  const apart = own.filter((gathering) => !there.has(gathering.slotLocal) && !isOver(gathering, now));
  const without = said.filter((slot) => !there.has(slot));
  const nothing = unclear || (there.size === 0 && next.length === 0);
  return { others: within.filter((gathering) => differs(gathering, series, now)), without: nothing ? null : without, apart };
}

/** Off, and past: nobody needs to see it any more. */
const isOver = ({ cancelled, startsAt }: FedGathering, now: string) => cancelled && startsAt <= now;

function differs(gathering: FedGathering, series: FedSeries, now: string): boolean {
  const { startLocal, slotLocal, zone, minutes, place, online, cancelled, answer, startsAt } = gathering;
  const moved = startLocal !== slotLocal || zone !== series.zone || minutes !== series.minutes;
  const elsewhere = place !== series.place || online !== series.online;
  return moved || elsewhere || cancelled || (answer !== series.always && startsAt > now) || endsOddly(gathering);
}

/** In the night that a clock changes, an end on the clock is not as many minutes later, or is shown twice. */
function endsOddly({ startLocal, startsAt, minutes, zone }: FedGathering): boolean {
  const end = localOf(minutesAfter(startsAt, minutes), zone);
  if (![startLocal, end].some((local) => isSetOn(local.slice(0, 10), zone))) return false;
  return end !== addMinutes(startLocal, minutes) || !isShownOnce(end, zone);
}

/** All times that a rule says to a day, by the three. They never change, and calendars ask for the same ones each hour. Emptied when it is full. */
const remembered = new Map<string, readonly string[]>();
const mostRemembered = 200;

/** All times that the rule says, to where the series stands. */
function timesOf({ rule, firstLocal, filledTo, endsOn }: FedSeries): readonly string[] {
  const to = endsOn && endsOn < filledTo ? endsOn : filledTo;
  const key = `${rule} ${firstLocal} ${to}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const times = timesTo(rule, firstLocal, to);
  remembered.set(key, times);
  return times;
}

/** More than `slots` gives at once. */
function timesTo(rule: string, firstLocal: string, to: string): string[] {
  const found: string[] = [];
  for (;;) {
    const last = found.at(-1);
    const more = slots(rule, firstLocal, { from: last ? addDays(last.slice(0, 10), 1) : firstLocal, to, limit: 1000 });
    found.push(...more);
    if (more.length < 1000) return found;
  }
}

function nextTimes({ rule, firstLocal, filledTo, endsOn }: FedSeries): string[] {
  return slots(rule, firstLocal, { from: addDays(filledTo, 1), ...(endsOn && { to: endsOn }), limit: ahead });
}
