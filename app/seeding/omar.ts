import { staff, stranger } from "~/demo/cast";
import { ruleOf } from "~/gatherings/recurrence";
import { newUndated } from "~/gatherings/undated/planning-an-undated-series.server";
import { noRows, type Rows } from "~/platform/rows.server";
import { addDays, weekdayOf } from "~/platform/wall-clock";
import { backFrom } from "./back-then";
import { idsFrom } from "./chance";
import { type Chronicle, keep, occasionOf, self, standingFor, tellOf } from "./chronicle";
import { actionOf, dreamOf } from "./dreams-and-support";
import type { Ground } from "./jan";
import { answers, gatheringOf, seriesOf } from "./meeting";
import { comesIn, faceOf, stands, standsElsewhere } from "./people-come-and-go";

/** Who is around Omar. Karel, from the neighbourhood, will go on when Sofie leaves. */
export const aroundOmar = {
  samira: { name: "Samira", mail: "samira@kring.example", relation: "mama", hue: 5 },
  bilal: { name: "Bilal", mail: null, relation: "neef", hue: 7 },
  karel: { name: "Karel", mail: "karel@kring.example", relation: "begeleider", hue: 9 },
} as const;

/** Omar's circle, begun five weeks ago: Sofie is still its starter, and can hand it over to Karel. @returns the rows of it */
export function omarCircle(now: string, { groupId, organisationId, startedById, accounts }: Ground): Rows {
  const zone = "Europe/Brussels";
  const back = backFrom(now, zone);
  const chronicle: Chronicle = { rows: noRows(), groupId, zone, newId: idsFrom(5) };
  const { rows, newId } = chronicle;
  const start = back.at(0, 36, "14:00");
  rows.Group.push({ id: groupId, zone, language: "nl", organisationId, startedById, createdAt: start, closedAt: null, version: 1 });
  for (const [phase, since] of [["gettingToKnow", start] as const, ["forming", back.at(0, 15, "20:30")] as const])
    rows.Phase.push({ id: newId(since), groupId, phase, since });
  const face = (at: string, who: { name: string; mail: string | null; relation?: string; hue: number }) =>
    faceOf(chronicle, at, { relation: "", ...who, accountId: (who.mail && accounts.get(who.mail)) || null });

  const sofie = face(start, { ...staff, relation: "opstartbegeleider", hue: 3 });
  const bySofie = self(sofie);
  stands(chronicle, start, bySofie, sofie, { role: "starter", ring: "joining" });
  const omar = face(start, { ...stranger, hue: 0 });
  stands(chronicle, start, bySofie, omar, { role: "central", ring: null });
  tellOf(chronicle, start, bySofie, "groupStarted", {}, { audience: "everyone" });
  const samira = face(start, aroundOmar.samira);
  comesIn(chronicle, start, bySofie, samira, { role: "member", ring: "heart" }, back.at(0, 35, "20:00"));
  const named = back.at(0, 34);
  rows.Assistance.push({
    id: newId(named),
    groupId,
    assistantId: samira.id,
    forId: omar.id,
    since: named,
    until: null,
    namedById: omar.id,
  });
  const bilal = face(back.at(0, 30), aroundOmar.bilal);
  comesIn(chronicle, back.at(0, 30), standingFor(samira, omar), bilal, { role: "member", ring: "friends" });
  const karel = face(back.at(0, 12), aroundOmar.karel);
  comesIn(chronicle, back.at(0, 12), bySofie, karel, { role: "member", ring: "joining" }, back.at(0, 11, "09:00"));
  standsElsewhere(chronicle, back.at(0, 5), bySofie, karel, { role: "facilitator", ring: "joining" });

  dreamOf(chronicle, back.at(0, 15, "20:40"), self(omar), "Een eigen tuintje", "network");
  actionOf(chronicle, back.at(0, 15, "21:00"), bySofie, {
    ...{ goal: null, text: "Vragen of er een volkstuin vrij is", who: [bilal] },
    ...{ dueOn: back.day(0, -10), audience: "network" },
  });
  const first = gatheringOf(chronicle, back.at(0, 28), bySofie, {
    ...{ startLocal: `${back.day(0, 15)}T19:00`, minutes: 120, place: "bij Omar thuis", about: "Wie hoort erbij?" },
  });
  for (const who of [omar, samira, sofie]) answers(chronicle, back.at(0, 20), self(who), first, who, "yes");
  const firstLocal = `${addDays(back.today, 6)}T19:00`;
  const { gatherings } = seriesOf(chronicle, back.at(0, 10), bySofie, back.today, {
    ...{ rule: ruleOf({ kind: "weeks", every: 4, weekday: weekdayOf(firstLocal) }, firstLocal), firstLocal, minutes: 120 },
    ...{ place: "bij Omar thuis", endsOn: null, follows: null },
  });
  const next = gatherings[0];
  if (next) for (const who of [omar, samira, karel]) answers(chronicle, back.at(0, 3), self(who), next, who, "yes");
  const { series, rows: undated } = newUndated(occasionOf(chronicle, back.at(0, 10, "20:00")), bySofie, {
    ...{ timesAYear: 2, notIn: [7, 8], from: addDays(back.today, 30), endsOn: null },
    ...{ minutes: 180, place: "in het buurthuis", about: "Samen eten met de buren" },
  });
  series.askedFrom = back.today;
  keep(chronicle, undated);
  return rows;
}
