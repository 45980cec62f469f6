import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "../../app/i18n/en";
import { nl } from "../../app/i18n/nl";
import { sourcesIn } from "../sources";

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
const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((gap) => gap[1]).sort();
const sources = sourcesIn(["app", "emails"], /\.tsx?$/).filter((file) => !/i18n\/(nl|en)\//.test(file));
const code = sources.map((file) => readFileSync(file, "utf8")).join("\n");

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
    const begun = [...code.matchAll(/[`"]([a-z][\w.]*\.[\w]*)\$\{/gi)].map((match) => match[1] ?? "");
    const unused = [...dutch.keys()]
      .map((key) => key.replace(/_(zero|one|other)$/, ""))
      .filter((key) => !code.includes(`"${key}"`) && !code.includes(`\`${key}\``) && !begun.some((start) => key.startsWith(start)));
    expect([...new Set(unused)]).toEqual([]);
  });
});
