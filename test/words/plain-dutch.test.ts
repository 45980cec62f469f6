import { describe, expect, it } from "vitest";
import { hourOf } from "../../app/i18n/dates";
import { nl } from "../../app/i18n/nl";

type Tree = { [key: string]: string | Tree };
const texts: [string, string][] = [];
(function walk(tree: Tree, before: string) {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") texts.push([`${before}${key}`, value.replace(/\{\{\w+\}\}/g, "Jan")]);
    else walk(value, `${before}${key}.`);
  }
})(nl as unknown as Tree, "");

const sentences = (text: string) => text.split(/(?<=[.?!:])\s+/).filter(Boolean);
const words = (sentence: string) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word));
const breaking = (rule: (text: string) => boolean) => texts.filter(([, text]) => rule(text)).map(([key, text]) => `${key}: ${text}`);

/** The rules of ACCESSIBLE.md section 3 that a machine can hold; the reading is done by people. */
describe("The Dutch", () => {
  it("keeps sentences to at most sixteen words", () => {
    expect(breaking((text) => sentences(text).some((sentence) => words(sentence).length > 16))).toEqual([]);
  });

  it("keeps a text to at most five sentences", () => {
    expect(breaking((text) => sentences(text).length > 5)).toEqual([]);
  });

  it("uses no officialese and no words of care institutions", () => {
    const forbidden =
      /\b(gelieve|conform|inzake|betreffende|middels|teneinde|indien|dient te|desgewenst|faciliteren|participatie|authenticatie|verificatie|valideren|registratie|procedure|cliënt|doelgroep|traject|zorgvrager|regie|klik hier|ok|verzenden|submit)\b/i;
    expect(breaking((text) => forbidden.test(text))).toEqual([]);
  });

  it("does not shout, abbreviate, or say u", () => {
    expect(breaking((text) => /!|\b(bv|d\.w\.z|m\.b\.t|o\.a|etc)\.|%|\bu(w)?\b/i.test(text))).toEqual([]);
    expect(breaking((text) => /\b[A-Z]{3,}\b/.test(text.replace(/VDAB|QR|SMTP/g, "")))).toEqual([]);
  });

  it("writes hours with a point, as Flemings do", () => {
    expect(breaking((text) => /\d:\d\d/.test(text))).toEqual([]);
    expect(hourOf("2026-12-01T19:30", "nl")).toBe("19.30 uur");
  });

  it("tells what was done in the perfect tense, not in that of books", () => {
    const bookish =
      /\b(zei|stuurde|schreef|zette|gaf|maakte|koos|plande|schrapte|zegde|kwam|ging|vroeg|typte|antwoordde|beloofde|liet|begon|hielp|deed|lukte|stopte|vulde|bewaarde)(en|n)?\b/i;
    expect(breaking((text) => bookish.test(text))).toEqual([]);
  });

  it("calls a thing by one name", () => {
    expect(
      breaking((text) => /\b(vergadering|bijeenkomst|meeting|taak|taken|gebruiker|wachtwoorden|account|deelnemer)\b/i.test(text)),
    ).toEqual([]);
  });
});
