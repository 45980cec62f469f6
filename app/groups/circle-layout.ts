import { type Cell, halfHeight, orbitFor, type Point, type Thing, thingsAt } from "./circle-places";

/** One of the two shapes of the picture: round where there is room, tall on a phone. Sizes in user units. */
export interface Shape extends Cell {
  /** Half of the width that there is; a wider ring is straight at its sides. Null: rings stay round. */
  halfWidth: number | null;
  /** Radius of a face as it is drawn, and size of its name's letters. */
  disc: number;
  letters: number;
  central: Cell & { disc: number; letters: number };
  /** Numbers of places that a ring can have. */
  steps: readonly number[];
  /** A ring's name, at the top of it: width, height, and its letters. */
  label: { w: number; h: number; letters: number };
}

export const round: Shape = {
  halfWidth: null,
  face: 34,
  disc: 31,
  nameWidth: 96,
  nameHeight: 24,
  letters: 18,
  central: { face: 53, disc: 50, nameWidth: 160, nameHeight: 32, letters: 25 },
  steps: [3, 5, 7, 9, 12, 15, 18, 22, 26, 30, 36, 42],
  label: { w: 88, h: 22, letters: 15.5 },
};

/** On a phone of 360 pixels one unit is about one pixel: what can be pressed is 50 wide. */
export const tall: Shape = {
  halfWidth: 164,
  face: 25,
  disc: 23,
  nameWidth: 72,
  nameHeight: 19,
  letters: 14,
  central: { face: 34, disc: 32, nameWidth: 110, nameHeight: 23, letters: 18 },
  steps: [2, 4, 6, 8, 10, 12, 14, 18, 22, 26, 30, 36, 42],
  label: { w: 76, h: 19, letters: 13 },
};

/** One ring: how far it reaches, and the places in it in the order in which they are taken. */
export interface RingLayout {
  radius: number;
  /** Half of its width: less than the radius where it is straight at its sides. */
  half: number;
  /** Where its name stands. */
  label: Point;
  places: Point[];
}

export interface Layout {
  rings: RingLayout[];
  halfWidth: number;
  halfHeight: number;
}

/** Space between a ring and what is next to it. */
const air = 4;
/** How far each ring stands in from the next one at the straight sides. */
const inset = 8;

const known = new Map<string, Layout>();

/**
 * Lays out the rings from the inside out. Each has a number of places that grows in steps, and every place keeps room
 * for a whole name, whoever stands there: no two faces or names touch, and who joins takes a free place and moves nobody
 * until there is none left.
 * @param counts how many people stand in each ring, from the inside out
 */
export function circleLayout(counts: readonly number[], shape: Shape): Layout {
  const key = `${counts.join(",")} ${shape.face}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size > 500) known.clear();
  const laidOut = layOut(counts, shape);
  known.set(key, laidOut);
  return laidOut;
}

function layOut(counts: readonly number[], shape: Shape): Layout {
  let there: Thing[] = thingsAt({ x: 0, y: 0 }, shape.central);
  let edge = halfHeight(shape.central);
  const rings = counts.map((count, ring): RingLayout => {
    const side = shape.halfWidth === null ? Number.POSITIVE_INFINITY : shape.halfWidth - inset * (counts.length - 1 - ring);
    const reach = side - shape.nameWidth / 2;
    const ways = count > 0 ? [ringFrom(edge, count, reach, shape, there, true), ringFrom(edge, count, reach, shape, there, false)] : [];
    const { radius, label, places } = ways.sort((one, other) => one.radius - other.radius)[0] ?? emptyRing(edge, shape);
    there = [...there, ...places.flatMap((place) => thingsAt(place, shape)), { ...shape.label, ...label }];
    edge = radius;
    return { radius, half: Math.min(radius, side), label, places };
  });
  return { rings, halfWidth: Math.min(edge, shape.halfWidth ?? edge), halfHeight: edge };
}

/** A ring with its name among its people, or above them: whichever is smaller is taken. */
function ringFrom(edge: number, count: number, reach: number, shape: Shape, before: readonly Thing[], among: boolean) {
  const { steps, label: sign } = shape;
  const half = Math.max(halfHeight(shape), shape.nameWidth / 2);
  const there = [...before];
  const places: Point[] = [];
  let label: Point = { x: 0, y: 0 };
  let radius = edge + air;
  while (places.length < count) {
    const first = places.length === 0;
    const kept = first && among ? sign : null;
    const orbit = orbitFor(count - places.length, first ? radius + half : radius, { cell: shape, steps, reach, there, sign: kept });
    if (kept) {
      label = { x: 0, y: -orbit.radius };
      there.push({ ...kept, ...label });
    }
    places.push(...orbit.places);
    there.push(...orbit.places.flatMap((place) => thingsAt(place, shape)));
    radius = orbit.radius + half;
  }
  if (among) return { radius, label, places };
  return { radius: radius + sign.h, label: { x: 0, y: -radius - sign.h / 2 }, places };
}

/** A ring with nobody in it yet keeps its place and its name. */
function emptyRing(edge: number, { label }: Shape) {
  const radius = edge + label.h + 2 * air;
  return { radius, label: { x: 0, y: -radius + label.h / 2 + air }, places: [] };
}

/** The outline of a ring: a circle, or one that is straight at its sides, with soft corners. */
export function outline({ radius, half }: RingLayout): string {
  if (half >= radius) return `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`;
  const soft = Math.min(44, (radius - half) / 2 + 14, half);
  // The soft corner is a small circle that lies against the big one and against the side.
  const inX = half - soft;
  const inY = Math.sqrt((radius - soft) ** 2 - inX ** 2);
  const scale = radius / (radius - soft);
  const [x, y, s] = [inX * scale, inY * scale, inY].map((size) => Math.round(size * 10) / 10);
  const corner = `A${soft} ${soft} 0 0 1`;
  const cap = `A${radius} ${radius} 0 0 1`;
  return `M${-half} ${-(s ?? 0)}${corner} ${-(x ?? 0)} ${-(y ?? 0)}${cap} ${x} ${-(y ?? 0)}${corner} ${half} ${-(s ?? 0)}V${s}${corner} ${x} ${y}${cap} ${-(x ?? 0)} ${y}${corner} ${-half} ${s}Z`;
}

const graphemes = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** About how wide a text is, in parts of the size of its letters. Rather too wide than too narrow. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (/^[iljtfrI.,'’ -]/.test(segment)) width += 0.36;
    else if (/^[mwMW@]/.test(segment)) width += 0.92;
    else if (/^\p{Script=Latin}/u.test(segment)) width += /^\p{Lu}/u.test(segment) ? 0.7 : 0.58;
    else
      width += /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(segment)
        ? 1.1
        : 0.68;
  }
  return width;
}

/** A name that fits under a face: whole, or its first word, or as much of that as there is room for. The list has it whole. */
export function shortName(name: string, width: number, letters: number): string {
  const room = width / letters;
  if (widthOf(name) <= room) return name;
  const first = name.split(/\s+/)[0] ?? name;
  if (widthOf(first) <= room) return first;
  let short = "";
  for (const { segment } of graphemes.segment(first)) {
    if (widthOf(`${short}${segment}…`) > room) break;
    short += segment;
  }
  return `${short}…`;
}
