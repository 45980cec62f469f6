/** The same numbers each time, from a seed. */
export function dice(seed: number) {
  let state = seed;
  /** From 0 up to, and not, 1. */
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const oneOf = <One>(all: readonly One[]): One | undefined => all[upTo(all.length - 1)];
  return { next, upTo, oneOf };
}
export type Dice = ReturnType<typeof dice>;
