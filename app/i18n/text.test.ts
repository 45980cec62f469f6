import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { isolated } from "./isolated";
import { nl } from "./nl";
import { languages, say, type TextKey } from "./text";

type Texts = { [key: string]: string | Texts };
/** Every key as it is asked for: without the ending of its plural. */
const keysOf = (texts: Texts, before = ""): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [(before + key).replace(/_(zero|one|other)$/, "")] : keysOf(text, `${before}${key}.`),
  );
const keys = [...new Set(keysOf(nl))] as TextKey[];

/** i18next as it comes, for every text at every turn. */
const plain = i18next.createInstance();
void plain.init({
  initAsync: false,
  lng: "nl",
  fallbackLng: "nl",
  resources: { nl: { translation: nl }, en: { translation: en } },
  interpolation: { escapeValue: true, escape: isolated },
  showSupportNotice: false,
});

/** Something for every gap there is. */
const gaps = [...new Set([...JSON.stringify([nl, en]).matchAll(/\{\{(\w+)\}\}/g)].map(([, gap]) => gap ?? ""))];
const filledWith = (word: string, count: number) => ({ ...Object.fromEntries(gaps.map((gap) => [gap, `${word} ${gap}`])), count });

describe("A text that is said", () => {
  it.each(languages)("in %s reads as i18next alone would say it, whatever is filled in, and for any number", (language) => {
    const theirs = plain.getFixedT(language) as unknown as (key: string, values?: object) => string;
    const said = say(language);
    for (const key of keys)
      for (const word of ["Jan", "محمد", "<b>$&</b>"])
        for (const count of [0, 1, 2, 5, 100]) {
          const values = filledWith(word, count);
          expect(said(key, values), key).toBe(theirs(key, values));
        }
  });

  it("keeps the direction of a name from the right, and fills no gap that somebody typed (i18next would)", () => {
    expect(say("en")("home.hello", { name: "محمد" })).toContain("\u2068محمد\u2069");
    expect(say("nl")("circle.mailPreview", { by: "{{name}}", name: "Jan" })).toContain("{{name}}");
  });

  it("fails where a gap stays open", () => {
    expect(() => say("nl")("home.hello")).toThrow("name is not filled in");
  });
});
