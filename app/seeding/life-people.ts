import type { Place } from "~/groups/starting.server";
import { rings } from "~/policy/table";
import type { Chance } from "./chance";
import { type Face, self, standingFor, tellOf } from "./chronicle";
import type { Life, LifeAsked } from "./living";
import { comesIn, faceOf, leaves, stands, standsElsewhere } from "./people-come-and-go";
import { functions, men, relations, services, women } from "./words-people";

type Beginning = Omit<Life, "central" | "assistant" | "stays">;
type Near = "heart" | "friends" | "joining";

/** Somebody with a name that no one else in the group has. */
interface Crowd {
  next(day: number, near: Near | "facilitator" | "professional" | "central"): Face;
}

/** Who is around somebody through the years: they come, move nearer, leave, come back; facilitators follow each other. */
export function lifePeople(begun: Beginning, asked: Pick<LifeAsked, "number" | "starter"> & { createdAt: string }): Life {
  const { chronicle, chance, last } = begun;
  const { starter, createdAt } = asked;
  const sofie = faceOf(chronicle, createdAt, { ...starter, relation: "opstartbegeleider", hue: 3 });
  const bySofie = self(sofie);
  stands(chronicle, createdAt, bySofie, sofie, { role: "starter", ring: "joining" });
  const crowd = crowdOf(begun, asked.number);
  const central = crowd.next(0, "central");
  stands(chronicle, central.createdAt, bySofie, central, { role: "central", ring: null });
  tellOf(chronicle, central.createdAt, bySofie, "groupStarted", {}, { audience: "everyone" });
  const assistant = crowd.next(1, "heart");
  comesIn(chronicle, assistant.createdAt, bySofie, assistant, { role: "member", ring: "heart" }, begun.at(2));
  const { rows, groupId, newId } = chronicle;
  const since = begun.at(3);
  rows.Assistance.push({
    ...{ id: newId(since), groupId, assistantId: assistant.id, forId: central.id, since, until: null, namedById: central.id },
  });
  const life: Life = { ...begun, central, assistant, stays: [] };
  life.stays.push({ face: central, from: 0, until: null, role: "central" }, { face: assistant, from: 1, until: null, role: "member" });
  facilitators(life, crowd, sofie);
  const size = chance.percent(60) ? chance.between(8, 15) : chance.percent(75) ? chance.between(16, 25) : chance.between(26, 40);
  // The central person, the assistant and the facilitator are there already. Eight are there within half a year.
  for (let chair = 3; chair < size; chair += 1)
    chairOf(life, crowd, chair < 8 ? 4 + chair * 20 : chance.between(200, Math.min(last, 2200)));
  for (let from = chance.between(120, 500); from < last; from += chance.between(600, 2400)) professionalOf(life, crowd, from);
  for (const { face } of life.stays) {
    if (!face.accountId) continue;
    face.seenAt = begun.at(last - chance.between(0, 3));
    face.seenBeforeAt = begun.at(last - chance.between(4, 12));
  }
  return life;
}

function crowdOf({ chronicle, chance, at }: Beginning, group: number): Crowd {
  const left = { women: chance.some(women, women.length), men: chance.some(men, men.length) };
  let count = 0;
  return {
    next(day, near) {
      count += 1;
      const kind = chance.percent(55) ? "women" : "men";
      const names = left[kind];
      const name =
        names.length > 0 ? (names.pop() ?? "") : `${chance.pick(kind === "women" ? women : men)} ${chance.pick([..."ABDHLMPSTVW"])}.`;
      const reached = near !== "joining" || chance.percent(60);
      const mail = reached ? `lid${count}.groep${group}@kring.example` : null;
      const made = at(day);
      const account = mail && (near === "central" || near === "facilitator" || count === 2 || chance.percent(50));
      const accountId = account ? chronicle.newId(made) : null;
      if (accountId) chronicle.rows.Account.push({ id: accountId, name, mail, language: "nl", operatorSince: null, createdAt: made });
      const relation = near === "central" ? "" : near in relations[kind] ? chance.pick(relations[kind][near as Near]) : "begeleider";
      return faceOf(chronicle, made, { name, relation, mail, hue: chance.between(0, 11), accountId });
    },
  };
}

