import { firstFit, type Rhythm, ruleOf } from "~/gatherings/recurrence";
import { addDays, weekdayOf } from "~/platform/wall-clock";
import type { BackThen } from "./back-then";
import { chanceFrom } from "./chance";
import { type Chronicle, type Face, self, standingFor } from "./chronicle";
import { janAlong } from "./jan-along";
import type { JanPeople } from "./jan-people";
import { type Answer, answers, callsOff, comesAlways, type Gathering, seriesOf } from "./meeting";
import { inTheGroup } from "./people-come-and-go";
import { reasons, yesWords } from "./words-answers";

const DAY = 86_400_000;

/** Six weekly at Rita's, then once a month, and since Jan has his own home once a month there. */
export function janGatherings(chronicle: Chronicle, back: BackThen, people: JanPeople): void {
  const { today } = back;
  const sundays: Rhythm = { kind: "weeks", every: 6, weekday: 7 };
  const tuesdays = monthlyOn(nextTuesday(today));
  const plan = (rhythm: Rhythm, from: string, time: string, endsOn: string | null) => {
    const firstLocal = firstFit(rhythm, from, time);
    if (!firstLocal) throw new Error(`no first date from ${from}`);
    return { rule: ruleOf(rhythm, firstLocal), firstLocal, endsOn };
  };
  const earlier = seriesOf(chronicle, back.at(74), self(people.sofie), today, {
    ...plan(sundays, back.day(73, 15), "15:00", back.day(36, 5)),
    ...{ minutes: 150, place: "bij Rita thuis", about: "", follows: null },
  });
  const between = seriesOf(chronicle, back.at(36, -2), self(people.mia), today, {
    ...plan(tuesdays, back.day(35, 20), "19:30", back.day(24, 1)),
    ...{ minutes: 120, place: "bij Rita thuis", follows: earlier.series },
  });
  const now = seriesOf(chronicle, back.at(24, 2), self(people.mia), today, {
    ...plan(tuesdays, back.day(24), "19:30", null),
    ...{ minutes: 120, place: "bij Jan thuis", follows: between.series },
    ...{ online: "https://meet.example.org/KringVanJan", answerDays: 2 },
  });
  const past = [...earlier.gatherings, ...between.gatherings, ...now.gatherings].filter((one) => one.startsAt < back.now);
  pastAnswers(chronicle, back, people, past);
  const next = now.gatherings.find((one) => one.startsAt > back.now);
  if (!next) throw new Error("no next gathering");
  next.about = "We praten over werken met dieren.";
  next.version = 2;
  nextAnswers(chronicle, back, people, next);
  const later = now.gatherings.filter((one) => one.startsAt > next.startsAt);
  for (const face of [people.rita, people.tom]) comesAlways(chronicle, back.at(0, 1, "19:10"), face, now.series, later);
  janAlong(chronicle, back, people, next);
}

/** The Tuesday of two to eight days from now. */
function nextTuesday(today: string): string {
  let day = addDays(today, 2);
  while (weekdayOf(day) !== 2) day = addDays(day, 1);
  return day;
}

/** Every month on the Tuesday that this is: the first, …, the fourth or the last. */
function monthlyOn(tuesday: string): Rhythm {
  const nth = Math.ceil(Number(tuesday.slice(8)) / 7);
  return { kind: "months", every: 1, weekday: 2, nth: nth > 4 ? -1 : (nth as 1 | 2 | 3 | 4) };
}

function pastAnswers(chronicle: Chronicle, back: BackThen, people: JanPeople, past: Gathering[]): void {
  const chance = chanceFrom(1306);
  for (const [index, gathering] of past.entries()) {
    const start = Date.parse(gathering.startsAt);
    const offDays = index === 9 || index === 27 || index === 45;
    if (offDays) {
      const by = start > Date.parse(back.at(36)) ? people.mia : people.hilde;
      callsOff(chronicle, new Date(start - 2 * DAY).toISOString(), self(by), gathering);
    }
    for (const face of inTheGroup(chronicle, gathering.startsAt)) {
      if (!chance.percent(face.id === people.jan.id ? 97 : 84)) continue;
      const often = usually(face, people);
      const answer: Answer = chance.percent(often) ? "yes" : chance.percent(80) ? "no" : "maybe";
      const word = answer === "yes" ? (chance.percent(12) ? chance.pick(yesWords) : "") : chance.percent(60) ? chance.pick(reasons) : "";
      const day = addDays(gathering.startLocal.slice(0, 10), -chance.between(3, 12));
      const at = `${day}T${chance.between(10, 19)}:${chance.between(10, 59)}:00.000Z`;
      const by = face.mail ? face : people.jan;
      if (at > face.createdAt) answers(chronicle, at, self(by), gathering, face, answer, word);
    }
  }
}

/** How often, of a hundred times, somebody comes. */
function usually(face: Face, { jan, rita, mia, hilde, an, els }: JanPeople): number {
  if (face === jan) return 99;
  if (face === rita || face === mia || face === hilde) return 94;
  return face === an || face === els ? 55 : 76;
}

function nextAnswers(chronicle: Chronicle, back: BackThen, people: JanPeople, next: Gathering): void {
  const say = (face: Face, days: number, time: string, answer: Answer, word = "", by = self(face)) =>
    answers(chronicle, back.at(0, days, time), by, next, face, answer, word);
  say(people.jan, 6, "17:30", "yes", "Ik maak soep.", standingFor(people.rita, people.jan));
  say(people.rita, 6, "17:32", "yes");
  say(people.mia, 6, "20:45", "yes");
  say(people.fatima, 5, "12:20", "yes", "Ik breng koekjes mee.");
  say(people.noor, 4, "18:05", "yes");
  say(people.luc, 3, "09:15", "maybe", "Ik moet eerst naar de tandarts.");
  say(people.greet, 2, "16:40", "no", "Ik ben bij mijn dochter.", self(people.mia));
  say(people.an, 2, "21:10", "no", "Ik heb avonddienst. Bel mij erna.");
  say(people.tom, 1, "18:50", "yes");
}
