import { z } from "zod";
import { dayOrNone, line, lineOrNone, oneOf, people, version } from "~/forms/fields";
import type { TextKey } from "~/i18n/text";
import { audiences } from "~/policy/table";

const audience = oneOf(audiences, "plan.forWhomMissing");
/** In a form of change, whoever may not change the audience is not asked for it. */
const audienceIfAsked = audience.optional();
/** The id of what something hangs under, or null when it stands alone. */
const under = lineOrNone(26).transform((id) => id || null);
const whoMissing: TextKey = "plan.peopleMissing";
const doers = people.pipe(z.array(z.string()).min(1, whoMissing).max(60, whoMissing));

export const dreamForm = z.object({ text: line(200, "plan.dreamMissing"), audience });

/** Changing a dream: the version tells whether somebody else saved in between. */
export const dreamChange = dreamForm.extend({ audience: audienceIfAsked, version });

export const goalForm = z.object({ text: line(200, "plan.goalMissing"), dreamId: under, audience });
export const goalChange = goalForm.omit({ dreamId: true }).extend({ audience: audienceIfAsked, version });

export const actionForm = z.object({ text: line(200, "plan.actionMissing"), goalId: under, people: doers, dueOn: dayOrNone, audience });
export const actionChange = actionForm.omit({ goalId: true }).extend({ audience: audienceIfAsked, version });
