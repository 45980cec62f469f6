import type { Actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import { type Dream, type Face, type Goal, self, standingFor } from "./chronicle";
import { actionEnds, actionOf, dreamEnds, dreamOf, goalEnds, goalOf } from "./dreams-and-support";
import { facilitatorOn, type Life, thereOn } from "./living";
import { doings, endings } from "./words-doing";
import { dreamsWithGoals, goalsAlone } from "./words-dreams";

/** A goal, and from which day until which it is worked at. */
interface Lasting {
  goal: Goal;
  from: number;
  until: number;
  audience: Audience;
}

/** Dreams that came true or were let go, goals on the way, and what people promised each other month after month. */
export function lifePlan(life: Life): void {
  const { chance, last } = life;
  const goals: Lasting[] = [];
  const dreams = chance.some(dreamsWithGoals, dreamsWithGoals.length);
  for (let from = chance.between(130, 190); from < last; from += chance.between(180, 520)) {
    const [text, steps] = dreams.pop() ?? chance.pick(dreamsWithGoals);
    goals.push(...dreamed(life, from, text, steps));
  }
  for (let from = chance.between(160, 400); from < last; from += chance.between(300, 700))
    goals.push(aimed(life, from, from + chance.between(90, 600), null, chance.pick(goalsAlone), audienceOf(life)));
  for (let from = 120; from < last - 1; from += 30) {
    const many = chance.between(6, 16);
    for (let count = 0; count < many; count += 1) promised(life, from + chance.between(1, 29), goals);
  }
}

function dreamed(life: Life, from: number, text: string, steps: string[]): Lasting[] {
  const { chance, chronicle, last, at } = life;
  const audience = audienceOf(life);
  const until = from + chance.between(300, 1900);
  const dream = dreamOf(chronicle, at(from), writerOf(life, from), text, audience);
  const goals = chance.some(steps, chance.between(2, 5)).flatMap((step, index) => {
    const begin = from + 10 + index * chance.between(20, 150);
    return begin < Math.min(until, last)
      ? [aimed(life, begin, Math.min(begin + chance.between(60, 500), until), dream, step, audience)]
      : [];
  });
  if (until <= last) dreamEnds(chronicle, at(until), self(life.central), dream, chance.percent(58) ? "cameTrue" : "letGo");
  return goals;
}

function aimed(life: Life, from: number, until: number, dream: Dream | null, text: string, audience: Audience): Lasting {
  const { chance, chronicle, last, at } = life;
  const goal = goalOf(chronicle, at(from), writerOf(life, from), dream, text, audience);
  if (until <= last) goalEnds(chronicle, at(until), writerOf(life, until), goal, chance.percent(72) ? "reached" : "letGo");
  return { goal, from, until, audience };
}

function promised(life: Life, on: number, goals: Lasting[]): void {
  const { chance, chronicle, last, at, day } = life;
  if (on > last) return;
  const there = thereOn(life, on).filter((stay) => stay.role !== "professional" || chance.percent(10));
  const who = chance.some(there, chance.percent(20) ? 2 : 1).map((stay) => stay.face);
  const first = who[0];
  if (!first) return;
  const under = goals.filter((one) => one.from < on && one.until > on);
  const lasting = under.length > 0 && chance.percent(65) ? chance.pick(under) : null;
  const due = chance.percent(80) ? on + chance.between(7, 60) : null;
  const action = actionOf(chronicle, at(on), askerOf(life, on, first), {
    ...{ goal: lasting?.goal ?? null, text: doingOf(life), who },
    ...{ dueOn: due === null ? null : day(due), audience: lasting?.audience ?? audienceOf(life) },
  });
  // Most is done around its day; a little stays open for long, as it does in life.
  const end = on + (chance.percent(97) ? chance.between(2, 45) : chance.between(60, 160));
  if (end > last) return;
  const gone = chance.percent(7);
  const there2 = thereOn(life, end).some((stay) => stay.face === first);
  actionEnds(chronicle, at(end), there2 && !gone ? self(first) : self(facilitatorOn(life, end)), action, gone ? "letGo" : "done");
}

function doingOf({ chance }: Life): string {
  const [begin, ends] = chance.pick(doings);
  const text = `${begin} ${chance.pick(ends)}`;
  return chance.percent(30) ? `${text}, ${chance.pick(endings)}` : text;
}

function writerOf(life: Life, day: number): Actor {
  const { chance, central, assistant } = life;
  if (chance.percent(50)) return self(central);
  return chance.percent(35) ? standingFor(assistant, central) : self(facilitatorOn(life, day));
}

function askerOf(life: Life, day: number, first: Face): Actor {
  return life.chance.percent(45) && first !== life.central ? self(first) : writerOf(life, day);
}

/** For whom something is. Mostly the network, as it stands in the form. */
export function audienceOf({ chance }: Life): Audience {
  if (chance.percent(84)) return "network";
  return chance.percent(60) ? "everyone" : chance.percent(60) ? "facilitators" : "me";
}
