/** A point in the picture of the circle, in user units around its middle. */
export interface Point {
  x: number;
  y: number;
}

/** What takes room: a face (round), or words (a box around x, y). */
export type Thing = (Point & { r: number }) | (Point & { w: number; h: number });

/** What one person takes: a face with a name under it. */
export interface Cell {
  /** Radius of the face with what can be pressed around it. */
  face: number;
  nameWidth: number;
  nameHeight: number;
}

export interface Orbit {
  radius: number;
  places: Point[];
}

/** What an orbit is to be laid out in. */
export interface Around {
  cell: Cell;
  /** Numbers of places that a ring can have: it grows from one to the next. */
  steps: readonly number[];
  /** How far from the middle line a place may be; a wider orbit is only an arc above and one below. */
  reach: number;
  /** What is there already. */
  there: readonly Thing[];
  /** Room that the orbit leaves at its top, for the name of the ring. */
  sign: { w: number; h: number } | null;
}

/** The first place is at the upper right, where the eye begins. */
const firstAngle = (-52 / 180) * Math.PI;

/** Less than this is not seen. */
const hair = 0.2;

/** Half the height of a face with its name. */
export function halfHeight(cell: Cell): number {
  return cell.face + cell.nameHeight / 2;
}

/** Face and name of somebody whose middle is at a place. */
export function thingsAt(place: Point, cell: Cell): Thing[] {
  const { face, nameWidth: w, nameHeight: h } = cell;
  return [
    { x: place.x, y: place.y - h / 2, r: face },
    { x: place.x, y: place.y + face, w, h },
  ];
}

/**
 * The smallest orbit, from a radius on, with places for so many people that touch nothing that is there already. When
 * they don't all fit on one, as many as do.
 */
export function orbitFor(people: number, from: number, around: Around): Orbit {
  const { steps, cell, reach, sign } = around;
  const wanted = steps.findIndex((step) => step >= people);
  for (let size = wanted < 0 ? steps.length - 1 : wanted; size >= 0; size -= 1) {
    for (let radius = from; radius <= from + halfHeight(cell) * 1.5; radius += 3) {
      const there = sign ? [...around.there, { x: 0, y: -radius, ...sign }] : around.there;
      const possible = arrangements(steps[size] ?? people, radius, reach);
      const places = best(
        possible.filter((places) => fits(places, cell, there)),
        there,
      );
      if (places) return { radius, places: spread(places) };
    }
  }
  const beyond = from + 2 * halfHeight(cell);
  return { radius: beyond, places: [{ x: 0, y: beyond }] };
}

/** The ways to put so many places evenly on an orbit. */
function arrangements(count: number, radius: number, reach: number): Point[][] {
  const at = (angle: number): Point => ({ x: tenths(radius * Math.cos(angle)), y: tenths(radius * Math.sin(angle)) });
  if (radius <= reach) {
    const step = (2 * Math.PI) / count;
    const turns = Array.from({ length: 16 }, (_, turn) => firstAngle + (step * turn) / 16);
    return turns.map((turn) => Array.from({ length: count }, (_, place) => at(turn + step * place)));
  }
  const widest = Math.asin(reach / radius);
  const above = Math.ceil(count / 2);
  return [1, 0.86, 0.72, 0.58, 0.44, -1, -0.86].map((part) => [
    ...alongArc(above, widest * part).map((angle) => at(angle - Math.PI / 2)),
    ...alongArc(count - above, widest * part).map((angle) => at(angle + Math.PI / 2)),
  ]);
}

/** So many angles, evenly from one end of an arc to the other; a single one at its end, beside the name of the ring. */
function alongArc(count: number, half: number): number[] {
  return Array.from({ length: count }, (_, place) => half - (2 * half * place) / Math.max(1, count - 1));
}

function fits(places: Point[], cell: Cell, there: readonly Thing[]): boolean {
  const earlier = [...there];
  for (const place of places) {
    const things = thingsAt(place, cell);
    if (things.some((thing) => earlier.some((other) => touch(thing, other)))) return false;
    earlier.push(...things);
  }
  return true;
}

/** The arrangement that stays farthest from what is there. */
function best(found: Point[][], there: readonly Thing[]): Point[] | undefined {
  let chosen: Point[] | undefined;
  let room = -1;
  for (const places of found) {
    const own = Math.min(...places.flatMap((place) => there.map((thing) => distance(place, thing))));
    if (own > room + 0.5) [chosen, room] = [places, own];
  }
  return chosen;
}

/** Places in the order in which they are taken: each time the one that is farthest from those taken. */
function spread(places: Point[]): Point[] {
  const [first, ...left] = places;
  const taken = first ? [first] : [];
  while (left.length > 0) {
    const ranked = left.map((place) => {
      const far = taken.map((other) => distance(place, other));
      return { place, score: Math.round(Math.min(...far)) * 1000 + far.reduce((sum, one) => sum + one, 0) / far.length };
    });
    const next = ranked.reduce((most, one) => (one.score > most.score + 0.01 ? one : most));
    left.splice(left.indexOf(next.place), 1);
    taken.push(next.place);
  }
  return taken;
}

/** Whether two things overlap; lying against each other is not overlapping. */
export function touch(a: Thing, b: Thing): boolean {
  if ("r" in a && "r" in b) return distance(a, b) < a.r + b.r - hair;
  if ("r" in a) return "w" in b && roundTouchesBox(a, b);
  if ("r" in b) return roundTouchesBox(b, a);
  return Math.abs(a.x - b.x) < (a.w + b.w) / 2 - hair && Math.abs(a.y - b.y) < (a.h + b.h) / 2 - hair;
}

function roundTouchesBox(round: Point & { r: number }, box: Point & { w: number; h: number }): boolean {
  const x = Math.max(0, Math.abs(round.x - box.x) - box.w / 2);
  const y = Math.max(0, Math.abs(round.y - box.y) - box.h / 2);
  return x * x + y * y < (round.r - hair) ** 2;
}

/** Rounded towards the middle, so that nothing reaches over an edge by it. */
function tenths(size: number): number {
  return Math.trunc(size * 10) / 10;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
