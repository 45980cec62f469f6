import { describe, expect, it } from "vitest";
import { circleLayout, outline, round, type Shape, shortName, tall, widthOf } from "./circle-layout";
import { type Thing, thingsAt, touch } from "./circle-places";

/** Four, thirteen, twenty-five and forty people, and some that are hard: everybody near, everybody far, nobody. */
const circles = [
  [1, 1, 1, 1],
  [3, 5, 4, 1],
  [4, 9, 8, 4],
  [6, 14, 12, 8],
  [40, 0, 0, 0],
  [0, 0, 0, 40],
  [20, 20, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 0, 0],
];
const shapes: [string, Shape][] = [
  ["round", round],
  ["tall", tall],
];

function allThings(counts: number[], shape: Shape): Thing[] {
  const { rings } = circleLayout(counts, shape);
  const people = rings.flatMap(({ places }, ring) => places.slice(0, counts[ring]));
  return [...thingsAt({ x: 0, y: 0 }, shape.central), ...people.flatMap((place) => thingsAt(place, shape))];
}

describe.each(shapes)("The picture of the circle, %s", (_, shape) => {
  it.each(circles)("has a place for each of %i, %i, %i and %i people, where no face or name touches another", (...counts) => {
    const { rings } = circleLayout(counts, shape);
    counts.forEach((count, ring) => {
      expect(rings[ring]?.places.length).toBeGreaterThanOrEqual(count);
    });
    const things = allThings(counts, shape);
    const touching = things.filter((thing, place) => things.some((other, later) => later > place && touch(thing, other)));
    expect(touching).toEqual([]);
  });

  it.each(circles)("of %i, %i, %i and %i people stays within its edges, and each ring within the next", (...counts) => {
    const { rings, halfWidth, halfHeight } = circleLayout(counts, shape);
    for (const thing of allThings(counts, shape)) {
      const [w, h] = "r" in thing ? [thing.r, thing.r] : [thing.w / 2, thing.h / 2];
      expect(Math.abs(thing.x) + w).toBeLessThanOrEqual(halfWidth);
      expect(Math.abs(thing.y) + h).toBeLessThanOrEqual(halfHeight);
    }
    for (let ring = 1; ring < rings.length; ring += 1) {
      expect(rings[ring]?.radius).toBeGreaterThan(rings[ring - 1]?.radius ?? 0);
      expect(rings[ring]?.half).toBeGreaterThan(rings[ring - 1]?.half ?? 0);
    }
  });

  it("keeps the name of each ring free", () => {
    for (const counts of circles) {
      const { rings } = circleLayout(counts, shape);
      const labels = rings.map(({ label }): Thing => ({ ...label, ...shape.label }));
      const things = allThings(counts, shape);
      expect(labels.filter((label) => things.some((thing) => touch(label, thing)))).toEqual([]);
    }
  });

  it("is the same each time, and moves nobody when somebody takes a free place", () => {
    const friends = shape === round ? 4 : 3;
    const before = circleLayout([3, friends, 4, 1], shape);
    expect(circleLayout([3, friends, 4, 1], shape)).toEqual(before);
    const after = circleLayout([3, friends + 1, 4, 1], shape);
    expect(after.rings.map((ring) => ring.places)).toEqual(before.rings.map((ring) => ring.places));
  });

  it("has no broken number in it", () => {
    for (const counts of circles)
      for (const ring of circleLayout(counts, shape).rings) expect(outline(ring)).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it("On a phone of 360 pixels every face can be pressed on 44 pixels or more, also with forty people", () => {
  const { halfWidth } = circleLayout([6, 14, 12, 8], tall);
  const pixels = 360 - 2 * 1.25 * 18;
  expect((2 * tall.face * pixels) / (2 * halfWidth)).toBeGreaterThanOrEqual(44);
});

describe("A name in the picture", () => {
  it("stands there whole when it fits, else its first word, else the beginning of that", () => {
    expect(shortName("Fatima", 72, 14)).toBe("Fatima");
    expect(shortName("Marie-Claire Van den Broeck", 96, 17)).toMatch(/^Marie.*…$/);
    expect(shortName("Fatima El Amrani", 72, 14)).toBe("Fatima");
    expect(shortName("A", 72, 14)).toBe("A");
  });

  it("of two hundred letters, in Arabic or of flags fits too, and no letter is cut in two", () => {
    for (const name of ["x".repeat(200), "فاطمة الزهراء بنت محمد", "🇧🇪".repeat(60), "M".repeat(200)]) {
      const short = shortName(name, 72, 14);
      expect(widthOf(short) * 14).toBeLessThanOrEqual(72);
      expect(short.length).toBeGreaterThan(1);
    }
    expect(shortName("👩‍👩‍👧".repeat(20), 72, 14)).toMatch(/^(👩‍👩‍👧)+…$/u);
  });
});
