import { makeOperator } from "~/accounts/making-an-operator.server";
import { line, mailAddress } from "~/forms/fields";
import { config } from "~/platform/config.server";
import { Mistake } from "~/platform/mistake";
import { asOperator, type Command, needed, typedIn } from "./command";

export const createOperator: Command = {
  does: "makes somebody an operator of this Kring",
  takes: "--mail ann@kring.example --name Ann",
  migrates: true,
  async run(typed, terminal) {
    const given = typedIn(typed, { mail: { type: "string" }, name: { type: "string" } });
    const mail = mailAddress("signIn.mailMissing").safeParse(needed(given.mail, "mail"));
    if (!mail.success) throw new Mistake(`--mail is not a mail address: ${given.mail}`);
    const name = line(120, "circle.nameMissing").safeParse(needed(given.name, "name"));
    if (!name.success) throw new Mistake("--name has 1 to 120 characters.");
    const { already } = await makeOperator(asOperator(terminal), { mail: mail.data, name: name.data });
    terminal.print(`${mail.data} ${already ? "was already" : "is now"} an operator.`);
    terminal.print(`To sign in: ${config().appUrl}/sign-in`);
  },
};
