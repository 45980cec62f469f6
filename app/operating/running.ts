import { config } from "~/platform/config.server";
import { mistakeOf } from "~/platform/mistake";
import { backup } from "./backup";
import { bringToShape } from "./bringing-to-shape";
import { check } from "./check";
import { checkMail } from "./check-mail";
import type { Command, Terminal } from "./command";
import { createOperator } from "./create-operator";
import { createOrganisation } from "./create-organisation";
import { createStaff } from "./create-staff";
import { freezeAccountCommand, unfreezeAccountCommand } from "./freeze-account";
import { outbox } from "./outbox";
import { restore } from "./restore";
import { seed } from "./seed";

const commands: Record<string, Command> = {
  "create-operator": createOperator,
  "create-organisation": createOrganisation,
  "create-staff": createStaff,
  "freeze-account": freezeAccountCommand,
  "unfreeze-account": unfreezeAccountCommand,
  backup,
  restore,
  check,
  "check-mail": checkMail,
  seed,
  outbox,
};

/**
 * Runs one of the operator's commands.
 * @param argv its name and what stands behind it
 * @returns what the process ends with: 0 when it was done
 */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const [name = "help", ...typed] = argv;
  const asked = name === "help" || name === "--help" || name === "-h";
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    if (!asked) terminal.printError(`There is no command ${name}.\n`);
    terminal.print(help());
    return asked ? 0 : 1;
  }
  try {
    if (command.migrates) bringToShape(config().database, terminal.migrations);
    await command.run(typed, terminal);
    return 0;
  } catch (error) {
    const mistake = mistakeOf(error, config().database);
    if (!mistake) throw error;
    terminal.printError(mistake.message);
    return 1;
  }
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { does, takes }]) => `  ${name.padEnd(21)}${does}${takes && `\n${" ".repeat(23)}${takes}`}`,
  );
  return ["npm run kring -- <command>", "", ...lines, `  ${"help".padEnd(21)}shows this`].join("\n");
}
