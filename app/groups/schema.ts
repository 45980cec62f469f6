import { z } from "zod";
import { lineOrNone, oneOf, zone } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";

const nameMissing: TextKey = "circle.nameMissing";
const myNameMissing: TextKey = "circle.myNameMissing";

const circleForm = z.object({
  forWhom: oneOf(["me", "other"], "error.choose"),
  name: lineOrNone(100),
  myName: lineOrNone(100),
  relation: lineOrNone(60),
  zone,
});

/** A form that was checked. */
export type CircleForm = z.infer<typeof circleForm>;

/** Making a circle. Whose name is needed depends on for whom it is; `named` says whether the account has a name already. */
export function circleFormFor(named: boolean) {
  return circleForm.superRefine((form, problems) => {
    if (form.forWhom === "other" && !form.name) problems.addIssue({ code: "custom", path: ["name"], message: nameMissing });
    if (!named && !form.myName) problems.addIssue({ code: "custom", path: ["myName"], message: myNameMissing });
  });
}
