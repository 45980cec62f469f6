import { describe, expect, it } from "vitest";
import { bestMoment, type Can } from "./best-moment";

const moment = (id: string, startLocal: string, open = true) => ({ id, startLocal, open });
const tuesday = moment("tue", "2026-12-08T19:30");
const thursday = moment("thu", "2026-12-10T19:30");
const saturday = moment("sat", "2026-12-12T15:00");
const all = [tuesday, thursday, saturday];

/** What somebody says of Tuesday, Thursday and Saturday: + yes, ? if need be, - no, . nothing. */
function person(id: string, said: string) {
  const cans: Record<string, Can> = { "+": "yes", "?": "ifNeedBe", "-": "no" };
  const answers = Object.fromEntries(
    all.flatMap(({ id: day }, place) => {
      const can = cans[said[place] ?? ""];
      return can ? [[day, can]] : [];
    }),
  );
  return { id, answers };
}
const best = (...people: [string, string][]) =>
  bestMoment(
    all,
    people.map(([id, said]) => person(id, said)),
    "jan",
  );

describe("The best moment", () => {
  it.each([
    [
      "is where Jan and most others can",
      "tue",
      [
        ["jan", "++."],
        ["mia", "++-"],
        ["tom", "+-+"],
      ],
    ],
    [
      "is never where Jan can't, however many others can",
      "sat",
      [
        ["jan", "--?"],
        ["mia", "+++"],
        ["tom", "+++"],
        ["an", "++-"],
      ],
    ],
    [
      "is where Jan can before where he can if need be",
      "thu",
      [
        ["jan", "?+."],
        ["mia", "+-+"],
        ["tom", "+-+"],
      ],
    ],
    [
      "is where Jan can if need be before where he did not say",
      "tue",
      [
        ["jan", "?.-"],
        ["mia", "-++"],
        ["tom", "-++"],
      ],
    ],
    [
      "is where he did not say before where he can't",
      "thu",
      [
        ["jan", "-.-"],
        ["mia", "+++"],
      ],
    ],
    [
      "counts who can before who can if need be",
      "thu",
      [
        ["jan", "+++"],
        ["mia", "?+."],
        ["tom", "?-."],
        ["an", "?-."],
      ],
    ],
    [
      "counts who can if need be where as many can",
      "thu",
      [
        ["jan", "+++"],
        ["mia", "+++"],
        ["tom", "-?-"],
      ],
    ],
    [
      "is the earliest of those that are as good",
      "tue",
      [
        ["jan", "+++"],
        ["mia", "+++"],
      ],
    ],
    [
      "is there as soon as Jan alone has answered",
      "thu",
      [
        ["jan", "-+-"],
        ["mia", "..."],
      ],
    ],
  ] as [string, string, [string, string][]][])("%s", (_, id, people) => {
    expect(best(...people).moment?.id).toBe(id);
  });

  it("says what is said of it: by Jan, and by how many of the others", () => {
    expect(best(["jan", "+.."], ["mia", "+.."], ["tom", "?.."], ["an", "-.."], ["luc", "..."]).moment).toEqual({
      ...{ id: "tue", central: "yes", yes: 1, ifNeedBe: 1, others: 4 },
    });
  });

  it("is none when nobody answered, when Jan can at none, and when nobody can at any", () => {
    expect(best(["jan", "..."], ["mia", "..."])).toEqual({ moment: null, none: "silent" });
    expect(best(["jan", "---"], ["mia", "+++"])).toEqual({ moment: null, none: "central" });
    expect(best(["jan", "..."], ["mia", "---"])).toEqual({ moment: null, none: "nobody" });
  });

  it("is not one that is past, or where the circle meets already", () => {
    const people = [person("jan", "+++"), person("mia", "+--")];
    expect(bestMoment([{ ...tuesday, open: false }, saturday, thursday], people, "jan").moment?.id).toBe("thu");
    expect(bestMoment([{ ...tuesday, open: false }], people, "jan")).toEqual({ moment: null, none: "silent" });
  });
});
