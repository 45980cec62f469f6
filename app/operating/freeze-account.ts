import { freezeAccount, unfreezeAccount } from "~/accounts/freezing.server";
import { mailAddress } from "~/forms/fields";
import { Mistake } from "~/platform/mistake";
import { asOperator, type Command, needed, typedIn } from "./command";

export const freezeAccountCommand: Command = {
  does: "signs an account out everywhere, and lets nobody in with it",
  takes: "--mail ann@kring.example",
  migrates: true,
  async run(typed, terminal) {
    const mail = mailIn(typed);
    const frozen = await freezeAccount(asOperator(terminal), mail);
    if (!frozen) throw new Mistake(`${mail} has no account.`);
    terminal.print(`${mail} is frozen. Devices signed out: ${frozen.devices}.`);
    terminal.print("Their mails don't leave and their links open nothing until: npm run kring -- unfreeze-account");
  },
};

export const unfreezeAccountCommand: Command = {
  does: "lets the owner of a frozen account sign in again",
  takes: "--mail ann@kring.example",
  migrates: true,
  async run(typed, terminal) {
    const mail = mailIn(typed);
    if (!(await unfreezeAccount(asOperator(terminal), mail))) throw new Mistake(`${mail} has no account.`);
    terminal.print(`${mail} can sign in again.`);
  },
};

function mailIn(typed: string[]): string {
  const given = typedIn(typed, { mail: { type: "string" } });
  const mail = mailAddress("signIn.mailMissing").safeParse(needed(given.mail, "mail"));
  if (!mail.success) throw new Mistake(`--mail is not a mail address: ${given.mail}`);
  return mail.data;
}
