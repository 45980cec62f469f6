import { z } from "zod";
import { isBirthday } from "~/calendar/birthday";
import { line, lineOrNone, mailOrNone, onceRight, oneOf, ticked, version, zone, zoneOrNone } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";
import { rings } from "~/policy/table";

const key = (text: TextKey): TextKey => text;

/** Names are as long as people make them; what is longer is no name. */
export const longestName = 120;

const groupForm = z.object({
  forWhom: oneOf(["me", "other"], "circle.forWhomMissing"),
  myName: lineOrNone(longestName),
  name: lineOrNone(longestName),
  relation: lineOrNone(80),
  mail: mailOrNone,
  zone,
});

/** A form that was checked. */
export type GroupForm = z.infer<typeof groupForm>;

/** Making a circle. Whose name is needed depends on for whom it is; `named` says whether the account has a name already. */
export function groupFormFor(named: boolean) {
  return groupForm
    .refine(({ myName }) => named || myName !== "", { path: ["myName"], message: key("circle.myNameMissing"), ...onceRight("myName") })
    .refine(({ forWhom, name }) => forWhom !== "other" || name !== "", {
      ...{ path: ["name"], message: key("circle.theirNameMissing") },
      ...onceRight("forWhom", "name"),
    });
}

/** The roles that somebody can be given: there is one central person for good, and only an organisation sends a starter. */
export const givenRoles = ["member", "facilitator", "professional"] as const;
export const capacities = ["personal", "mandate"] as const;

const place = {
  role: oneOf(givenRoles, "circle.roleMissing"),
  ring: oneOf(rings, "circle.ringMissing"),
  capacity: z
    .string()
    .optional()
    .transform((value) => capacities.find((capacity) => capacity === value) ?? null),
  function: lineOrNone(80),
  service: lineOrNone(80),
};
type Place = z.infer<z.ZodObject<typeof place>>;

/** What must hold for a place in the circle: who is paid is never in the heart, and says from where they come. */
function placed<Form extends Place>(form: z.ZodType<Form>) {
  const must = (field: keyof Place, message: TextKey, holds: (form: Place) => boolean, ...also: (keyof Place)[]) => {
    const check = (form: Place) => form.role !== "professional" || holds(form);
    const refusal = { path: [field], message, ...onceRight("role", field, ...also) };
    return [check, refusal] satisfies [unknown, unknown];
  };
  return form
    .refine(...must("ring", "circle.notInTheHeart", ({ ring }) => ring !== "heart"))
    .refine(...must("capacity", "circle.capacityMissing", ({ capacity }) => capacity !== null))
    .refine(
      ...must("function", "circle.functionMissing", ({ capacity, function: work }) => capacity !== "mandate" || work !== "", "capacity"),
    )
    .refine(...must("service", "circle.serviceMissing", ({ capacity, service }) => capacity !== "mandate" || service !== "", "capacity"));
}

/** Only a professional has a capacity, only a mandate a function and a service: what was typed in vain is left out. */
export function placeOf(form: Place) {
  const { role, ring } = form;
  const mandate = role === "professional" && form.capacity === "mandate";
  return {
    role,
    ring,
    capacity: role === "professional" ? form.capacity : null,
    function: mandate ? form.function : null,
    service: mandate ? form.service : null,
  };
}

/** The id of somebody's wish to join, when they are put in the circle because of it. */
const wish = lineOrNone(26);

const known = { name: line(longestName, "circle.nameMissing"), relation: lineOrNone(80), mail: mailOrNone };

export const memberForm = placed(z.object({ ...known, ...place, invite: ticked, wish })).refine(
  ({ invite, mail }) => !invite || mail !== null,
  {
    path: ["mail"],
    message: key("circle.mailForInvitation"),
    ...onceRight("invite", "mail"),
  },
);
export type MemberForm = z.infer<typeof memberForm>;

/** Changing what is known of somebody. */
export const memberChange = z.object({ ...known, version });
export type MemberChange = z.infer<typeof memberChange>;

/** A birthday, as `MM-DD`: a day and a month that go together, or neither, which is null. */
export const birthdayForm = z
  .object({ day: lineOrNone(2), month: lineOrNone(2) })
  .transform(({ day, month }) => (day || month ? `${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null))
  .refine((birthday) => birthday === null || isBirthday(birthday), { path: ["day"], message: key("circle.birthdayWrong") });

/** By which clock somebody lives: an IANA name, or null for that of the circle. */
export const clockForm = z.object({ zone: zoneOrNone });
export type ClockForm = z.infer<typeof clockForm>;

/** Leaving, perhaps with a word to those who stay. */
export const leaveForm = z.object({ word: lineOrNone(500) });

/** Another ring or role. */
export const placeForm = placed(z.object({ ...place, version }));
export type PlaceForm = z.infer<typeof placeForm>;
