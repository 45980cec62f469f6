import { z } from "zod";
import type { TextKey } from "~/i18n/text";
import { isDay, isTime, isZone } from "~/platform/wall-clock";

/** A message is a key of the texts; naming it here keeps it checked. */
const key = (text: TextKey): TextKey => text;

/** Control characters, and the marks that turn the direction of the text around them, do not belong in what people write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what is taken out
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unwanted, "").normalize("NFC").trim();
}

/** One line of text, 1 to `max` characters. @param missing what to say when it is empty */
export function line(max: number, missing: TextKey) {
  return z
    .string(key(missing))
    .transform((text) => tidy(text).replace(/\s+/g, " "))
    .pipe(z.string().min(1, key(missing)).max(max, key("error.tooLong")));
}

/** One line that may be empty. */
export function lineOrNone(max: number) {
  return z
    .string()
    .optional()
    .transform((text) => tidy(text ?? "").replace(/\s+/g, " "))
    .pipe(z.string().max(max, key("error.tooLong")));
}

/** The id of something that a form is about, or null when it is about none. */
export const idOrNone = lineOrNone(64).transform((text) => text || null);

/** A mail address, in small letters. */
export function mailAddress(missing: TextKey) {
  return line(254, missing)
    .transform((text) => text.toLowerCase())
    .pipe(z.email(key("error.mailWrong")));
}

/** A mail address, or null when left empty. */
export const mailOrNone = z
  .string()
  .optional()
  .transform((text) => tidy(text ?? "").toLowerCase() || null)
  .pipe(z.email(key("error.mailWrong")).max(254, key("error.tooLong")).nullable());

/** A day as the date field sends it: `2026-12-01`, one that exists. */
export function day(missing: TextKey) {
  return line(10, missing).refine(isDay, key("error.dayWrong"));
}

/** A day, or null when left empty. */
export const dayOrNone = z
  .string()
  .optional()
  .transform((text) => tidy(text ?? "") || null)
  .refine((text) => text === null || isDay(text), key("error.dayWrong"));

function asTime(text: string): string {
  return text.replace(/^(\d{1,2})[:.u](\d\d)(:\d\d)?$/, (_, hour: string, minute: string) => `${hour.padStart(2, "0")}:${minute}`);
}

/** A time of day as the time field sends it: `19:30`; or as people write it where there is no such field: `19.30`, `9u30`. */
export function time(missing: TextKey) {
  return line(8, missing).transform(asTime).refine(isTime, key("error.timeWrong"));
}

/** A time of day, or null when left empty. */
export const timeOrNone = lineOrNone(8)
  .transform((text) => (text ? asTime(text) : null))
  .refine((text) => text === null || isTime(text), key("error.timeWrong"));

/** A time zone that is known: `Europe/Brussels`. */
export const zone = line(64, "error.zoneWrong").refine(isZone, key("error.zoneWrong"));

/** The same, or null when left as it is for all. */
export const zoneOrNone = lineOrNone(64)
  .transform((text) => text || null)
  .refine((text) => text === null || isZone(text), key("error.zoneWrong"));

/** One of a closed list. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values, missing: TextKey) {
  return z.enum(values, key(missing));
}

/** A tick box: true when ticked. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== "");

/** Ids of people, from boxes to tick: none, one or many. */
export const people = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set(value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value])]);

/** The version that the page showed, to notice when somebody else has saved in between. */
export const version = z.coerce.number<string>().int().catch(0);

/**
 * For what looks at several fields: asked as soon as those are right, whatever else is wrong in the form, so that all
 * faults are shown at once. `.refine(check, { path, message, ...onceRight("since", "until") })`
 */
export function onceRight(...names: string[]) {
  return {
    when: ({ value, issues }: { value: unknown; issues: { path?: PropertyKey[] }[] }) =>
      typeof value === "object" && value !== null && !issues.some((issue) => names.some((name) => issue.path?.[0] === name)),
  };
}
