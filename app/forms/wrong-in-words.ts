import type { Say, TextKey } from "~/i18n/text";
import type { Words } from "~/platform/refusal";

/** What the fields that take words are called in a sentence about them, by their name in a form. */
const fieldNames: Record<string, TextKey> = {
  about: "error.field.about",
  centralMail: "error.field.mail",
  centralName: "error.field.name",
  code: "error.field.code",
  facilitatorMail: "error.field.mail",
  facilitatorName: "error.field.name",
  function: "error.field.function",
  mail: "error.field.mail",
  myName: "error.field.name",
  name: "error.field.name",
  place: "error.field.place",
  relation: "error.field.relation",
  service: "error.field.service",
  text: "error.field.text",
  what: "error.field.what",
  word: "error.field.word",
};

/** What is wrong with a form, in words that name the field. @param field null when it is the whole form */
export function wrongInWords(t: Say, { field, words }: { field: string | null; words: Words }): string {
  return t(words.key, { field: t(fieldNames[field ?? ""] ?? "error.field.other"), ...words.values });
}
