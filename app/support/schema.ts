import { z } from "zod";
import { day, dayOrNone, line, lineOrNone, onceRight, oneOf, ticked, version } from "~/forms/fields";
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

/** Somebody of the circle or a service, not both; and no end before the beginning. */
function agreeing<Form extends Filled>(form: z.ZodType<Form>) {
  return form
    .refine(({ memberId, service }) => memberId || service, {
      path: ["memberId"],
      message: whoMissing,
      ...onceRight("memberId", "service"),
    })
    .refine(({ memberId, service }) => !(memberId && service), {
      path: ["service"],
      message: whoTwice,
      ...onceRight("memberId", "service"),
    })
    .refine(({ since, until }) => !until || until >= since, { path: ["until"], message: untilBefore, ...onceRight("since", "until") });
}

export const supportForm = agreeing(z.object({ ...fields, audience: oneOf(audiences, "plan.forWhomMissing") }));

/** Changing it: whoever may not change the audience is not asked for it. */
export const supportChange = agreeing(z.object({ ...fields, audience: oneOf(audiences, "plan.forWhomMissing").optional(), version }));

export const supportEnd = z.object({ until: day("support.untilMissing") });
