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
      // React escapes HTML; what is filled in only has to keep its own direction.
      interpolation: { escapeValue: true, escape: isolated },
      missingInterpolationHandler: (text: string, [gap = ""]: RegExpExecArray) => unfilled(text, gap),
      returnNull: false,
      showSupportNotice: false,
    });
  }
  return instance;
}

/** A gap that nobody filled is a fault of ours: readers miss a word, tests fail. */
function unfilled(text: string, gap: string): string {
  if (process.env.NODE_ENV !== "production") throw new Error(`${gap} is not filled in: ${text}`);
  return "";
}

const voices = new Map<Language, Say>();

/** @returns how to say texts in this language */
export function say(language: Language): Say {
  let voice = voices.get(language);
  if (!voice) {
    const fixed = texts().getFixedT(language) as unknown as (key: string, values?: object) => string;
    voice = (key, values) => fixed(key, values);
    voices.set(language, voice);
  }
  return voice;
}

/** The key itself when there is such a text, else `otherwise`: for what may come from a library. */
export function textKeyOr(key: string, otherwise: TextKey): TextKey {
  return texts().exists(key) || texts().exists(`${key}_other`) ? (key as TextKey) : otherwise;
}

/** @returns the language that is meant, or Dutch */
export function languageOf(text: string | null | undefined): Language {
  return languages.find((language) => text?.toLowerCase().startsWith(language)) ?? "nl";
}
