/** What somebody can say of a moment. */
export const cans = ["yes", "ifNeedBe", "no"] as const;
export type Can = (typeof cans)[number];

/** A moment, on the clock of the circle, and whether it can be chosen: it is to come, and the circle does not meet then already. */
interface Moment {
  id: string;
  startLocal: string;
  open: boolean;
}

/** What somebody of the circle says, by moment; nothing for one that they did not answer. */
interface Said {
  id: string;
  answers: Readonly<Record<string, Can>>;
}

/** A moment with what is said of it: by the central person, and by how many of the others. */
export interface Weighed {
  id: string;
  central: Can | null;
  yes: number;
  ifNeedBe: number;
  /** How many others there are, whatever they say. */
  others: number;
}

/** The best moment; or why there is none: nobody answered, the central person can at none, nobody can at any. */
export type Best = { moment: Weighed; none: null } | { moment: null; none: "silent" | "central" | "nobody" };

/**
 * Which of these moments suits best. The central person goes first: without them there is no gathering, so where they say
 * no is never best, and their yes goes before their "if need be", and that before no answer. Then where most others can,
 * then where most can if need be, then the earliest.
 * @param people everybody who takes part, the central person among them
 */
export function bestMoment(moments: readonly Moment[], people: readonly Said[], centralId: string): Best {
  const open = moments.filter((moment) => moment.open);
  if (!people.some(({ answers }) => open.some(({ id }) => answers[id]))) return { moment: null, none: "silent" };
  const inOrder = [...open]
    .sort((one, other) => (one.startLocal < other.startLocal ? -1 : 1))
    .map((moment) => weighed(moment, people, centralId));
  const withCentral = inOrder.filter(({ central }) => central !== "no");
  if (withCentral.length === 0) return { moment: null, none: "central" };
  const possible = withCentral.filter(({ central, yes, ifNeedBe }) => central !== null || yes + ifNeedBe > 0);
  const [moment] = possible.sort(
    (one, other) =>
      weightOf[one.central ?? "silent"] - weightOf[other.central ?? "silent"] || other.yes - one.yes || other.ifNeedBe - one.ifNeedBe,
  );
  return moment ? { moment, none: null } : { moment: null, none: "nobody" };
}

const weightOf = { yes: 0, ifNeedBe: 1, silent: 2, no: 3 };

function weighed({ id }: Moment, people: readonly Said[], centralId: string): Weighed {
  const others = people.filter((person) => person.id !== centralId);
  const count = (can: Can) => others.filter(({ answers }) => answers[id] === can).length;
  const central = people.find((person) => person.id === centralId)?.answers[id] ?? null;
  return { id, central, yes: count("yes"), ifNeedBe: count("ifNeedBe"), others: others.length };
}