/** One after the other; the organisation's starter hands over to the first. */
function facilitators({ chronicle, chance, last, at, central, stays }: Life, crowd: Crowd, sofie: Face): void {
  let before: Face | null = null;
  for (let from = 70; from < last - 30; ) {
    const face = crowd.next(from - 40, "facilitator");
    const term = chance.between(900, 2600);
    const until: number | null = from + term + 200 < last ? from + term : null;
    comesIn(chronicle, face.createdAt, before ? self(central) : self(sofie), face, { role: "member", ring: "joining" }, at(from - 30));
    standsElsewhere(chronicle, at(from), before ? self(central) : self(sofie), face, { role: "facilitator", ring: "joining" });
    stays.push({ face, from, until, role: "facilitator" });
    if (!before) handsOver({ chronicle, at }, from + 60, sofie, face);
    if (until === null) return;
    leaves(chronicle, at(until), self(central), face);
    before = face;
    // Their successor is there a while before they go, and takes over a few days after.
    from = until + 4;
  }
}

function handsOver({ chronicle, at }: Pick<Life, "chronicle" | "at">, day: number, sofie: Face, to: Face): void {
  const { rows, groupId, newId } = chronicle;
  const when = at(day);
  rows.Handover.push({ id: newId(when), groupId, at: when, byId: sofie.id, toId: to.id });
  const standing = rows.Membership.find((one) => one.memberId === sofie.id);
  if (standing) standing.until = when;
  tellOf(chronicle, when, self(sofie), "handedOver", { name: to.name }, { audience: "everyone" });
}

/** A place in the circle through the years: somebody comes, leaves, another comes. Some come back. */
function chairOf({ chronicle, chance, last, at, central, assistant, stays }: Life, crowd: Crowd, begin: number): void {
  for (let from = begin; from < last - 2; ) {
    const near = nearOf(chance);
    const face = crowd.next(from, near);
    const by = chance.percent(25) ? standingFor(assistant, central) : self(central);
    let coming: number | null = from;
    while (coming !== null) {
      const stay: number = chance.between(near === "heart" ? 2500 : 400, near === "heart" ? 9000 : 4500);
      const until: number | null = coming + stay < last - 40 ? coming + stay : null;
      const said = face.mail && coming + 3 < last ? at(coming + 2) : undefined;
      comesIn(chronicle, coming === from ? face.createdAt : at(coming), by, face, { role: "member", ring: near }, said);
      const nearer = rings[rings.indexOf(near) - 1];
      const half = coming + Math.floor(stay / 2);
      if (nearer && chance.percent(20) && half < last)
        standsElsewhere(chronicle, at(half), self(central), face, { role: "member", ring: nearer });
      stays.push({ face, from: coming, until, role: "member" });
      if (until === null) return;
      leaves(chronicle, at(until), chance.percent(50) ? self(face) : self(central), face);
      const back: number = until + chance.between(300, 1500);
      coming = chance.percent(15) && back < last - 60 ? back : null;
      from = (coming ?? until) + chance.between(20, 400);
    }
  }
}

function nearOf(chance: Chance): Near {
  if (chance.percent(30)) return "heart";
  return chance.percent(50) ? "friends" : "joining";
}

function professionalOf({ chronicle, chance, last, at, central, stays }: Life, crowd: Crowd, from: number): void {
  const face = crowd.next(from, "professional");
  const work = chance.pick(functions);
  const mandate = chance.percent(80);
  const standing: Place = { role: "professional", ring: "paid", capacity: mandate ? "mandate" : "personal" };
  if (mandate) Object.assign(standing, { function: work, service: chance.pick(services) });
  face.relation = work;
  comesIn(chronicle, face.createdAt, self(central), face, standing);
  const stay = chance.between(300, 1600);
  const until = from + stay < last - 30 ? from + stay : null;
  stays.push({ face, from, until, role: "professional" });
  if (until !== null) leaves(chronicle, at(until), self(central), face);
}
