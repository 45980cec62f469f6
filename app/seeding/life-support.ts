import { type Domain, domains } from "~/support/domains";
import { type Face, self, standingFor } from "./chronicle";
import { supportEnds, supportOf } from "./dreams-and-support";
import { audienceOf } from "./life-plan";
import type { Life } from "./living";
import { paidWords, supportWords } from "./words-doing";
import { services } from "./words-people";

/** Who supported what: it starts, overlaps and ends, at the latest when its giver leaves. */
export function lifeSupport(life: Life): void {
  const { chance, last, stays } = life;
  for (const { face, from, until, role } of stays) {
    if (role === "central") continue;
    if (role === "professional") {
      const [domain, what] = chance.pick(paidWords);
      noted(life, face, what, domain, from + 5, until);
      continue;
    }
    const many = chance.between(0, 3);
    for (let count = 0; count < many; count += 1) {
      const begin = from + chance.between(5, 900);
      const end = begin + chance.between(120, 3000);
      if (begin >= Math.min(until ?? last, last)) continue;
      const domain = chance.pick([...domains]);
      noted(life, face, chance.pick(supportWords[domain]), domain, begin, until === null ? end : Math.min(end, until));
    }
  }
  for (let from = chance.between(150, 600); from < last; from += chance.between(300, 1400)) {
    const [domain, what] = chance.pick(paidWords);
    noted(life, chance.pick(services), what, domain, from, from + chance.between(200, 1500));
  }
}

function noted(life: Life, who: Face | string, what: string, domain: Domain, from: number, until: number | null): void {
  const { chronicle, chance, last, at, day, central, assistant } = life;
  if (from >= last) return;
  const service = typeof who === "string";
  const paid = service || life.stays.some((stay) => stay.face === who && stay.role === "professional");
  const by = chance.percent(30) ? standingFor(assistant, central) : self(central);
  const support = supportOf(chronicle, at(from), by, {
    ...{ who, what, domain, paid, since: day(from), audience: paid ? "everyone" : audienceOf(life) },
  });
  if (until !== null && until <= last && until > from)
    supportEnds(chronicle, at(until), self(central), support, service ? who : who.name, day(until));
}
