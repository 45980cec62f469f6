import { line } from "~/forms/fields";
import { makeOrganisation } from "~/organisation/making-an-organisation.server";
import { Mistake } from "~/platform/mistake";
import { asOperator, type Command, needed, typedIn } from "./command";

export const createOrganisation: Command = {
  does: "makes an organisation and prints its id",
  takes: '--name "Plan vzw"',
  migrates: true,
  async run(typed, terminal) {
    const checked = line(120, "circle.nameMissing").safeParse(needed(typedIn(typed, { name: { type: "string" } }).name, "name"));
    if (!checked.success) throw new Mistake("--name has 1 to 120 characters.");
    terminal.print((await makeOrganisation(asOperator(terminal), checked.data)).id);
  },
};
