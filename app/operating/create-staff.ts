import { line, mailAddress } from "~/forms/fields";
import { addStaff } from "~/organisation/adding-staff.server";
import { config } from "~/platform/config.server";
import { Mistake } from "~/platform/mistake";
import { asOperator, type Command, needed, typedIn } from "./command";

export const createStaff: Command = {
  does: "puts somebody on the staff of an organisation",
  takes: '--organisation "Plan vzw" --mail sofie@plan.example --name Sofie',
  migrates: true,
  async run(typed, terminal) {
    const given = typedIn(typed, { organisation: { type: "string" }, mail: { type: "string" }, name: { type: "string" } });
    const organisation = needed(given.organisation, "organisation");
    const mail = mailAddress("signIn.mailMissing").safeParse(needed(given.mail, "mail"));
    if (!mail.success) throw new Mistake(`--mail is not a mail address: ${given.mail}`);
    const name = line(120, "circle.nameMissing").safeParse(needed(given.name, "name"));
    if (!name.success) throw new Mistake("--name has 1 to 120 characters.");
    const added = await addStaff(asOperator(terminal), organisation, { mail: mail.data, name: name.data });
    if (!added) throw new Mistake(`There is no organisation with the name or id ${organisation}. Make it with create-organisation.`);
    const { organisationName, already } = added;
    terminal.print(`${mail.data} ${already ? "was already" : "is now"} on the staff of ${organisationName}.`);
    terminal.print(`To sign in: ${config().appUrl}/sign-in`);
  },
};
