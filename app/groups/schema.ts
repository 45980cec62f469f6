import { z } from "zod";
import { line, lineOrNone, mailOrNone, oneOf, ticked, version, zone } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";
import { rings } from "~/policy/table";

const key = (text: TextKey): TextKey => text;

/** Names are as long as people make them; what is longer is no name. */
export const longestName = 120;

const circleForm = z.object({
  forWhom: oneOf(["me", "other"], "circle.forWhomMissing"),
  myName: lineOrNone(longestName),
  name: lineOrNone(longestName),
  relation: lineOrNone(80),
  mail: mailOrNone,
  zone,
});

/** A form that was checked. */
export type CircleForm = z.infer<typeof circleForm>;

/** Making a circle. Whose name is needed depends on for whom it is; `named` says whether the account has a name already. */
export function circleFormFor(named: boolean) {
  return circleForm.superRefine((form, context) => {
    const missing = (path: keyof CircleForm, message: TextKey) => context.addIssue({ code: "custom", path: [path], message });
    if (!named && !form.myName) missing("myName", "circle.myNameMissing");
    if (form.forWhom === "other" && !form.name) missing("name", "circle.theirNameMissing");
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
function checkPlace(form: Place, context: z.RefinementCtx): void {
  const wrong = (path: keyof Place, message: TextKey) => context.addIssue({ code: "custom", path: [path], message });
  if (form.role !== "professional") return;
  if (form.ring === "heart") wrong("ring", "circle.notInTheHeart");
  if (!form.capacity) wrong("capacity", "circle.capacityMissing");
  if (form.capacity === "mandate" && !form.function) wrong("function", "circle.functionMissing");
  if (form.capacity === "mandate" && !form.service) wrong("service", "circle.serviceMissing");
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

const known = { name: line(longestName, "circle.nameMissing"), relation: lineOrNone(80), mail: mailOrNone };

export const personForm = z
  .object({ ...known, ...place, invite: ticked })
  .superRefine(checkPlace)
  .refine((form) => !form.invite || form.mail !== null, { path: ["mail"], error: key("circle.mailForInvitation") });
export type PersonForm = z.infer<typeof personForm>;

/** Changing what is known of somebody. */
export const personChange = z.object({ ...known, version });
export type PersonChange = z.infer<typeof personChange>;

/** Another ring or role. */
export const placeForm = z.object({ ...place, version }).superRefine(checkPlace);
export type PlaceForm = z.infer<typeof placeForm>;
