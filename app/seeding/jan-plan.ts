import type { Actor } from "~/policy/acting";
import type { Audience } from "~/policy/table";
import type { BackThen } from "./back-then";
import { type Chronicle, type Dream, type Goal, self, standingFor } from "./chronicle";
import { actionEnds, actionOf, dreamEnds, dreamOf, goalEnds, goalOf } from "./dreams-and-support";
import type { JanPeople } from "./jan-people";
import { type Done, doneAndDone, type Open, stillOpen } from "./jan-promises";

type DreamKey = "home" | "animals" | "sea" | "love" | "farm" | "cycling";
type Who = "jan" | "ritaForJan" | "mia" | "hilde";

/** Dream, months ago that it was written, by whom, for whom, and what became of it so many months ago. */
const dreams: [DreamKey, string, number, Who, Audience, ("cameTrue" | "letGo" | null)?, number?][] = [
  ["home", "Alleen wonen", 74, "ritaForJan", "everyone", "cameTrue", 24],
  ["farm", "Op een boerderij wonen", 70, "jan", "network", "letGo", 45],
  ["cycling", "Meerijden met de fietsclub", 38, "jan", "everyone", "cameTrue", 19],
  ["animals", "Werken met dieren", 30, "jan", "network"],
  ["love", "Een lief", 15, "jan", "me"],
  ["sea", "Een keer naar zee met vrienden", 10, "jan", "network"],
];

/** Goal, its dream, months ago that it was set, by whom, and when it was reached (or let go, when negative). */
const goals: [string, string, DreamKey | null, number, Who, number | null, Audience?][] = [
  ["cook", "Leren koken voor mezelf", "home", 66, "jan", 40],
  ["budget", "Zelf met mijn geld omgaan", "home", 46, "hilde", 34],
  ["house", "Een huis vinden niet ver van mama", "home", 48, "ritaForJan", 26, "everyone"],
  ["move", "Verhuizen en mijn huis inrichten", "home", 27, "mia", 23, "everyone"],
  ["bike", "Een fiets die bij mij past", "cycling", 37, "jan", 25],
  ["dog", "Elke week de hond van Luc uitlaten", "animals", 29, "jan", 14],
  ["stage", "Een stage in het dierenasiel", "animals", 12, "mia", null],
  ["vdab", "Een opleiding bij de VDAB", "animals", 6, "jan", null],
  ["weekend", "Een weekend kiezen in de lente", "sea", 8, "mia", null],
  ["fuif", "Naar plekken gaan waar ik mensen leer kennen", "love", 14, "jan", null, "me"],
  ["horse", "Paardrijden", null, 55, "jan", -44],
  ["bus", "Alleen met de bus naar Tine", null, 9, "ritaForJan", 0, "everyone"],
];

/** What Jan dreams of, what he wants to reach, and who promised what, through six years. */
export function janPlan(chronicle: Chronicle, back: BackThen, people: JanPeople): void {
  const as: Record<Who, Actor> = {
    jan: self(people.jan),
    ritaForJan: standingFor(people.rita, people.jan),
    mia: self(people.mia),
    hilde: self(people.hilde),
  };
  const written = new Map<string, Dream>();
  for (const [key, text, months, who, audience] of dreams)
    written.set(key, dreamOf(chronicle, back.at(months, 1, "20:30"), as[who], text, audience));
  const set = new Map<string, Goal>();
  for (const [key, text, dream, months, who, , audience] of goals) {
    const under = dream ? (written.get(dream) ?? null) : null;
    set.set(key, goalOf(chronicle, back.at(months, 1, "20:50"), as[who], under, text, audience ?? "network"));
  }
  promises(chronicle, back, people, set);
  for (const [key, , , , who, months] of goals) {
    const goal = set.get(key);
    if (!goal || months === null) continue;
    // The bus to Tine was four days ago, the others at a gathering in their month.
    const at = months === 0 ? back.at(0, 4, "17:45") : back.at(Math.abs(months), 3, "20:40");
    goalEnds(chronicle, at, who === "mia" ? as.mia : as.jan, goal, months < 0 ? "letGo" : "reached");
  }
  for (const [key, , , , , became, months] of dreams) {
    const dream = written.get(key);
    if (dream && became && months) dreamEnds(chronicle, back.at(months, 0, "20:55"), as.jan, dream, became);
  }
}

function promises(chronicle: Chronicle, back: BackThen, people: JanPeople, goals: Map<string, Goal>): void {
  const promised = ([text, names, goal, months]: Done | Open, at: string, dueOn: string | null, audience: Audience) => {
    const who = names.map((name) => people[name]);
    const first = who[0] ?? people.jan;
    const by = months < 37 && first !== people.jan ? self(people.mia) : self(people.jan);
    const asked = at > people.mia.createdAt || by.byId === people.jan.id ? by : self(people.jan);
    return { first, action: actionOf(chronicle, at, asked, { goal: goals.get(goal ?? "") ?? null, text, who, dueOn, audience }) };
  };
  for (const one of doneAndDone) {
    const [, , , months, days, how] = one;
    const { first, action } = promised(one, back.at(months, 1, "21:05"), back.day(months, -Math.max(days, 14)), "network");
    actionEnds(chronicle, back.at(months, 1 - days, "18:20"), self(first), action, how ?? "done");
  }
  for (const one of stillOpen) {
    const [, , , months, dueIn, audience] = one;
    const dueOn = dueIn === null ? null : back.day(0, -dueIn);
    promised(one, back.at(months, 13, "21:10"), dueOn, audience ?? "network");
  }
}
