import { describe, expect, it } from "vitest";
import { en } from "../../app/i18n/en";
import { nl } from "../../app/i18n/nl";
import { languages, say } from "../../app/i18n/text";
import { sayings } from "./said";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, before = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const place = before ? `${before}.${key}` : key;
    if (typeof value === "string") found.set(place, value);
    else for (const [deep, text] of flat(value, place)) found.set(deep, text);
  }
  return found;
}

const dutch = flat(nl as unknown as Tree);
const english = flat(en as unknown as Tree);
const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap = ""]) => gap).sort();
/** Plurals are said by their key without its ending. */
const bare = (key: string) => key.replace(/_(zero|one|other)$/, "");
const keys = new Set([...dutch.keys()].map(bare));
const gapsOf = new Map(
  [...keys].map((key) => [key, new Set([...dutch].filter(([one]) => bare(one) === key).flatMap(([, text]) => gaps(text)))]),
);
/** What is wrong with a field is said with what its rule says of it. */
const byTheForm = new Set(["max", "min", "field"]);
const { used, said } = sayings(keys);

describe("The texts", () => {
  it("stand in English wherever they stand in Dutch", () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  it("have the same gaps in both languages", () => {
    const different = [...dutch].filter(([key, text]) => String(gaps(text)) !== String(gaps(english.get(key) ?? "")));
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it("speak to whoever the circle is of, where others read a name", () => {
    const own = [...dutch].filter(([key]) => /Own$/.test(key) && key !== "circle.titleOwn");
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter(([, text]) => gaps(text).includes("name") || !/\b(je|jij|jou|jouw|ik|mijn)\b/i.test(text))).toEqual([]);
  });

  it("are truly English in English", () => {
    const same = [...dutch].filter(([key, text]) => english.get(key) === text && /\b(de|het|een|je|jij|niet|wie|wat|voor)\b/i.test(text));
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it("say email in English, never mail", () => {
    expect([...english].filter(([, text]) => /\bmail(s|ed|ing)?\b/i.test(text.replace(/\{\{\w+\}\}/g, "")))).toEqual([]);
  });

  it("are all used", () => {
    expect([...keys].filter((key) => !used.has(key))).toEqual([]);
  });

  it("have every gap filled where they are said", () => {
    const unfilled = said.flatMap(({ keys, filled, place }) =>
      keys.flatMap((key) =>
        [...(gapsOf.get(key) ?? [])]
          .filter((gap) => filled && !filled.has(gap) && !byTheForm.has(gap))
          .map((gap) => `${place} ${key}: ${gap}`),
      ),
    );
    expect(said.length).toBeGreaterThan(400);
    expect(unfilled).toEqual([]);
  });

  it("with a gap that nobody filled can't be said at all", () => {
    for (const language of languages) expect(() => say(language)("refusal.mayNot")).toThrow("name");
  });
});
