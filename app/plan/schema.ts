import { z } from "zod";
import { line, oneOf, version } from "~/forms/fields";
import { audiences } from "~/policy/table";

export const dreamForm = z.object({
  text: line(200, "plan.dreamMissing"),
  audience: oneOf(audiences, "error.choose"),
});

/** Changing a dream: the version tells whether somebody else saved in between. */
export const dreamChange = dreamForm.extend({ version });
