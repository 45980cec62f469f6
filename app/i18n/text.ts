import i18next, { type i18n } from "i18next";
import { en } from "./en";
import { isolated } from "./isolated";
import { nl } from "./nl";

export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

type Join<Before extends string, Key extends string> = Before extends "" ? Key : `${Before}.${Key}`;
type Bare<Key extends string> = Key extends `${infer Stem}_${"zero" | "one" | "other"}` ? Stem : Key;
type Keys<Texts, Before extends string = ""> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Join<Before, Bare<Key>> : Keys<Texts[Key], Join<Before, Key>>;
}[keyof Texts & string];

/** Every text there is, by its place: `plan.dreamAdd`. Dutch is the source; plurals leave out `_one` and `_other`. */
export type TextKey = Keys<typeof nl>;

/** Says a text in one language; `values` fill the `{{gaps}}`, `count` chooses the plural. */
export type Say = (key: TextKey, values?: Record<string, string | number>) => string;

let instance: i18n | undefined;

function texts(): i18n {
  if (!instance) {
    instance = i18next.createInstance();
    void instance.init({
      initAsync: false,
      lng: "nl",
      fallbackLng: "nl",
      resources: { nl: { translation: nl }, en: { translation: en } },
      returnNull: false,
      showSupportNotice: false,
    });
  }
  return instance;
}

const voices = new Map<Language, Say>();

/** @returns how to say texts in this language */
export function say(language: Language): Say {
  let voice = voices.get(language);
  if (!voice) {
    voice = voiceOf(language);
    voices.set(language, voice);
  }
  return voice;
}

/**
 * i18next finds a text, its plural and what stands in for it; that is done once for each. A page says a hundred texts, and
 * to let i18next do all of it each time was a fifth of what the page cost (docs/decisions/0014-drawn-directly.md).
 */
function voiceOf(language: Language): Say {
  const fixed = texts().getFixedT(language) as unknown as (key: string, values: object) => string;
  const plurals = new Intl.PluralRules(language);
  /** By key and plural: words and gaps in turn, words first. */
  const known = new Map<string, readonly string[]>();
  return (key, values) => {
    const count = values?.count;
    const form = count === undefined ? key : `${key} ${count === 0 ? "zero" : plurals.select(Number(count))}`;
    let parts = known.get(form);
    if (!parts) {
      parts = fixed(key, { ...(count !== undefined && { count }), skipInterpolation: true }).split(/\{\{(\w+)\}\}/);
      known.set(form, parts);
    }
    let said = parts[0] ?? "";
    for (let place = 1; place < parts.length; place += 2) said += filled(parts[place] ?? "", values, key) + parts[place + 1];
    return said;
  };
}

/** What is filled in keeps its own direction; that it is no HTML is React's care. A gap that nobody filled is a fault of ours: readers miss a word, tests fail. */
function filled(gap: string, values: Record<string, string | number> | undefined, key: string): string {
  const value = values?.[gap];
  if (value !== undefined) return isolated(String(value));
  if (process.env.NODE_ENV !== "production") throw new Error(`${gap} is not filled in: ${key}`);
  return "";
}

/** The key itself when there is such a text, else `otherwise`: for what may come from a library. */
export function textKeyOr(key: string, otherwise: TextKey): TextKey {
  return texts().exists(key) || texts().exists(`${key}_other`) ? (key as TextKey) : otherwise;
}

/** @returns the language that is meant, or Dutch */
export function languageOf(text: string | null | undefined): Language {
  return languages.find((language) => text?.toLowerCase().startsWith(language)) ?? "nl";
}
