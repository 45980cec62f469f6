import { type CastName, cast, staff } from "~/demo/cast";
import type { Place } from "~/groups/starting.server";
import type { BackThen } from "./back-then";
import { type Chronicle, type Face, self, standingFor, tellOf } from "./chronicle";
import { comesIn, faceOf, leaves, stands, standsElsewhere } from "./people-come-and-go";

/** Who came and went again: name, relation, hue, ring, months ago that they came and that they left. */
const gone = {
  hilde: { name: "Hilde", relation: "begeleider", hue: 9 },
  lien: { name: "Lien", relation: "vriendin van school", hue: 6 },
  jos: { name: "Jos", relation: "buurman van vroeger", hue: 2 },
  pieter: { name: "Pieter", relation: "van de computerclub", hue: 10 },
  yasmin: { name: "Yasmin", relation: "zwemmaatje", hue: 1 },
} as const;

export type JanPeople = Record<CastName | keyof typeof gone | "sofie", Face>;

/** When who of the cast came: months ago, in which ring first, and who asked them in. */
const came: [CastName, number, Place["ring"]][] = [
  ["luc", 75, "joining"],
  ["fatima", 52, "joining"],
  ["noor", 40, "friends"],
  ["mia", 38, "joining"],
  ["els", 24, "paid"],
  ["greet", 23, "joining"],
  ["wim", 20, "joining"],
];

const stayed: [keyof typeof gone, number, Place["ring"], number][] = [
  ["hilde", 74, "joining", 36],
  ["jos", 73, "joining", 40],
  ["lien", 70, "friends", 30],
  ["pieter", 66, "joining", 47],
  ["yasmin", 60, "friends", 33],
];

/**
 * Jan's circle through six years: Sofie begins it, Hilde takes over, Mia follows Hilde.
 * @param accounts account id by mail address, for who has one
 */
export function janPeople(chronicle: Chronicle, back: BackThen, accounts: Map<string, string>): JanPeople {
  const start = back.at(76, 0, "16:00");
  const people = {} as JanPeople;
  const face = (key: CastName, at: string) => {
    const { name, relation, mail, hue } = cast[key];
    people[key] = faceOf(chronicle, at, { name, relation, mail, hue, accountId: (mail && accounts.get(mail)) || null });
    return people[key];
  };

  people.sofie = faceOf(chronicle, start, {
    ...{ name: staff.name, relation: "opstartbegeleider", mail: staff.mail, hue: 3 },
    accountId: accounts.get(staff.mail) ?? null,
  });
  const sofie = self(people.sofie);
  stands(chronicle, start, sofie, people.sofie, { role: "starter", ring: "joining" });
  stands(chronicle, start, sofie, face("jan", start), { role: "central", ring: null });
  tellOf(chronicle, start, sofie, "groupStarted", {}, { audience: "everyone" });
  for (const key of ["rita", "tom", "an"] as const)
    comesIn(chronicle, start, sofie, face(key, start), { role: "member", ring: "heart" }, back.at(75, 20 - key.length));
  const jan = self(people.jan);
  assists(chronicle, back.at(75, 25), people);
  const rita = standingFor(people.rita, people.jan);

  for (const [key, months, ring] of came) {
    const at = back.at(months, 2, "20:05");
    const by = key === "els" || key === "luc" ? rita : jan;
    comesIn(chronicle, at, by, face(key, at), { ...standingOf(key), ring }, cast[key].mail ? back.at(months, 0, "08:40") : undefined);
  }
  for (const [key, months, ring, until] of stayed) {
    const at = back.at(months, 2, "20:15");
    people[key] = faceOf(chronicle, at, { ...gone[key], mail: null, accountId: null });
    comesIn(chronicle, at, months > 60 ? rita : jan, people[key], { role: "member", ring });
    if (key === "hilde") becomesFacilitator(chronicle, back.at(72, 14), jan, people.hilde);
    leaves(chronicle, back.at(until, key === "hilde" ? -6 : 3), key === "lien" ? self(people.lien) : jan, people[key]);
  }
  handsOver(chronicle, back.at(72, 0, "21:30"), people);
  becomesFacilitator(chronicle, back.at(36, 0, "21:20"), jan, people.mia);
  standsElsewhere(chronicle, back.at(58), jan, people.luc, { role: "member", ring: "friends" });
  standsElsewhere(chronicle, back.at(41), jan, people.fatima, { role: "member", ring: "friends" });
  looked(people, back);
  return people;
}

function standingOf(key: CastName): Place {
  const { role, ring } = cast[key];
  const { capacity, function: work, service } = cast.els;
  if (key === "els") return { role, ring, capacity, function: work, service };
  return { role: "member", ring };
}

function assists({ rows, groupId, newId }: Chronicle, at: string, { rita, jan }: JanPeople): void {
  rows.Assistance.push({ id: newId(at), groupId, assistantId: rita.id, forId: jan.id, since: at, until: null, namedById: jan.id });
}

function becomesFacilitator(chronicle: Chronicle, at: string, by: ReturnType<typeof self>, face: Face): void {
  standsElsewhere(chronicle, at, by, face, { role: "facilitator", ring: "joining" });
}

function handsOver(chronicle: Chronicle, at: string, { sofie, hilde }: JanPeople): void {
  const { rows, groupId, newId } = chronicle;
  rows.Handover.push({ id: newId(at), groupId, at, byId: sofie.id, toId: hilde.id });
  const standing = rows.Membership.find((one) => one.memberId === sofie.id);
  if (standing) standing.until = at;
  tellOf(chronicle, at, self(sofie), "handedOver", { name: hilde.name }, { audience: "everyone" });
}

/** When those with an account were last here, so that there is something new since. */
function looked(people: JanPeople, back: BackThen): void {
  for (const face of Object.values(people)) {
    if (!face.accountId || face === people.sofie) continue;
    face.seenAt = back.at(0, 7, "19:50");
    face.seenBeforeAt = back.at(0, 8, "08:15");
  }
}
