import { firstFit, type Rhythm, ruleOf } from "~/gatherings/recurrence";
import { addDays } from "~/platform/wall-clock";
import type { Chance } from "./chance";
import { self, standingFor } from "./chronicle";
import { facilitatorOn, type Life, type Stay, thereOn } from "./living";
import { answers, callsOff, type Gathering, gatheringOf, type Series, seriesOf } from "./meeting";
import { reasons, yesWords } from "./words-answers";
import { abouts, parties, places } from "./words-doing";

/** Series that follow each other, each with its own rhythm, and a feast now and then; with who answered what. */
export function lifeGatherings(life: Life, today: string): void {
  const { chance, last, day, at, chronicle } = life;
  const all: Gathering[] = [];
  let follows: Series | null = null;
  for (let from = 110; from < last; ) {
    const length = chance.between(500, 2100);
    const endsOn: string | null = from + length < last - 60 ? day(from + length) : null;
    const rhythm = rhythmOf(chance);
    const firstLocal = firstFit(rhythm, day(from), chance.pick(["10:00", "14:00", "18:30", "19:00", "19:30", "20:00"]));
    const by = self(facilitatorOn(life, from));
    if (firstLocal && (!endsOn || firstLocal < endsOn)) {
      const place = chance.percent(70) ? `bij ${(chance.percent(70) ? life.central : life.assistant).name} thuis` : chance.pick(places);
      const plan = { rule: ruleOf(rhythm, firstLocal), firstLocal, minutes: chance.pick([90, 120, 120, 150]), place, endsOn, follows };
      const planned = seriesOf(chronicle, at(Math.min(from - 1, last)), by, today, plan);
      follows = planned.series;
      all.push(...planned.gatherings);
    }
    from += length + 1;
  }
  for (let feast = chance.between(150, 300); feast < last; feast += chance.between(120, 320)) {
    const when = { startLocal: `${day(feast)}T15:00`, minutes: 240, place: `bij ${life.assistant.name}`, about: chance.pick(parties) };
    all.push(gatheringOf(chronicle, at(feast - 30), self(facilitatorOn(life, feast - 30)), when));
  }
  const next = all.find((one) => one.startLocal.slice(0, 10) > today);
  for (const gathering of all) {
    const on = gathering.startLocal.slice(0, 10);
    if (on > today && gathering !== next) continue;
    if (chance.percent(15)) gathering.about ||= chance.pick(abouts);
    answersTo(life, gathering, dayCount(life, on));
  }
}

function dayCount({ day }: Life, text: string): number {
  return Math.round((Date.parse(text) - Date.parse(day(0))) / 86_400_000);
}

function rhythmOf(chance: Chance): Rhythm {
  const weekday = chance.between(1, 7);
  const nth = chance.pick([1, 2, 3, 4, -1] as const);
  const notIn = chance.percent(30) ? [7, 8] : undefined;
  return chance.pick<Rhythm>([
    { kind: "weeks", every: 1, weekday, notIn },
    { kind: "weeks", every: 2, weekday },
    { kind: "weeks", every: 3, weekday },
    { kind: "weeks", every: 6, weekday },
    { kind: "months", every: 1, nth, weekday, notIn },
    { kind: "months", every: 1, nth, weekday, notIn },
    { kind: "months", every: 2, nth, weekday },
    { kind: "months", every: 3, nth, weekday },
    { kind: "month-day", every: 1, day: chance.between(1, 28), notIn },
  ]);
}

function answersTo(life: Life, gathering: Gathering, on: number): void {
  const { chance, chronicle, last, at, day } = life;
  const off = chance.percent(5) && on - 1 <= last;
  // Nearly nobody came: it was forgotten, or it snowed.
  const missed = chance.percent(4);
  for (const stay of thereOn(life, Math.min(on, last))) {
    const before = Math.min(on - chance.between(1, 12), last);
    if (before <= stay.from || day(before) <= gathering.createdAt.slice(0, 10) || !chance.percent(missed ? 25 : 78)) continue;
    const comes = chance.percent(missed ? 15 : usually(stay));
    const answer = comes ? "yes" : chance.percent(82) ? "no" : "maybe";
    const word = comes ? (chance.percent(8) ? chance.pick(yesWords) : "") : chance.percent(45) ? chance.pick(reasons) : "";
    const forThem = stay.role === "central" && chance.percent(30) ? standingFor(life.assistant, life.central) : self(stay.face);
    const by = stay.face.mail ? forThem : self(life.central);
    answers(chronicle, at(before), by, gathering, stay.face, answer, word);
  }
  if (off && addDays(gathering.startLocal.slice(0, 10), -1) > gathering.createdAt)
    callsOff(chronicle, at(on - 1), self(facilitatorOn(life, on - 1)), gathering);
}

/** How often, of a hundred times, somebody comes. */
function usually({ role }: Stay): number {
  if (role === "central") return 97;
  if (role === "facilitator") return 94;
  return role === "professional" ? 50 : 72;
}
