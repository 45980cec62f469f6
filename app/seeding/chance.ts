/** Chance that comes out the same for the same number: what is seeded can be measured again. */
export interface Chance {
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** True that often, of a hundred times. */
  percent(often: number): boolean;
  pick<One>(list: readonly One[]): One;
  /** So many different ones of a list, or all of it when it is shorter. */
  some<One>(list: readonly One[], count: number): One[];
}

/** Mulberry32: 32 bits of state, quick, even enough for stories. @param seed a whole number */
export function chanceFrom(seed: number): Chance {
  const next = bits(seed);
  const below = (count: number) => Math.floor((next() / 4_294_967_296) * count);
  const chance: Chance = {
    between: (least, most) => least + below(most - least + 1),
    percent: (often) => below(100) < often,
    pick: (list) => {
      if (list.length === 0) throw new RangeError("nothing to pick from");
      return list[below(list.length)] as (typeof list)[number];
    },
    some: (list, count) => {
      const left = [...list];
      const taken = [];
      while (taken.length < count && left.length > 0) taken.push(...left.splice(below(left.length), 1));
      return taken;
    },
  };
  return chance;
}

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Makes ids like ULIDs: the moment, then who makes them, a count and chance, so that none comes twice and all sort by time.
 * @param seed a whole number; the same one gives the same ids
 */
export function idsFrom(seed: number): (at: string) => string {
  const next = bits(seed);
  const maker = letters(next() >>> 12, 4);
  let count = 0;
  let lastAt = "";
  let time = "";
  return (at) => {
    if (at !== lastAt) {
      time = letters(Date.parse(at), 10);
      lastAt = at;
    }
    count += 1;
    return time + letters(count, 6) + maker + letters(next() >>> 2, 6);
  };
}

function bits(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** A whole number in Crockford's letters, so many of them. */
function letters(value: number, length: number): string {
  let text = "";
  for (let left = value; text.length < length; left = Math.floor(left / 32)) text = LETTERS[left % 32] + text;
  return text;
}
