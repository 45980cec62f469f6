import { z } from "zod";
import { day, dayOrNone, line, lineOrNone, oneOf, ticked, version } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";
import { audiences } from "~/policy/table";
import { domains } from "./domains";

const whoMissing: TextKey = "support.whoMissing";
const whoTwice: TextKey = "support.whoTwice";
const untilBefore: TextKey = "support.untilBefore";

const fields = {
  memberId: lineOrNone(26).transform((id) => id || null),
  service: lineOrNone(100).transform((name) => name || null),
  what: line(200, "support.whatMissing"),
  domain: oneOf(domains, "support.domainMissing"),
  since: day("support.sinceMissing"),
  until: dayOrNone,
  paid: ticked,
};

interface Filled {
  memberId: string | null;
  service: string | null;
  since: string;
  until: string | null;
}

/** These look at two fields each, and are asked as soon as both are right, whatever else is wrong in the form. */
const whole = (...names: (keyof Filled)[]) => ({
  when: ({ value, issues }: { value: unknown; issues: { path?: PropertyKey[] }[] }) =>
    typeof value === "object" && value !== null && !issues.some((issue) => names.some((name) => issue.path?.[0] === name)),
});

/** Somebody of the circle or a service, not both; and no end before the beginning. */
function agreeing<Form extends Filled>(form: z.ZodType<Form>) {
  return form
    .refine(({ memberId, service }) => memberId || service, { path: ["memberId"], message: whoMissing, ...whole("memberId", "service") })
    .refine(({ memberId, service }) => !(memberId && service), { path: ["service"], message: whoTwice, ...whole("memberId", "service") })
    .refine(({ since, until }) => !until || until >= since, { path: ["until"], message: untilBefore, ...whole("since", "until") });
}

export const supportForm = agreeing(z.object({ ...fields, audience: oneOf(audiences, "plan.forWhomMissing") }));

/** Changing it: whoever may not change the audience is not asked for it. */
export const supportChange = agreeing(z.object({ ...fields, audience: oneOf(audiences, "plan.forWhomMissing").optional(), version }));

export const supportEnd = z.object({ until: day("support.untilMissing") });
