import { z } from "zod";
import { line, mailAddress, mailOrNone } from "~/forms/fields";
import { longestName } from "~/groups/schema";

/** Starting a group: the central person, who may have no mail address, and the volunteer who goes on after the start. */
export const groupForm = z.object({
  centralName: line(longestName, "organisation.centralNameMissing"),
  centralMail: mailOrNone,
  facilitatorName: line(longestName, "organisation.facilitatorNameMissing"),
  facilitatorMail: mailAddress("organisation.facilitatorMailMissing"),
});
