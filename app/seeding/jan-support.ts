import type { Audience } from "~/policy/table";
import type { Domain } from "~/support/domains";
import type { BackThen } from "./back-then";
import { type Chronicle, type Face, self, standingFor } from "./chronicle";
import { supportEnds, supportOf } from "./dreams-and-support";
import type { JanPeople } from "./jan-people";

interface Band {
  who: keyof JanPeople | { service: string };
  what: string;
  domain: Domain;
  /** Months (and days) ago. */
  from: number;
  to?: number;
  audience?: Audience;
  paid?: boolean;
}

const bands: Band[] = [
  { who: "rita", what: "helpt met het huishouden", domain: "housing", from: 76, to: 20 },
  { who: "luc", what: "rijdt Jan rond met de auto", domain: "leisure", from: 72, to: 12 },
  { who: "rita", what: "gaat mee naar de dokter", domain: "health", from: 70, audience: "facilitators" },
  { who: "lien", what: "gaat mee naar de film", domain: "leisure", from: 68, to: 30 },
  { who: "pieter", what: "legt de computer uit", domain: "learning", from: 66, to: 47 },
  { who: "tom", what: "gaat af en toe mee naar het voetbal", domain: "leisure", from: 66, to: 0 },
  { who: "an", what: "helpt met papieren en rekeningen", domain: "money", from: 60 },
  { who: "yasmin", what: "gaat mee zwemmen", domain: "health", from: 60, to: 33 },
  { who: "jos", what: "maakt soep op donderdag", domain: "care", from: 60, to: 40 },
  { who: "fatima", what: "kookt samen met Jan op zaterdag", domain: "care", from: 50, audience: "everyone" },
  { who: "noor", what: "maakt uitstappen met Jan", domain: "leisure", from: 36 },
  { who: "els", what: "woonbegeleiding, 4 uur per week", domain: "housing", from: 24, to: 11, audience: "everyone", paid: true },
  { who: { service: "Poetsdienst Helder" }, what: "poetst het huis", domain: "housing", from: 24, to: 8, audience: "everyone", paid: true },
  { who: "luc", what: "doet klusjes in huis", domain: "housing", from: 24 },
  { who: "rita", what: "belt elke avond even", domain: "social", from: 24 },
  { who: "greet", what: "heeft een sleutel", domain: "housing", from: 22, audience: "everyone" },
  { who: "greet", what: "brengt boodschappen mee", domain: "care", from: 18 },
  { who: "wim", what: "oefent de bus met Jan", domain: "learning", from: 9 },
  { who: "fatima", what: "helpt met de opleiding", domain: "learning", from: 6 },
  { who: "els", what: "woonbegeleiding, 2 uur per week", domain: "housing", from: 11, to: 4, audience: "everyone", paid: true },
  { who: "els", what: "woonbegeleiding, 1 uur per week", domain: "housing", from: 4, audience: "everyone", paid: true },
  { who: "tom", what: "brengt Jan naar het voetbal, elke zondag", domain: "leisure", from: 0 },
];

/** Who supports Jan in what: from much by few and paid, to a little by many. */
export function janSupport(chronicle: Chronicle, back: BackThen, people: JanPeople): void {
  const jan = self(people.jan);
  const rita = standingFor(people.rita, people.jan);
  for (const { who, what, domain, from, to, audience = "network", paid = false } of bands) {
    const supporter: Face | string = typeof who === "string" ? people[who] : who.service;
    const name = typeof supporter === "string" ? supporter : supporter.name;
    const service = who === "els" ? "Dienst De Brug" : undefined;
    // Months 0 is the news of this week: five days ago.
    const days = from === 0 ? 5 : 0;
    const since = back.day(from, days);
    const by = from === 0 ? self(people.tom) : from > 70 ? rita : jan;
    const noted = supportOf(chronicle, back.at(from, days, "20:20"), by, { who: supporter, what, domain, paid, since, audience, service });
    if (to !== undefined) {
      const ended = to === 0 ? 5 : 0;
      supportEnds(chronicle, back.at(to, ended, "20:15"), to === 0 ? self(people.tom) : jan, noted, name, back.day(to, ended));
    }
  }
}
